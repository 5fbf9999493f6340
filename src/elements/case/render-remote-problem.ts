import { html, nothing, type TemplateResult } from 'lit';
import type { RemoteProblem } from '../../machines/app-session.ts';
import { message } from '../shared/message.ts';
import type { Strings } from '../strings/strings.ts';

/** Why the server did not do what the app asked of it, and what to do. What the server itself said is for support. */
export function renderRemoteProblem(problem: RemoteProblem, strings: Strings): TemplateResult {
  const { title, body } = strings.case.remote[problem.kind];
  const details =
    problem.message === '' || problem.kind === 'offline'
      ? nothing
      : html`<details class="small">
          <summary>${strings.case.problem.details}</summary>
          <pre dir="ltr">${problem.message}</pre>
        </details>`;
  const kind = problem.kind === 'offline' || problem.kind === 'retry' ? 'waiting' : 'danger';
  return html`<div class="wide" role="alert">
    ${message(
      kind,
      html`<h2>${title}</h2>
        <p>${body}</p>
        ${details}`,
    )}
  </div>`;
}
