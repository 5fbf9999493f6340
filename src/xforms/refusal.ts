import { attempt } from './attempt.ts';
import type { Choice } from './choice.ts';
import { chosenValues } from './control-problem.ts';
import type { ControlDefinition } from './definition/control-definition.ts';
import type { TextContext } from './form-text.ts';
import type { InstanceNode } from './instance/instance-node.ts';
import type { Edit, Refusal } from './transaction.ts';
import { violationOf } from './violation.ts';

/** What judging an answer needs of a form instance. */
export interface AnsweredForm {
  /** True where an answer that is not valid is refused. */
  readonly refusesInvalid: boolean;
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
): Refusal | undefined {
  if (!node.relevant) return refusal(edit, 'notRelevant');
  if (node.readonly) return refusal(edit, 'readonly');
  if (lexical === undefined) return refusal(edit, 'badValue');
  const fault = notOffered(node, lexical, form);
  if (fault !== undefined) return refusal(edit, 'noSuchChoice', fault);
  const violation = form.refusesInvalid
    ? violationOf(node, form.textContext(node), lexical)
    : undefined;
  if (violation === undefined) return undefined;
  const reason = violation.kind === 'type' ? 'badValue' : violation.kind;
  return refusal(edit, reason, violation.message);
}

/**
 * A value that a control of the node does not offer is none that a person can have chosen: the fault that keeps the choices
 * from being known, else `''`. `undefined` for an answer that is offered.
 */
function notOffered(node: InstanceNode, lexical: string, form: AnsweredForm): string | undefined {
  let fault = '';
  const offered = attempt(
    () => isOffered(node, lexical, form),
    false,
    (message) => (fault = message),
  );
  return offered ? undefined : fault;
}

function isOffered(node: InstanceNode, lexical: string, form: AnsweredForm): boolean {
  return node.definition.controls.every((control) => {
    const values = 'items' in control ? chosenValues(control, lexical) : [];
    if (values.length === 0) return true;
    const offered = new Set(form.choicesAt(control, node).map((choice) => choice.value));
    return values.every((value) => offered.has(value));
  });
}
