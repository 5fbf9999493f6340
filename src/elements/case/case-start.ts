import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Entrance, SessionProblem } from '../../machines/app-session.ts';
import { baseStyles } from '../shared/base.styles.ts';
import './case-open.ts';
import './case-sign-in.ts';
import type { CaseSignIn } from './case-sign-in.ts';
import { caseStartStyles } from './case-start.styles.ts';
import { loadProblems } from './load-problems.ts';

/**
 * @summary The two ways to begin: signing in, or opening files.
 * @event {CaseSignInEvent} case-sign-in - The user signs in.
 * @event {CaseOpenEvent} case-open - The user opens files.
 * @slot intro - What stands between the heading and the fields, such as the demo users.
 * @csspart base - Everything.
 */
@customElement('case-start')
export class CaseStart extends LitElement {
  static override styles = [baseStyles, caseStartStyles];

  @query('case-sign-in') private signIn!: CaseSignIn | null;

  /** What is under way. */
  @property() busy: Entrance['kind'] | undefined;

  /** Why it did not work the last time. */
  @property({ attribute: false }) problem: SessionProblem | undefined;

  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.signIn?.focus(options));
  }

  override render(): TemplateResult {
    const { problem } = this;
    const ofFiles = problem === undefined ? [] : loadProblems(problem.error);
    return html`<div part="base" class="start">
      <case-sign-in
        .busy=${this.busy === 'signIn'}
        .error=${ofFiles.length > 0 ? '' : (problem?.message ?? '')}
        ><slot name="intro" slot="intro"></slot
      ></case-sign-in>
      <case-open .busy=${this.busy === 'openFiles'} .problems=${ofFiles}></case-open>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-start': CaseStart;
  }
}
