import type { CompiledExpression } from '../xpath/compiled-expression.ts';
import type { ExpressionTrace } from '../xpath/trace-expression.ts';
import { traceExpression } from '../xpath/trace-expression.ts';
import type { FormInstance } from './form-instance.ts';
import type { InstanceNode } from './instance/instance-node.ts';

/** What a form says about a node by an expression. */
export type ExplainedProperty = 'relevant' | 'readonly' | 'required' | 'constraint' | 'calculate';

/** An expression that decides about a node: its own, or that of an ancestor that it inherits from. */
export interface Decision {
  readonly property: ExplainedProperty;
  /** The node whose bind it is: the one that was asked about, or an ancestor. */
  readonly of: InstanceNode;
  /** What it comes to; for a calculate, whether it has a value at all. */
  readonly holds: boolean;
  readonly trace: ExpressionTrace;
  /** Of the bind in the form, 1-based. */
  readonly line: number;
}

/** Relevance and readonly are handed down; the rest belongs to the node alone. */
const INHERITED: ReadonlySet<ExplainedProperty> = new Set(['relevant', 'readonly']);

/**
 * Why a node is or is not relevant, read-only, required, valid, and where its value comes from: each expression that decides,
 * with the values of what it refers to. Those of ancestors come first, from the outside in. Nothing is changed.
 */
export function explainNode(form: FormInstance, node: InstanceNode): readonly Decision[] {
  return PROPERTIES.flatMap((property) => {
    const deciding = INHERITED.has(property) ? fromTheOutside(node) : [node];
    return deciding.flatMap((each) => decisionOf(form, each, property) ?? []);
  });
}

const PROPERTIES: readonly ExplainedProperty[] = [
  'relevant',
  'readonly',
  'required',
  'constraint',
  'calculate',
];

function fromTheOutside(node: InstanceNode): readonly InstanceNode[] {
  return node.parent === undefined ? [node] : [...fromTheOutside(node.parent), node];
}

function decisionOf(
  form: FormInstance,
  of: InstanceNode,
  property: ExplainedProperty,
): Decision | undefined {
  const bind = of.definition.bind;
  const expression: CompiledExpression | undefined = bind?.[property];
  if (bind === undefined || expression === undefined) return undefined;
  const { dialect } = form.definition;
  const trace = traceExpression(expression.source, dialect, of, form.scope);
  return { property, of, holds: holds(form, of, property, expression), trace, line: bind.line };
}

function holds(
  form: FormInstance,
  of: InstanceNode,
  property: ExplainedProperty,
  expression: CompiledExpression,
): boolean {
  switch (property) {
    case 'relevant':
      return of.ownRelevant;
    case 'readonly':
      return of.ownReadonly;
    case 'required':
      return of.required;
    case 'calculate':
      return of.lexical !== '';
    case 'constraint':
      return satisfies(form, of, expression);
  }
}

/** An empty node is not asked. */
function satisfies(form: FormInstance, of: InstanceNode, constraint: CompiledExpression): boolean {
  if (of.lexical === '') return true;
  try {
    return constraint.evaluateBoolean(of, form.scope);
  } catch {
    return false;
  }
}
