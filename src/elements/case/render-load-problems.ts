import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings/strings.ts';
import type { LoadProblem } from './load-problem.ts';

/** What is wrong with the files of an app, place by place; `loadProblemsStyles` gives it its look. */
export function renderLoadProblems(
  problems: readonly LoadProblem[],
  strings: Strings,
): TemplateResult {
  return html`<ul class="plain problem-list">
    ${problems.map(
      ({ file, line, message, remedy }) =>
        html`<li>
          <p class="place" dir="auto">${strings.case.open.place(file, line)}</p>
          <p>${message}</p>
          ${remedy === '' ? nothing : html`<p><strong>${remedy}</strong></p>`}
        </li>`,
    )}
  </ul>`;
}
