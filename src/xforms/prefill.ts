import type { FormInstance } from './form-instance.ts';
import type { Edit, Refusal } from './transaction.ts';

/** What is known before the first question: answers by the reference of their node, or by what follows the root in it. */
export type Prefill = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Enters what is known, item by item of repeats where there are none yet, as a person would: what a question does not take is not
 * entered. None of it can be taken back: it was there before the person came. Returns what was refused, `noSuchNode` for what the form
 * does not have.
 */
export function prefillForm(form: FormInstance, prefill: Prefill): readonly Refusal[] {
  const refusals = Object.entries(prefill).flatMap(([path, value]) => {
    const ref = path.startsWith('/') ? path : `${form.root.ref}/${path}`;
    addItems(form, ref);
    return form.transact([answer(ref, value)], { source: 'user' }).refusals;
  });
  form.journal.forget();
  return refusals;
}

function answer(ref: string, value: Prefill[string]): Edit {
  return { kind: 'setValue', ref, value: value === null ? '' : String(value) };
}

/** `/data/child[2]/name` needs two children. */
function addItems(form: FormInstance, ref: string): void {
  for (const { index } of ref.matchAll(/\[\d+\]/g)) {
    const repeat = ref.slice(0, index);
    const wanted = Number(/^\[(\d+)\]/.exec(ref.slice(index))?.[1]);
    addUpTo(form, repeat, wanted);
  }
}

function addUpTo(form: FormInstance, repeat: string, wanted: number): void {
  for (let item = 1; item <= Math.min(wanted, MOST_ITEMS); item += 1) {
    if (form.node(`${repeat}[${item}]`) !== undefined) continue;
    const { refusals } = form.transact([{ kind: 'addRepeat', ref: repeat }], { source: 'user' });
    if (refusals.length > 0) return;
  }
}

/** A position beyond this is a slip, and would keep the page busy for long. */
const MOST_ITEMS = 1000;
