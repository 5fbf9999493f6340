import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { AppDefinition } from '../../suite/app-definition.ts';
import type { AppProblem } from '../../suite/app-problem.ts';
import { lintOwners } from '../../suite/lint-owners.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { DevPart } from './dev-part.ts';
import { devStyles } from './dev.styles.ts';

/** @summary The app that is open, and what is wrong in it or will surprise somebody. */
@customElement('dev-app')
export class DevApp extends DevPart {
  static override styles = [baseStyles, devStyles];

  override render(): unknown {
    const app = this.workspace?.app;
    if (app === undefined) return nothing;
    const { name, version } = app.profile;
    const findings = findingsOf(app);
    return html`<div class="stack">
      <p><strong dir="auto">${name}</strong>, ${this.text.app.version(version)}</p>
      ${findings.length === 0 ? html`<p class="muted">${this.text.app.clean}</p>` : nothing}
      <ul class="plain stack" lang="en" dir="ltr">
        ${findings.map((finding) => this.renderFinding(finding))}
      </ul>
    </div>`;
  }

  private renderFinding({ file, line, message, remedy }: AppProblem): TemplateResult {
    return html`<li>
      <p><code>${this.text.app.place(file, line)}</code></p>
      <p>${message} ${remedy}</p>
    </li>`;
  }
}

/** The owner lints of an app definition of our own are found when it is opened; those of an archive are not. */
function findingsOf(app: AppDefinition): readonly AppProblem[] {
  const known = app.problems.map(({ message }) => message);
  return [...app.problems, ...lintOwners(app).filter(({ message }) => !known.includes(message))];
}

declare global {
  interface HTMLElementTagNameMap {
    'dev-app': DevApp;
  }
}
