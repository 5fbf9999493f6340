import { faultMessage } from './app-fault.ts';
import type { Evaluator } from './evaluator.ts';
import type { Graph, GraphDefinition, GraphPoint, GraphSeriesDefinition } from './graph.ts';

/** A graph for one row. A series that the app got wrong has no points. */
export function buildGraph(definition: GraphDefinition, row: Evaluator): Graph {
  const { type, configuration } = definition;
  const place = withVariables(definition, row);
  const text = (id: string) => place.readable(configuration.get(id));
  return {
    type,
    xTitle: text('x-title'),
    yTitle: text('y-title'),
    series: definition.series.map((series) => ({
      name: place.readable(series.configuration.get('name')),
      points: pointsOf(series, place),
    })),
  };
}

const VARIABLE = /^var-/;

function withVariables({ configuration }: GraphDefinition, row: Evaluator): Evaluator {
  const variables = [...configuration].filter(([id]) => VARIABLE.test(id));
  return row.with(variables.map(([id, text]) => [id.replace(VARIABLE, ''), row.readable(text)]));
}

function pointsOf({ nodeset, x, y }: GraphSeriesDefinition, row: Evaluator): GraphPoint[] {
  try {
    const places = row.nodes(nodeset).map((node) => row.at(node));
    const points = places.map((place) => ({ x: place.string(x), y: numberOf(place.string(y)) }));
    return points.filter((point) => point.x !== '' && Number.isFinite(point.y));
  } catch (error) {
    faultMessage(error, nodeset);
    return [];
  }
}

function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}
