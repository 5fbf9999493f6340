import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isAnswerable } from '../../xforms/answered-share.ts';
import type { ControlNode } from '../../xforms/control-node.ts';
import type { FormScreen } from '../../xforms/screens.ts';
import { questionsOn, shownScreens } from '../../xforms/screens.ts';
import { XfGotoEvent } from '../events/xf-goto-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { errorMessage } from './error-message.ts';
import { FormContextController } from './form-context-controller.ts';
import type { FormContext } from './form-context.ts';
import { plainWords } from './form-text.ts';
import { pathName } from './path-name.ts';
import { readableAnswer } from './readable-answer.ts';
import { reviewStyles } from './xf-review.styles.ts';

/** The answers that stand under one heading. */
interface Section {
  readonly name: string;
  readonly questions: ControlNode[];
}

/**
 * @summary All answers of a form, to look over before it is sent; each can be gone back to.
 *
 * @event xf-goto - The person goes back to a question.
 * @csspart answers - A list of answers that belong together.
 */
@customElement('xf-review')
export class XfReview extends LitElement {
  static override styles = [baseStyles, buttonStyles, reviewStyles];

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

  protected override render(): unknown {
    return this.sections.map(({ name, questions }) => this.renderSection(name, questions));
  }

  private get sections(): readonly Section[] {
    const sections: Section[] = [];
    for (const screen of shownScreens(this.context.form)) {
      const questions = questionsOn(screen).filter(isAnswerable);
      const name = this.nameOf(screen);
      const last = sections.at(-1);
      if (last?.name === name) last.questions.push(...questions);
      else if (questions.length > 0) sections.push({ name, questions: [...questions] });
    }
    return sections;
  }

  /** A field list is a section of its own. */
  private nameOf({ control, path }: FormScreen): string {
    const isList = control.kind === 'item' || control.kind === 'group';
    return pathName(isList ? [...path, control] : path, this.words);
  }

  private renderSection(name: string, questions: readonly ControlNode[]): TemplateResult {
    return html`<section>
      ${name === '' ? nothing : html`<h3>${name}</h3>`}
      <dl part="answers">${questions.map((question) => this.renderAnswer(question))}</dl>
    </section>`;
  }

  private renderAnswer(question: ControlNode): TemplateResult {
    const { noAnswer, change, changeAnswer } = this.words.strings.form;
    const label = plainWords(question.label) || question.node.name;
    const answer = this.answerOf(question);
    return html`<div>
      <dt>${label}</dt>
      <dd>
        <span class=${answer === '' ? 'muted' : nothing} dir="auto">${answer || noAnswer}</span>
        ${this.renderError(question)}
      </dd>
      <dd class="change">
        <button
          type="button"
          class="link-button"
          aria-label=${changeAnswer(label)}
          @click=${() => this.dispatchEvent(new XfGotoEvent(question))}
        >
          ${change}
        </button>
      </dd>
    </div>`;
  }

  /** What the person gave, also where the form has not taken it. */
  private answerOf(question: ControlNode): string {
    const notTaken = this.context.notTakenOf(question.node);
    return notTaken?.value ?? readableAnswer(question, this.words.lang);
  }

  private renderError({ node }: ControlNode): unknown {
    const error = this.context.errorOf(node);
    if (error === undefined) return nothing;
    return html`<span class="wrong"
      >${errorMessage(error, node.type, this.words.strings.form)}</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-review': XfReview;
  }
}
