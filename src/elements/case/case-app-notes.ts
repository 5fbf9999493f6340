import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CasePractiseEvent } from '../events/case-practise-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { message } from '../shared/message.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { caseAppNotesStyles } from './case-app-notes.styles.ts';
import { loadProblemsStyles } from './load-problems.styles.ts';
import type { LoadProblem } from './load-problem.ts';
import { renderLoadProblems } from './render-load-problems.ts';

/**
 * @summary What there is to know about an app before one works with it: parts of it that do not work, and that one can practise. It
 * takes no room when there is nothing.
 * @event {CasePractiseEvent} case-practise - The user wants to practise.
 * @csspart base - Everything.
 */
@customElement('case-app-notes')
export class CaseAppNotes extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    messageStyles,
    loadProblemsStyles,
    caseAppNotesStyles,
  ];

  private readonly localize = new StringsController(this);

  /** What was found wrong when the app was opened. */
  @property({ attribute: false }) problems: readonly LoadProblem[] = [];

  /** Whether cases to practise with came with the app. */
  @property({ type: Boolean }) practice = false;

  private handlePractise(): void {
    this.dispatchEvent(new CasePractiseEvent());
  }

  override render(): unknown {
    if (this.problems.length === 0 && !this.practice) return nothing;
    return html`<div part="base" class="notes">
      ${this.renderProblems()}${this.renderPractice()}
    </div>`;
  }

  private renderProblems(): unknown {
    const { problems } = this;
    const text = this.localize.strings.app.appNotes;
    if (problems.length === 0) return nothing;
    return message(
      'note',
      html`<details>
        <summary>${text.problems(problems.length)}</summary>
        ${renderLoadProblems(problems, this.localize.strings)}
      </details>`,
    );
  }

  private renderPractice(): unknown {
    const text = this.localize.strings.app.appNotes;
    if (!this.practice) return nothing;
    return html`<p class="practice">
      <button class="button" type="button" @click=${this.handlePractise}>${text.practise}</button>
      <span class="muted">${text.practiceMeaning}</span>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-app-notes': CaseAppNotes;
  }
}
