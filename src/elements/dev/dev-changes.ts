import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Edit, Refusal } from '../../xforms/transaction.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { DevPart } from './dev-part.ts';
import { devStyles } from './dev.styles.ts';
import type { LoggedTransaction } from './transaction-log.ts';

/** @summary What happened to the form, newest first: who caused it, what was asked for, and each value before and after. */
@customElement('dev-changes')
export class DevChanges extends DevPart {
  static override styles = [baseStyles, devStyles];

  /** Newest first. */
  @property({ attribute: false }) entries: readonly LoggedTransaction[] = [];

  override render(): TemplateResult {
    const { entries, form, text } = this;
    if (form === undefined) return html`<p class="muted">${text.noForm}</p>`;
    if (entries.length === 0) return html`<p class="muted">${text.changes.none}</p>`;
    return html`<ol class="plain stack">
      ${entries.map((entry) => this.renderEntry(entry))}
    </ol>`;
  }

  private renderEntry(entry: LoggedTransaction): TemplateResult {
    const text = this.text.changes;
    return html`<li class="stack">
      <h3>${entry.number}. ${text.source(entry.source)}</h3>
      ${entry.edits.map((edit) => html`<p><code dir="ltr">${editText(edit)}</code></p>`)}
      ${entry.refusals.map((refusal) => html`<p class="wrong">${text.refused}: ${reasonText(refusal)}</p>`)}
      ${entry.changes.length === 0 ? html`<p class="muted">${text.nothing}</p>` : this.renderChanges(entry)}
    </li>`;
  }

  private renderChanges({ changes }: LoggedTransaction): unknown {
    const text = this.text.changes;
    if (changes.length === 0) return nothing;
    return html`<table aria-label=${text.table}>
      <thead>
        <tr>
          <th scope="col">${text.node}</th>
          <th scope="col">${text.before}</th>
          <th scope="col">${text.after}</th>
        </tr>
      </thead>
      <tbody>
        ${changes.map(
          ({ ref, before, after }) =>
            html`<tr>
              <td><code dir="ltr">${ref}</code></td>
              <td class="code" dir="auto">${before}</td>
              <td class="code" dir="auto">${after}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

function editText(edit: Edit): string {
  switch (edit.kind) {
    case 'setValue':
      return `${edit.kind} ${edit.ref} “${edit.value}”`;
    case 'setLanguage':
      return `${edit.kind} ${edit.language}`;
    default:
      return `${edit.kind} ${edit.ref}`;
  }
}

function reasonText({ reason, message }: Refusal): string {
  return message === '' ? reason : `${reason}: ${message}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'dev-changes': DevChanges;
  }
}
