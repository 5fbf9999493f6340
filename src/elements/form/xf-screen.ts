import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { ControlNode } from '../../xforms/control-node.ts';
import type { FormScreen, ScreenAddress } from '../../xforms/screens.ts';
import { addressOf, isShown, LAST_SCREEN, screenAt } from '../../xforms/screens.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { FormContextController } from './form-context-controller.ts';
import type { FormContext } from './form-context.ts';
import { plainWords } from './form-text.ts';
import { pathName } from './path-name.ts';
import { QuestionListController } from './question-list-controller.ts';
import { questionsStyles } from './questions.styles.ts';
import { restingStyles } from './resting.styles.ts';
import './xf-repeat-items.ts';
import './xf-review.ts';
import { screenStyles } from './xf-screen.styles.ts';

/**
 * @summary One screen of a form that is gone through page by page: a question, a list of questions that belong on one page, whether a
 * repeat has another item, or at the end all answers. A heading says where in the form it is; it has the focus on each new screen.
 *
 * @csspart heading - Where in the form one is.
 */
@customElement('xf-screen')
export class XfScreen extends LitElement {
  static override styles = [baseStyles, questionsStyles, restingStyles, screenStyles];

  private readonly words = new StringsController(this);
  private screen: FormScreen | undefined;
  private shown: ScreenAddress | undefined;

  @query('[part="heading"]') private readonly heading!: HTMLElement | null;

  /** What the elements of one form share. */
  @property({ attribute: false }) context!: FormContext;

  /** The address of the screen. Where nothing is asked there any more, the next one is shown. */
  @property({ attribute: false }) page: ScreenAddress = '';

  /** What it asks. */
  readonly questions = new QuestionListController(this).list;

  /** How deep its questions lie, for their headings. */
  readonly depthInside = 1;

  constructor() {
    super();
    new FormContextController(this);
  }

  /** The controls of the screen, asked or not. */
  get listed(): readonly ControlNode[] {
    const { screen } = this;
    if (screen?.kind !== 'questions') return [];
    return screen.control.kind === 'item' ? screen.control.children : [screen.control];
  }

  protected override shouldUpdate(): boolean {
    return this.context !== undefined;
  }

  protected override willUpdate(): void {
    if (!this.isStillHere) this.screen = screenAt(this.context.form, this.page);
  }

  /** A new screen is read from its start; the first one leaves the focus where the page has put it. */
  protected override updated(changed: PropertyValues): void {
    const address = this.screen === undefined ? LAST_SCREEN : addressOf(this.screen);
    const isAnother = this.shown !== undefined && this.shown !== address;
    this.shown = address;
    if (isAnother && !changed.has('context')) this.focus();
  }

  override focus(options?: FocusOptions): void {
    this.heading?.focus(options);
    this.heading?.scrollIntoView({ block: 'nearest' });
  }

  /** Of the way to a control, the part that this screen shows as elements; `[]` for what is not on it. */
  pathHere(path: readonly ControlNode[]): readonly ControlNode[] {
    const { screen } = this;
    const start = screen?.kind === 'questions' ? path.indexOf(screen.control) : -1;
    if (start === -1) return [];
    return path.slice(screen?.control.kind === 'item' ? start + 1 : start);
  }

  /** Finding a screen walks the form; most answers leave it where it is. */
  private get isStillHere(): boolean {
    const { screen } = this;
    if (screen === undefined || addressOf(screen) !== this.page) return false;
    return screen.control.node.attached && isShown(screen);
  }

  protected override render(): unknown {
    const { screen, context } = this;
    if (screen === undefined) {
      const { checkAnswers } = this.words.strings.form;
      return html`<h2 part="heading" tabindex="-1" class="title">${checkAnswers}</h2>
        <xf-review .context=${context}></xf-review>`;
    }
    const { kind, control, path } = screen;
    const where = pathName(control.kind === 'item' ? [...path, control] : path, this.words);
    return html`${where === '' ? this.renderHidden(control) : this.renderHeading(where)}
    ${kind === 'repeat' ? keyed(addressOf(screen), this.renderItems(control)) : this.questions.element}`;
  }

  private renderHeading(words: string): TemplateResult {
    return html`<h2 part="heading" tabindex="-1">${words}</h2>`;
  }

  /** Whoever does not see that the screen has changed hears the question. */
  private renderHidden({ label, node }: ControlNode): TemplateResult {
    return html`<h2 part="heading" tabindex="-1" class="visually-hidden">
      ${plainWords(label) || node.name}
    </h2>`;
  }

  private renderItems(repeat: ControlNode): TemplateResult {
    return html`<xf-repeat-items .context=${this.context} .node=${repeat}></xf-repeat-items>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-screen': XfScreen;
  }
}
