import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { FormCoverage } from '../../replay/coverage/coverage.ts';
import { coverageHtml } from '../../replay/coverage/coverage-html.ts';
import {
  coverageJson,
  coverageText,
  percentOf,
  sumOf,
} from '../../replay/coverage/coverage-report.ts';
import { CommandError } from '../command-error.ts';

interface CoverageOptions {
  /** `text`, or files that end in `.json` or `.html`. */
  readonly coverage: readonly string[];
  readonly minBranches: number | undefined;
}

/** Prints and writes what was covered; false when it is less than was asked for. Throws CommandError for a file of another kind. */
export async function tellCoverage(
  forms: readonly FormCoverage[],
  { coverage, minBranches = 0 }: CoverageOptions,
): Promise<boolean> {
  for (const target of coverage) await tell(forms, target);
  const sum = sumOf(forms);
  const percent = percentOf(sum);
  if (percent >= minBranches) return true;
  process.stdout.write(
    `Only ${percent} % of the branches were taken (${sum.taken} of ${sum.all}); ${minBranches} % are asked for.\n`,
  );
  return false;
}

async function tell(forms: readonly FormCoverage[], target: string): Promise<void> {
  if (target === 'text') process.stdout.write(coverageText(forms));
  else if (extname(target) === '.json') await writeFile(target, coverageJson(forms));
  else if (extname(target) === '.html')
    await writeFile(target, coverageHtml('What was tried', forms));
  else
    throw new CommandError(
      `Coverage goes to text, a FILE.json or a FILE.html, not to "${target}".`,
      2,
    );
}
