import type { FormInstance } from '../../xforms/form-instance.ts';
import type { Edit, Refusal } from '../../xforms/transaction.ts';
import { differs, firstDifference } from './compare-values.ts';
import type { FormStep } from './form-line.ts';
import { dataRef } from './form-nodes.ts';

/** Takes steps in order, up to the first that ends otherwise than stated. */
export function stepDifference(steps: readonly FormStep[], form: FormInstance): string | undefined {
  for (const [index, step] of steps.entries()) {
    const found = oneStep(step, form, `step ${index + 1} ${JSON.stringify(step)}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const STATUS: Readonly<Record<Refusal['reason'], string>> = {
  required: 'required',
  constraint: 'constraint',
  badValue: 'bad-value',
  noSuchChoice: 'no-such-choice',
  readonly: 'readonly',
  notRelevant: 'not-relevant',
  noSuchNode: 'no-such-question',
};

function oneStep(step: FormStep, form: FormInstance, place: string): string | undefined {
  const { refusals, problems } = form.transact([editOf(step)], { source: 'user' });
  const [refusal] = refusals;
  if (step.error !== undefined) {
    return problems.length > 0 ? undefined : differs(place, 'a fault of the form', 'none');
  }
  const status = refusal === undefined ? 'ok' : STATUS[refusal.reason];
  return (
    firstDifference(step.status, status, `${place}, status`) ??
    messageDifference(step, refusal, place) ??
    newItemDifference(step, form, place)
  );
}

function editOf(step: FormStep): Edit {
  if (step.set !== undefined) return { kind: 'setValue', ref: step.set, value: textOf(step.value) };
  if (step.newRepeat !== undefined) return { kind: 'addRepeat', ref: step.newRepeat };
  if (step.deleteRepeat !== undefined) return { kind: 'removeRepeat', ref: step.deleteRepeat };
  if (step.lang !== undefined) return { kind: 'setLanguage', language: step.lang };
  throw new Error(`a step of this kind is not known: ${JSON.stringify(step)}`);
}

function textOf(value: FormStep['value']): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : value.join(' ');
}

function messageDifference(step: FormStep, refusal: Refusal | undefined, place: string) {
  // Other refusals have words of each engine's own.
  if (step.status !== 'constraint' || typeof step.message !== 'string') return undefined;
  return firstDifference(step.message, refusal?.message, `${place}, message`);
}

/** A new item stands behind all others. */
function newItemDifference(
  { newRepeat, ref, status }: FormStep,
  form: FormInstance,
  place: string,
) {
  if (newRepeat === undefined || ref === undefined || status !== 'ok') return undefined;
  const node = form.node(ref);
  if (node === undefined) return differs(place, `a new item ${ref}`, undefined);
  const last = node.parent?.childrenNamed(node.name).at(-1);
  return firstDifference(ref, last && dataRef(last), `${place}, ref`);
}
