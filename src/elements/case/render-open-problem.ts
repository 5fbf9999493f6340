import { html, type TemplateResult } from 'lit';
import type { Strings } from '../strings/strings.ts';
import './case-error.ts';
import { loadProblems } from './load-problems.ts';

/** In place of an embedded app that cannot be opened: what is wrong with it, and the way to try again. */
export function renderOpenProblem(error: unknown, strings: Strings): TemplateResult {
  const problem = {
    title: '',
    meaning: sentences(error),
    remedy: '',
    details: loadProblems(error)
      .map(({ file, line }) => strings.case.open.place(file, line))
      .join('\n'),
    safe: false,
  };
  return html`<case-error .problem=${problem} can-retry></case-error>`;
}

function sentences(error: unknown): string {
  const told = loadProblems(error).map(({ message, remedy }) => `${message}. ${remedy}`.trim());
  if (told.length > 0) return told.join(' ');
  return error instanceof Error ? error.message : String(error);
}
