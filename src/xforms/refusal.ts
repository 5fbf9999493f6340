import type { Choice } from './choice.ts';
import type { ControlDefinition } from './definition/control-definition.ts';
import type { TextContext } from './form-text.ts';
import type { InstanceNode } from './instance/instance-node.ts';
import type { Edit, Refusal } from './transaction.ts';
import { violationOf } from './violation.ts';

/** What judging an answer needs of a form instance. */
interface AnsweredForm {
  textContext(node: InstanceNode): TextContext;
  choicesAt(definition: ControlDefinition, node: InstanceNode): readonly Choice[];
}

export function refusal(edit: Edit, reason: Refusal['reason'], message = ''): Refusal {
  return { edit, reason, message };
}

/**
 * Why a person's answer is not taken; `undefined` when it is. `lexical` is `undefined` for an answer that is none of its
 * type. Required and constraint are asked only where the form refuses what they forbid.
 */
export function whyRefused(
  edit: Edit,
  node: InstanceNode,
  lexical: string | undefined,
  form: AnsweredForm,
  refusesInvalid: boolean,
): Refusal | undefined {
  if (!node.relevant) return refusal(edit, 'notRelevant');
  if (node.readonly) return refusal(edit, 'readonly');
  if (lexical === undefined) return refusal(edit, 'badValue');
  if (!isOffered(node, lexical, form)) return refusal(edit, 'noSuchChoice');
  const violation = refusesInvalid ? violationOf(node, form.textContext(node), lexical) : undefined;
  if (violation === undefined) return undefined;
  const reason = violation.kind === 'type' ? 'badValue' : violation.kind;
  return refusal(edit, reason, violation.message);
}

/** What is left of an answer when the choices that its itemset does not offer any more are taken out. */
export function stillOffered(
  node: InstanceNode,
  choicesOf: (definition: ControlDefinition) => readonly Choice[],
): string {
  let kept = node.lexical;
  for (const control of node.definition.controls) {
    if (kept === '' || !('items' in control) || control.itemset === undefined) continue;
    const offered = new Set(choicesOf(control).map((choice) => choice.value));
    const values = control.kind === 'select1' ? [kept] : kept.split(' ');
    kept = values.filter((value) => offered.has(value)).join(' ');
  }
  return kept;
}

/** A value that no control of the node offers is none that a person can have chosen. */
function isOffered(node: InstanceNode, lexical: string, form: AnsweredForm): boolean {
  if (lexical === '') return true;
  return node.definition.controls.every((control) => {
    if (!('items' in control)) return true;
    const values = control.kind === 'select1' ? [lexical] : lexical.split(' ');
    const offered = new Set(form.choicesAt(control, node).map((choice) => choice.value));
    return values.every((value) => offered.has(value));
  });
}
