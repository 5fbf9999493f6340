import type { Branch } from './branch.ts';
import type { FormCoverage } from './coverage.ts';
import { questionAt } from './form-branches.ts';
import { staticLabel } from './static-label.ts';

/** How many branches there are, and how many of them were taken. */
export interface BranchSum {
  readonly taken: number;
  readonly all: number;
}

export function sumOf(forms: readonly FormCoverage[]): BranchSum {
  return {
    taken: forms.reduce((sum, form) => sum + takenIn(form).length, 0),
    all: forms.reduce((sum, { branches }) => sum + branches.length, 0),
  };
}

/** In per cent, rounded down so that 100 means all; 100 where there is nothing to take. */
export function percentOf({ taken, all }: BranchSum): number {
  return all === 0 ? 100 : Math.floor((100 * taken) / all);
}

function takenIn({ branches, taken }: FormCoverage): readonly Branch[] {
  return branches.filter(({ id }) => taken.has(id));
}

/** For a terminal: each form with its share, and below it what nobody has done, a line each. */
export function coverageText(forms: readonly FormCoverage[]): string {
  const rows = forms.flatMap((form) => [`  ${formRow(form)}`, ...missingRows(form)]);
  const sum = sumOf(forms);
  return [`Branches: ${sum.taken} of ${sum.all} (${percentOf(sum)} %)`, ...rows, ''].join('\n');
}

function formRow(coverage: FormCoverage): string {
  const { form, branches } = coverage;
  const sum = { taken: takenIn(coverage).length, all: branches.length };
  const title = form.title === '' ? form.file : `${form.title} (${form.file})`;
  return `${String(percentOf(sum)).padStart(3)} %  ${sum.taken} of ${sum.all}  ${title}`;
}

function missingRows(coverage: FormCoverage): string[] {
  const { branches, taken } = coverage;
  return branches
    .filter(({ id }) => !taken.has(id))
    .map((branch) => `           never: ${toldBranch(coverage, branch)}`);
}

/** A branch as a person reads it: “Age” /data/age is refused by its constraint (line 12). */
export function toldBranch({ form }: Pick<FormCoverage, 'form'>, branch: Branch): string {
  const node = form.document.find(branch.ref.split('/').slice(1));
  const question = node && questionAt(node);
  const label = question === undefined ? '' : staticLabel(form, question);
  const place = branch.line === 0 ? '' : ` (line ${branch.line})`;
  return `${label === '' ? '' : `“${label}” `}${branch.ref} ${saidOf(branch)}${place}`;
}

/** The branch as what follows its name in a sentence. */
export function saidOf({ kind, side }: Branch): string {
  switch (kind) {
    case 'question':
      return `is ${side}`;
    case 'relevant':
      return side === 'true' ? 'is relevant' : 'is not relevant';
    case 'required':
      return side === 'true' ? 'is required' : 'is not required';
    case 'constraint':
      return side === 'met' ? 'fits its constraint' : 'is refused by its constraint';
    case 'choice':
      return `is answered with “${side}”`;
    case 'repeat':
      return side === 'none' ? 'has no item' : side === 'one' ? 'has one item' : 'has many items';
    case 'case':
      return 'is part of what is sent';
    case 'owner':
      return OWNER[side] ?? side;
  }
}

const OWNER: Readonly<Record<string, string>> = {
  resolved: 'gets its owner',
  asked: 'asks who owns the case',
  noCandidate: 'has nobody who could own the case',
  manyCandidates: 'has several who could own the case',
  noComputedOwner: 'has a rule that yields no owner',
};

/** For programs. */
export function coverageJson(forms: readonly FormCoverage[]): string {
  const sum = sumOf(forms);
  const told = forms.map((coverage) => ({
    form: coverage.form.file,
    title: coverage.form.title,
    xmlns: coverage.form.xmlns,
    branches: coverage.branches.map((branch) => ({
      ...{ kind: branch.kind, ref: branch.ref, side: branch.side, line: branch.line },
      taken: coverage.taken.get(branch.id) ?? 0,
    })),
  }));
  return `${JSON.stringify({ ...sum, percent: percentOf(sum), forms: told }, null, 2)}\n`;
}
