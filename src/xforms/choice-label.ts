import type { XPathNode } from '../xpath/xpath-node.ts';
import { resolveReference } from './definition/resolve-reference.ts';
import type { FormInstance } from './form-instance.ts';
import { relatedNode } from './instance/find-nodes.ts';
import { InstanceNode } from './instance/instance-node.ts';

/**
 * What `jr:choice-name(value, ref)` gives: the label of the choice with that value in the question at `ref`, in the current
 * language; `''` when there is no such choice or question. A reference without positions means the question that belongs to
 * `context`, as in the same repeat instance.
 */
export function choiceLabel(
  value: string,
  ref: string,
  context: XPathNode,
  form: FormInstance,
): string {
  const from = context instanceof InstanceNode ? context : form.root;
  const node = questionAt(ref.trim(), from, form);
  const control = node?.definition.controls.find((each) => 'items' in each);
  if (node === undefined || control === undefined) return '';
  const choice = form.choicesAt(control, node).find((each) => each.value === value);
  return choice?.label.text ?? '';
}

function questionAt(ref: string, context: InstanceNode, form: FormInstance) {
  if (ref.includes('[')) return form.node(ref);
  const definition = resolveReference(ref, context.definition);
  return definition && relatedNode(context, definition);
}
