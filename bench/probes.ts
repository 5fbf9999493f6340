import type { FormKind } from './generated-forms.ts';
import { REGIONS, VILLAGES_IN_A_DISTRICT } from './generated-forms.ts';
import type { OpenForm } from './page/engine-under-test.ts';

/** Something that a person does in an open form, and how to tell that the engine did it right. */
export interface Probe {
  readonly name: string;
  /** What is timed: the act, and reading its last consequence, since an engine may compute it only then. */
  act(form: OpenForm, round: number, size: number): void;
  /** Whether all consequences are right; not timed. `round` counts from 1. */
  holds(form: OpenForm, round: number, size: number): boolean;
}

/** What is done in a form of each kind, in that order. */
export const PROBES: Readonly<Record<FormKind, readonly Probe[]>> = {
  flat: [
    {
      name: 'answer',
      act: (form, round) => {
        form.answer('/form/q9', yesOrNo(round));
        form.relevant('/form/q10');
      },
      holds: (form, round) => form.relevant('/form/q10') === isYes(round),
    },
  ],
  chain: [
    {
      name: 'answer',
      act: (form, round) => {
        form.answer('/form/first', String(round * 1000));
        form.label('/form/shown');
      },
      holds: (form, round, size) => form.label('/form/shown').endsWith(` ${round * 1000 + size}`),
    },
  ],
  fanout: [
    {
      name: 'answer',
      act: (form, round, size) => {
        form.answer('/form/first', yesOrNo(round));
        form.relevant(`/form/q${size}`);
      },
      holds: (form, round, size) =>
        upTo(size).every((i) => form.relevant(`/form/q${i}`) === isYes(round)),
    },
  ],
  repeats: [
    {
      name: 'add',
      act: (form) => {
        form.addRepeat('/form/item');
        form.itemCount('/form/item');
      },
      holds: (form, round, size) => form.itemCount('/form/item') === size + round,
    },
  ],
  itemset: [
    {
      name: 'cascade',
      act: (form, round) => {
        form.answer('/form/region', region(round));
        form.choiceLabels('/form/district');
      },
      holds: (form, round, size) =>
        offers(
          form,
          '/form/district',
          size / VILLAGES_IN_A_DISTRICT / REGIONS,
          `${region(round)}-d0`,
        ),
    },
    {
      name: 'cascade',
      act: (form, round) => {
        form.answer('/form/district', `${region(round)}-d0`);
        form.choiceLabels('/form/village');
      },
      holds: (form, round) =>
        offers(form, '/form/village', VILLAGES_IN_A_DISTRICT, `${region(round)}-d0-v0`),
    },
  ],
};

function isYes(round: number): boolean {
  return round % 2 === 1;
}

function yesOrNo(round: number): string {
  return isYes(round) ? 'yes' : 'no';
}

function region(round: number): string {
  return `r${round % REGIONS}`;
}

function offers(form: OpenForm, ref: string, count: number, first: string): boolean {
  const labels = form.choiceLabels(ref);
  return labels.length === count && labels[0] === `The ${first}`;
}

function upTo(size: number): number[] {
  return Array.from({ length: size }, (_, i) => i + 1);
}
