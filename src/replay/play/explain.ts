import { explainNode } from '../../xforms/explain-node.ts';
import type { Decision, ExplainedProperty } from '../../xforms/explain-node.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import type { ExpressionTrace } from '../../xpath/trace-expression.ts';
import { XPathDate } from '../../xpath/xpath-date.ts';
import type { DivergenceSubject } from './divergence.ts';

/** Values that an explanation names at most. */
const MOST_VALUES = 8;

/** The question or node as people and the form call it. */
export function subjectOf(form: FormInstance, node: InstanceNode): DivergenceSubject {
  return { label: labelOf(form, node), path: node.ref };
}

/** The label of the node's control; `''` when it has none. */
export function labelOf(form: FormInstance, node: InstanceNode): string {
  const control = node.definition.controls.find(({ label }) => label !== undefined);
  return control === undefined ? '' : (form.textAt(control, 'label', node)?.text ?? '');
}

/** What a recording calls a property, and the expression that decides about it. */
const DECIDED_BY: Readonly<Record<string, ExplainedProperty>> = {
  value: 'calculate',
  relevant: 'relevant',
  required: 'required',
  readonly: 'readonly',
  error: 'constraint',
};

/**
 * Why a property of a node is as it is: the form's expression, and the values that it reads; nothing where no expression
 * decides. A node that is not relevant has no value for that reason.
 */
export function whyProperty(form: FormInstance, node: InstanceNode, property: string): string[] {
  const decidedBy = property === 'value' && !node.relevant ? 'relevant' : DECIDED_BY[property];
  const decisions = explainNode(form, node).filter((each) => each.property === decidedBy);
  // Of the conditions from the top down, the first that does not hold; else the node's own.
  const deciding = decisions.find(({ holds }) => !holds) ?? decisions.at(-1);
  return deciding === undefined ? [] : decisionRows(deciding);
}

function decisionRows({ property, of, trace, line }: Decision): string[] {
  const values = [...new Set(valueRows(trace))];
  const more = values.length - MOST_VALUES;
  return [
    `${property} of ${of.ref} (line ${line} of the form): ${trace.text}`,
    ...values.slice(0, MOST_VALUES),
    ...(more > 0 ? [`… and ${more} more`] : []),
  ];
}

/** What the expression is made of in the end: the paths that it reads, and calls without arguments. */
function valueRows({ parts, text, value, problem }: ExpressionTrace): string[] {
  if (parts.length > 0) return parts.flatMap(valueRows);
  return [problem === undefined ? `${text} is ${shownValue(value)}` : `${text}: ${problem}`];
}

function shownValue(value: ExpressionTrace['value']): string {
  if (value instanceof XPathDate) return new Date(value.time).toISOString();
  if (!Array.isArray(value)) return JSON.stringify(value);
  const texts = value.map(({ text }: { readonly text: string }) => JSON.stringify(text));
  return texts.length === 0 ? 'empty' : texts.join(', ');
}
