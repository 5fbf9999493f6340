import type { CompiledExpression, PathReference } from '../../xpath/compiled-expression.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
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

/** Why a property of a node is as it is: the form's expression, and the values that it reads. */
export function explainNode(form: FormInstance, node: InstanceNode, property: string): string[] {
  switch (property) {
    case 'value':
      return node.relevant
        ? explainBind(form, node, 'calculate', 'It is computed')
        : explainRelevance(form, node);
    case 'relevant':
      return explainRelevance(form, node);
    case 'required':
      return explainBind(form, node, 'required', 'It is required where');
    case 'readonly':
      return explainBind(form, node, 'readonly', 'It is read-only where');
    case 'error':
      return explainBind(form, node, 'constraint', 'It has to keep to');
    default:
      return [];
  }
}

/** The first condition from the top that does not hold decides about all below it. */
function explainRelevance(form: FormInstance, node: InstanceNode): string[] {
  let decides: InstanceNode | undefined = node;
  for (let at: InstanceNode | undefined = node; at !== undefined; at = at.parent) {
    if (!at.ownRelevant) decides = at;
  }
  return explainBind(form, decides, 'relevant', `${decides.ref} is asked where`);
}

function explainBind(
  form: FormInstance,
  node: InstanceNode,
  property: 'calculate' | 'relevant' | 'required' | 'readonly' | 'constraint',
  words: string,
): string[] {
  const expression = node.definition.bind?.[property];
  if (expression === undefined) return [];
  return [`${words}: ${expression.source}`, ...valuesRead(form, node, expression)];
}

function valuesRead(
  form: FormInstance,
  node: InstanceNode,
  expression: CompiledExpression,
): string[] {
  const { definition } = node;
  const lines = expression
    .references(definition.path)
    .flatMap((reference) => valueLines(form, node, reference));
  const distinct = [...new Set(lines)];
  if (distinct.length <= MOST_VALUES) return distinct;
  return [...distinct.slice(0, MOST_VALUES), `… and ${distinct.length - MOST_VALUES} more`];
}

function valueLines(form: FormInstance, node: InstanceNode, reference: PathReference): string[] {
  const path = reference.path.join('/');
  if (reference.instance !== undefined)
    return [`it reads instance('${reference.instance}')/${path}`];
  const scope = ancestorAt(node, reference.shared).ref;
  return form
    .nodesOf(`/${path}`)
    .filter(({ ref }) => ref === scope || ref.startsWith(`${scope}/`))
    .filter(({ children }) => children.length === 0)
    .map(
      (read) => `${read.ref} is ${read.relevant ? JSON.stringify(read.lexical) : 'not relevant'}`,
    );
}

/** The ancestor, or the node itself, that is so many steps below the document. */
function ancestorAt(node: InstanceNode, depth: number): InstanceNode {
  let at = node;
  while (at.definition.depth > depth && at.parent !== undefined) at = at.parent;
  return at;
}
