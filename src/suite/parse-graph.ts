import type { XmlElement } from '../xml/xml-element.ts';
import { attributeOf, childNamed, childrenNamed } from '../xml/xml-element.ts';
import type { GraphDefinition, GraphSeriesDefinition } from './graph.ts';
import { parseSuiteText } from './parse-suite-text.ts';
import { requiredAttribute } from './suite-parse-error.ts';
import type { SuiteText } from './suite-text.ts';

/** Reads a `<graph>`. Throws a `SuiteParseError`. */
export function parseGraph(element: XmlElement): GraphDefinition {
  return {
    type: attributeOf(element, 'type') ?? 'xy',
    series: childrenNamed(element, 'series').map(parseSeries),
    configuration: parseConfiguration(element),
  };
}

function parseSeries(element: XmlElement): GraphSeriesDefinition {
  return {
    nodeset: requiredAttribute(element, 'nodeset'),
    x: functionOf(element, 'x'),
    y: functionOf(element, 'y'),
    configuration: parseConfiguration(element),
  };
}

function functionOf(series: XmlElement, name: string): string {
  const axis = childNamed(series, name);
  return axis === undefined ? "''" : requiredAttribute(axis, 'function');
}

function parseConfiguration(element: XmlElement): ReadonlyMap<string, SuiteText> {
  const configuration = childNamed(element, 'configuration');
  const texts = configuration === undefined ? [] : childrenNamed(configuration, 'text');
  return new Map(texts.map((text) => [requiredAttribute(text, 'id'), parseSuiteText(text)]));
}
