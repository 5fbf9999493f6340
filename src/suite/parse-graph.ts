import type { XmlElement } from '../xml/xml-element.ts';
import { attributeOf, childNamed, childrenNamed } from '../xml/xml-element.ts';
import type { GraphAnnotationDefinition, GraphDefinition, GraphSeriesDefinition } from './graph.ts';
import { parseSuiteText, parseTextIn } from './parse-suite-text.ts';
import { requiredAttribute } from './suite-parse-error.ts';
import type { SuiteText } from './suite-text.ts';

/** Reads a `<graph>`. Throws a `SuiteParseError`. */
export function parseGraph(element: XmlElement): GraphDefinition {
  return {
    type: attributeOf(element, 'type') ?? 'xy',
    series: childrenNamed(element, 'series').map(parseSeries),
    configuration: parseConfiguration(element),
    annotations: childrenNamed(element, 'annotation').map(parseAnnotation),
  };
}

function parseAnnotation(element: XmlElement): GraphAnnotationDefinition {
  return {
    x: parseTextIn(childNamed(element, 'x')),
    y: parseTextIn(childNamed(element, 'y')),
    text: parseTextIn(element),
  };
}

function parseSeries(element: XmlElement): GraphSeriesDefinition {
  return {
    nodeset: requiredAttribute(element, 'nodeset'),
    x: functionOf(element, 'x') ?? "''",
    y: functionOf(element, 'y') ?? "''",
    radius: functionOf(element, 'radius'),
    configuration: parseConfiguration(element),
  };
}

function functionOf(series: XmlElement, name: string): string | undefined {
  const axis = childNamed(series, name);
  return axis && requiredAttribute(axis, 'function');
}

function parseConfiguration(element: XmlElement): ReadonlyMap<string, SuiteText> {
  const configuration = childNamed(element, 'configuration');
  const texts = configuration === undefined ? [] : childrenNamed(configuration, 'text');
  return new Map(texts.map((text) => [requiredAttribute(text, 'id'), parseSuiteText(text)]));
}
