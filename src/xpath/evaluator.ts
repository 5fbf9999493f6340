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
  /** How many nodes a path leads to, without making them where that can be told. */
  count?(frame: Frame): number;
  /** The value, with a path of one node as a scalar. */
  scalar(frame: Frame): XPathScalar;
}

/**
 * An evaluator of which at least the value is known; all else follows by conversion. A class, because a large form has
 * thousands of evaluators: closures of their own for each type would be most of what compiling costs.
 */
export abstract class ValueEvaluator implements Evaluator {
  readonly constant?: XPathScalar | undefined;
  abstract readonly type: ValueType;
  abstract value(frame: Frame): XPathValue;

  text(frame: Frame): string {
    return toText(this.scalar(frame), frame);
  }

  number(frame: Frame): number {
    return toNumber(this.scalar(frame), frame);
  }

  boolean(frame: Frame): boolean {
    return toBoolean(this.scalar(frame), frame);
  }

  nodes(frame: Frame): readonly XPathNode[] {
    return toNodes(this.value(frame));
  }

  someNodes(frame: Frame): readonly XPathNode[] {
    return toNodes(this.value(frame));
  }

  scalar(frame: Frame): XPathScalar {
    return toScalar(this.value(frame), frame);
  }
}

class AnyEvaluator<T extends XPathValue = XPathValue> extends ValueEvaluator {
  constructor(
    readonly type: ValueType,
    protected readonly compute: (frame: Frame) => T,
  ) {
    super();
  }

  value(frame: Frame): T {
    return this.compute(frame);
  }
}

class NumberEvaluator extends AnyEvaluator<number> {
  override number(frame: Frame): number {
    return this.compute(frame);
  }
}

class TextEvaluator extends AnyEvaluator<string> {
  override text(frame: Frame): string {
    return this.compute(frame);
  }
}

class BooleanEvaluator extends AnyEvaluator<boolean> {
  override boolean(frame: Frame): boolean {
    return this.compute(frame);
  }
}

class NodesEvaluator extends AnyEvaluator<readonly XPathNode[]> {
  override nodes(frame: Frame): readonly XPathNode[] {
    return this.compute(frame);
  }

  override someNodes(frame: Frame): readonly XPathNode[] {
    return this.compute(frame);
  }
}

/** An evaluator of a closure whose type is not known beforehand. */
export function anyEvaluator(value: (frame: Frame) => XPathValue): Evaluator {
  return new AnyEvaluator('any', value);
}

/** An evaluator of a closure that gives numbers. */
export function numberEvaluator(number: (frame: Frame) => number): Evaluator {
  return new NumberEvaluator('number', number);
}

/** An evaluator of a closure that gives text. */
export function textEvaluator(text: (frame: Frame) => string): Evaluator {
  return new TextEvaluator('text', text);
}

/** An evaluator of a closure that gives truth values. */
export function booleanEvaluator(boolean: (frame: Frame) => boolean): Evaluator {
  return new BooleanEvaluator('boolean', boolean);
}

/** An evaluator of a closure that gives nodes. */
export function nodesEvaluator(nodes: (frame: Frame) => readonly XPathNode[]): Evaluator {
  return new NodesEvaluator('nodes', nodes);
}

/** An evaluator of a value that never changes. */
export function constantEvaluator(constant: XPathScalar): Evaluator {
  return new ConstantEvaluator(constant);
}

const CONSTANT_TYPES: Readonly<Record<string, ValueType>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
};

class ConstantEvaluator extends ValueEvaluator {
  readonly type: ValueType;

  constructor(override readonly constant: XPathScalar) {
    super();
    this.type = CONSTANT_TYPES[typeof constant] ?? 'any';
  }

  value(): XPathScalar {
    return this.constant;
  }

  override scalar(): XPathScalar {
    return this.constant;
  }
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
    return constantEvaluator(value);
  } catch {
    return evaluator;
  }
}

/** A frame that fails when anything is asked of it. */
function nowhere(dialect: Dialect): Frame {
  const nothing = undefined as never;
  return new Frame(nothing, nothing, nothing, dialect, '');
}
