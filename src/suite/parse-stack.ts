import type { XmlElement } from '../xml/xml-element.ts';
import {
  attributeOf,
  childElements,
  childNamed,
  childrenNamed,
  textOf,
} from '../xml/xml-element.ts';
import { parseTextIn } from './parse-suite-text.ts';
import type { StackOperation, StackStep, StackValue } from './stack-operation.ts';
import { requiredAttribute, SuiteParseError } from './suite-parse-error.ts';
import { EMPTY_TEXT } from './suite-text.ts';

/** The operations of the `<stack>` inside an entry, action or endpoint, in order. */
export function parseStack(parent: XmlElement): StackOperation[] {
  const stack = childNamed(parent, 'stack');
  return stack === undefined ? [] : childElements(stack).map(parseOperation);
}

function parseOperation(element: XmlElement): StackOperation {
  if (element.name !== 'create' && element.name !== 'push' && element.name !== 'clear') {
    throw unknown(element, 'create, push or clear');
  }
  return {
    kind: element.name,
    condition: attributeOf(element, 'if'),
    steps: childElements(element).map(parseStep),
  };
}

function parseStep(element: XmlElement): StackStep {
  switch (element.name) {
    case 'command':
      return { kind: 'command', value: parseValue(element) };
    case 'datum':
    case 'instance-datum':
      return { kind: 'datum', id: requiredAttribute(element, 'id'), value: parseValue(element) };
    case 'query':
      return parseQuery(element);
    case 'mark':
      return { kind: 'mark' };
    case 'rewind':
      return { kind: 'rewind', value: parseValue(element) };
    case 'jump':
      return { kind: 'jump', url: parseTextIn(childNamed(element, 'url')) ?? EMPTY_TEXT };
    default:
      throw unknown(element, 'command, datum, instance-datum, query, mark, rewind or jump');
  }
}

function parseValue(element: XmlElement): StackValue {
  const source = attributeOf(element, 'value');
  return source === undefined
    ? { kind: 'literal', text: textOf(element).trim() }
    : { kind: 'xpath', source };
}

function parseQuery(element: XmlElement): StackStep {
  return {
    kind: 'query',
    id: requiredAttribute(element, 'id'),
    url: requiredAttribute(element, 'value'),
    data: childrenNamed(element, 'data').map((data) => ({
      key: requiredAttribute(data, 'key'),
      ref: attributeOf(data, 'ref') ?? '',
    })),
  };
}

function unknown(element: XmlElement, expected: string): SuiteParseError {
  return new SuiteParseError(
    `<${element.name}> cannot stand in a stack`,
    element.line,
    `Use ${expected} here.`,
  );
}
