import { isNodes, toBoolean, toNodes, toNumber, toScalar, toText } from './conversions.ts';
import type { Dialect } from './compiled-expression.ts';
import { Frame } from './frame.ts';
import type { XPathNode, XPathScalar, XPathValue } from './xpath-node.ts';

/** What is known of a value before it is computed. */
export type ValueType = 'number' | 'text' | 'boolean' | 'nodes' | 'any';

/**
 * A compiled expression: one closure for each type that a caller may want, so that a comparison of numbers never makes
 * a text, and a text never makes an array of nodes.
 */
export interface Evaluator {
  readonly type: ValueType;
  /** The value when it depends on nothing at all. */
  readonly constant?: XPathScalar | undefined;
  value(frame: Frame): XPathValue;
  text(frame: Frame): string;
  number(frame: Frame): number;
  boolean(frame: Frame): boolean;
  /** Throws when the value is not a node-set. */
  nodes(frame: Frame): readonly XPathNode[];
  /** The nodes of a path that may be one that can never exist; only `count()` and the like take it so. */
  someNodes(frame: Frame): readonly XPathNode[];
  /** The value, with a path of one node as a scalar. */
  scalar(frame: Frame): XPathScalar;
}

/** An evaluator of a closure whose type is not known beforehand. */
export function anyEvaluator(value: (frame: Frame) => XPathValue): Evaluator {
  return {
    type: 'any',
    value,
    text: (frame) => toText(value(frame), frame),
    number: (frame) => toNumber(value(frame), frame),
    boolean: (frame) => toBoolean(value(frame), frame),
    nodes: (frame) => toNodes(value(frame)),
    someNodes: (frame) => toNodes(value(frame)),
    scalar: (frame) => toScalar(value(frame), frame),
  };
}

/** An evaluator of a closure that gives numbers. */
export function numberEvaluator(number: (frame: Frame) => number): Evaluator {
  return { ...anyEvaluator(number), type: 'number', number, scalar: number };
}

/** An evaluator of a closure that gives text. */
export function textEvaluator(text: (frame: Frame) => string): Evaluator {
  return {
    ...anyEvaluator(text),
    type: 'text',
    text,
    boolean: (frame) => text(frame).length > 0,
    scalar: text,
  };
}

/** An evaluator of a closure that gives truth values. */
export function booleanEvaluator(boolean: (frame: Frame) => boolean): Evaluator {
  return { ...anyEvaluator(boolean), type: 'boolean', boolean, scalar: boolean };
}

/** An evaluator of a closure that gives nodes. */
export function nodesEvaluator(nodes: (frame: Frame) => readonly XPathNode[]): Evaluator {
  return { ...anyEvaluator(nodes), type: 'nodes', nodes, someNodes: nodes };
}

/** An evaluator of a value that never changes; its text, number and truth are computed once. */
export function constantEvaluator(constant: XPathScalar, dialect: Dialect): Evaluator {
  const conversion = { dialect, timeZone: 'UTC' };
  const text = toText(constant, conversion);
  const number = toNumber(constant, conversion);
  const boolean = toBoolean(constant, conversion);
  const type = typeof constant;
  return {
    ...anyEvaluator(() => constant),
    type: type === 'string' ? 'text' : type === 'number' ? 'number' : 'boolean',
    constant,
    text: () => text,
    number: () => number,
    boolean: () => boolean,
    scalar: () => constant,
  };
}

/**
 * Computes an evaluator beforehand when nothing that it does depends on a node, a scope or a time zone; otherwise
 * returns it as it is, and so its errors come when it is evaluated.
 */
export function fold(evaluator: Evaluator, dialect: Dialect): Evaluator {
  if (evaluator.type === 'nodes') return evaluator;
  try {
    const value = evaluator.value(nowhere(dialect));
    if (isNodes(value) || typeof value === 'object') return evaluator;
    return constantEvaluator(value, dialect);
  } catch {
    return evaluator;
  }
}

/** A frame that fails when anything is asked of it. */
function nowhere(dialect: Dialect): Frame {
  const nothing = undefined as never;
  return new Frame(nothing, nothing, nothing, dialect, '');
}
