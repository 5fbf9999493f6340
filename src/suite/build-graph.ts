import { faultMessage } from './app-fault.ts';
import type { Evaluator } from './evaluator.ts';
import type {
  Graph,
  GraphAxis,
  GraphDefinition,
  GraphPoint,
  GraphSeriesDefinition,
  GraphTick,
} from './graph.ts';

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
    xAxis: axisOf('x', text),
    yAxis: axisOf('y', text),
    annotations: definition.annotations
      .map(({ x, y, text }) => ({
        x: place.readable(x),
        y: numberOf(place.readable(y)),
        text: place.readable(text),
      }))
      .filter(({ x, y }) => x !== '' && Number.isFinite(y)),
  };
}

function axisOf(axis: 'x' | 'y', text: (id: string) => string): GraphAxis {
  return {
    min: text(`${axis}-min`).trim(),
    max: text(`${axis}-max`).trim(),
    ticks: ticksOf(text(`${axis}-labels`)),
  };
}

/** Apps write labels as JSON: values, or values with their words. A number only says how many there may be. */
function ticksOf(labels: string): GraphTick[] {
  const read = readJson(labels);
  if (Array.isArray(read)) return read.map((value) => ({ value: `${value}`, text: `${value}` }));
  if (typeof read !== 'object' || read === null) return [];
  return Object.entries(read).map(([value, text]) => ({ value, text: `${text}` }));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const VARIABLE = /^var-/;

function withVariables({ configuration }: GraphDefinition, row: Evaluator): Evaluator {
  const variables = [...configuration].filter(([id]) => VARIABLE.test(id));
  return row.with(variables.map(([id, text]) => [id.replace(VARIABLE, ''), row.readable(text)]));
}

function pointsOf(series: GraphSeriesDefinition, row: Evaluator): GraphPoint[] {
  const { nodeset } = series;
  try {
    const places = row.nodes(nodeset).map((node) => row.at(node));
    const points = places.map((place) => pointAt(place, series));
    return points.filter((point) => point.x !== '' && Number.isFinite(point.y));
  } catch (error) {
    faultMessage(error, nodeset);
    return [];
  }
}

function pointAt(place: Evaluator, { x, y, radius }: GraphSeriesDefinition): GraphPoint {
  const point = { x: place.string(x), y: numberOf(place.string(y)) };
  return radius === undefined ? point : { ...point, radius: numberOf(place.string(radius)) };
}

function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}
