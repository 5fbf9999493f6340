import { compileXPath } from '../../xpath/compile-xpath.ts';
import { XPathDate } from '../../xpath/xpath-date.ts';
import type { XPathNode, XPathScalar } from '../../xpath/xpath-node.ts';
import { computedLexical } from '../datatype/computed-lexical.ts';
import type { FormInstance } from '../form-instance.ts';
import { InstanceNode } from '../instance/instance-node.ts';
import type { SessionNodes } from './session-nodes.ts';

/** What an expression comes to: a value, a date as ISO 8601 text, or nodes in document order. */
export type EvaluationResult = string | number | boolean | readonly EvaluatedNode[];

/** A node that an expression found. One of the form's own instance is a `SessionNode`. */
export interface EvaluatedNode {
  readonly name: string;
  /** Its text. */
  readonly value: string;
  /** Its reference in the form's own instance; `undefined` in any other. */
  readonly ref?: string | undefined;
}

/**
 * Evaluates an expression of the form's dialect on a node of a form. Throws `XPathParseError` for one that is none, and
 * `XPathEvaluationError` for one that cannot be evaluated there.
 */
export function evaluateOn(
  node: InstanceNode,
  expression: string,
  form: FormInstance,
  nodes: SessionNodes,
): EvaluationResult {
  const compiled = compileXPath(expression, form.definition.dialect);
  const value = compiled.evaluate(node, form.scope);
  return isNodes(value) ? value.map((each) => evaluatedNode(each, nodes)) : plain(value, form);
}

function isNodes(value: XPathScalar | readonly XPathNode[]): value is readonly XPathNode[] {
  return Array.isArray(value);
}

function evaluatedNode(node: XPathNode, nodes: SessionNodes): EvaluatedNode {
  if (node instanceof InstanceNode && node.kind !== 'document') return nodes.of(node);
  return { name: node.name, value: node.text };
}

function plain(value: XPathScalar, { conversion }: FormInstance): string | number | boolean {
  if (!(value instanceof XPathDate)) return value;
  return computedLexical(value, value.hasTime ? 'dateTime' : 'date', conversion);
}
