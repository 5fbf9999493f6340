import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SessionStep } from '../../suite/session-step.ts';
import type { XPathNode } from '../../xpath/xpath-node.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { DevPart } from './dev-part.ts';
import { devStyles } from './dev.styles.ts';
import { renderRow } from './render-row.ts';

/** @summary Where the person is in the app: what was chosen, step by step, and what expressions read of the session. */
@customElement('dev-session')
export class DevSession extends DevPart {
  static override styles = [baseStyles, devStyles];

  /** The state of the session's machine. */
  @property() state = '';

  override render(): unknown {
    const { workspace, text } = this;
    if (workspace === undefined) return nothing;
    const { session, user, language } = workspace;
    return html`<div class="columns">
      <section class="stack">
        <h3>${text.session.steps}</h3>
        ${session.frame.length === 0 ? html`<p class="muted">${text.session.noSteps}</p>` : nothing}
        <ol class="code" dir="ltr">
          ${session.frame.map(renderStep)}
        </ol>
        <dl>
          ${renderRow(text.session.state, this.state)}
          ${renderRow(text.session.screen, session.screen.kind)}
          ${renderRow(text.session.user, `${user.username} (${user.userId})`)}
          ${renderRow(text.session.language, language)}
        </dl>
      </section>
      <section class="stack">
        <h3>${text.session.datums}</h3>
        ${this.renderDatums(session.datums)}
        <h3><code dir="ltr">instance('commcaresession')</code></h3>
        <dl>${this.sessionValues().map(([path, value]) => renderRow(path, value))}</dl>
      </section>
    </div>`;
  }

  private renderDatums(datums: Readonly<Record<string, string>>): TemplateResult {
    const entries = Object.entries(datums);
    if (entries.length === 0) return html`<p class="muted">${this.text.session.noDatums}</p>`;
    const { database } = this.workspace!.sandbox;
    const shown = ([id, value]: [string, string]) => {
      const name = database.get(value)?.caseName;
      return renderRow(id, name === undefined ? value : `${value} (${name})`);
    };
    return html`<dl>${entries.map(shown)}</dl>`;
  }

  /** Every leaf of the session instance, by its path. */
  private sessionValues(): readonly [string, string][] {
    const document = this.workspace?.session.scope.instance('commcaresession');
    return document === undefined ? [] : leaves(document, '');
  }
}

function leaves(node: XPathNode, path: string): [string, string][] {
  if (node.children.length === 0) return [[path, node.text]];
  return node.children.flatMap((child) => leaves(child, `${path}/${child.name}`));
}

function renderStep(step: SessionStep): TemplateResult {
  switch (step.kind) {
    case 'command':
      return html`<li>${step.id} <span class="tag">command</span></li>`;
    case 'datum':
      return html`<li>
        ${step.id} = <strong>${step.value}</strong> <span class="tag">datum</span>
      </li>`;
    default:
      return html`<li>${step.id} <span class="tag">${step.kind}</span></li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dev-session': DevSession;
  }
}
