import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ControlNode } from '../../xforms/control-node.ts';
import { XfGotoEvent } from '../events/xf-goto-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { message } from '../shared/message.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { nameOnPath } from './control-path.ts';
import { errorMessage } from './error-message.ts';
import { FormContextController } from './form-context-controller.ts';
import type { FormContext } from './form-context.ts';
import { problemsStyles } from './xf-problems.styles.ts';

/**
 * @summary After an attempt to complete: everything that is to be checked, each a button that goes there. It shrinks as one checks.
 *
 * @event xf-goto - The person chose a question.
 * @csspart base - Everything.
 */
@customElement('xf-problems')
export class XfProblems extends LitElement {
  static override styles = [baseStyles, buttonStyles, messageStyles, problemsStyles];

  private readonly words = new StringsController(this);

  /** What the elements of one form share. */
  @property({ attribute: false }) context!: FormContext;

  constructor() {
    super();
    new FormContextController(this);
  }

  protected override shouldUpdate(): boolean {
    return this.context !== undefined;
  }

  protected override render(): TemplateResult {
    const { attempted, progress } = this.context;
    const wrong = attempted ? progress.toCheck : [];
    return html`<div part="base" role="alert" aria-atomic="false">
      ${wrong.length === 0 ? nothing : message('danger', this.renderList(wrong))}
    </div>`;
  }

  private renderList(wrong: readonly ControlNode[]): TemplateResult {
    return html`<h2>${this.words.strings.form.errorSummary(wrong.length)}</h2>
      <ul>
        ${wrong.map((control) => this.renderProblem(control))}
      </ul>`;
  }

  private renderProblem(control: ControlNode): TemplateResult {
    const path = this.context.pathTo(control);
    const error = this.context.errorOf(control.node);
    const goTo = () => this.dispatchEvent(new XfGotoEvent(control));
    return html`<li>
      <button type="button" class="link-button" @click=${goTo}>${nameOnPath(path)}</button>${
        error
          ? html`<span class="why"
              >${errorMessage(error, control.node.type, this.words.strings.form)}</span
            >`
          : nothing
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-problems': XfProblems;
  }
}
