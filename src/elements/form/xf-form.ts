import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { FormEntryEvent } from '../../machines/form-entry.ts';
import type { FormOwnership } from '../../machines/run-lone-form.ts';
import type { ControlNode } from '../../xforms/control-node.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { ScreenAddress } from '../../xforms/screens.ts';
import type { Prefill } from '../../xforms/prefill.ts';
import type { WorkIds } from '../events/work-event.ts';
import { keepWorkOf } from '../events/work-event.ts';
import type { XfAnswerEvent } from '../events/xf-answer-event.ts';
import { isVisible } from '../../xforms/visible-control.ts';
import { XfCompleteEvent } from '../events/xf-complete-event.ts';
import type { XfGotoEvent } from '../events/xf-goto-event.ts';
import type { XfLanguageEvent } from '../events/xf-language-event.ts';
import type { XfRepeatAddEvent } from '../events/xf-repeat-add-event.ts';
import type { XfRepeatRemoveEvent } from '../events/xf-repeat-remove-event.ts';
import type { XfUndoEvent } from '../events/xf-undo-event.ts';
import type { SubmittedInstance } from '../events/xf-submit-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import type { Geocoder } from '../shared/geocoder.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { controlPath, pathToNode } from './control-path.ts';
import { fetchElement, isToBeFetched } from './elements-on-demand.ts';
import { renderButtons, type FormButton } from './form-buttons.ts';
import { FormContext, type ControlProperties } from './form-context.ts';
import { FormHost } from './form-host.ts';
import { languageDirection, languageTag } from './form-language.ts';
import { FormPages } from './form-pages.ts';
import type { FormStorage } from './form-storage.ts';
import { FormWork } from './form-work.ts';
import { goToControl } from './go-to-control.ts';
import { OuterForm } from './outer-form.ts';
import { QuestionListController } from './question-list-controller.ts';
import { questionsStyles } from './questions.styles.ts';
import {
  renderFailed,
  renderKept,
  renderNotTaken,
  renderOpening,
  renderSaved,
  renderSent,
} from './render-stage.ts';
import { restingStyles } from './resting.styles.ts';
import { WideController } from './wide-controller.ts';
import { formStyles } from './xf-form.styles.ts';
import './xf-address.ts';
import './xf-barcode.ts';
import './xf-counter.ts';
import './xf-cycle.ts';
import './xf-date.ts';
import './xf-geopoint.ts';
import './xf-geotrace.ts';
import './xf-group.ts';
import './xf-image-map.ts';
import './xf-input.ts';
import './xf-keys.ts';
import './xf-languages.ts';
import './xf-outline.ts';
import './xf-problems.ts';
import './xf-range.ts';
import './xf-rank.ts';
import './xf-rating.ts';
import './xf-repeat.ts';
import './xf-screen.ts';
import type { XfScreen } from './xf-screen.ts';
import './xf-select.ts';
import './xf-select-list.ts';
import './xf-select1.ts';
import './xf-signature.ts';
import './xf-trigger.ts';
import './xf-undo.ts';
import './xf-unsupported.ts';
import './xf-upload.ts';

/** What comes from below, or is fired here, keeps the ids of this form. */
const EVENTS = [
  ...[
    'answer',
    'attach',
    'change',
    'repeat-add',
    'repeat-remove',
    'undo',
    'language',
    'goto',
    'page',
    'invalid',
  ],
  ...['ready', 'error', 'draft', 'complete', 'before-submit', 'submit', 'sent', 'close'],
].map((name) => `xf-${name}`);

/** Anything that takes what the person does: a form-entry actor, a recorder, a test. */
export interface FormActor {
  send(event: FormEntryEvent): void;
}

/**
 * @summary A whole form, on one page or one screen after the other: its questions, an outline of them, what is to be checked, and the
 * button that finishes it.
 *
 * It changes nothing itself: what the person does goes to `actor` (or `send`) as a message, and what the form makes of it comes back
 * through the form's own transactions. With `src` or `xml` in place of a form it opens that and runs it by itself, from the first
 * question to `xf-submit`.
 *
 * @slot header - Above the questions; the form's title when nothing is given.
 * @slot language - In place of the language switch.
 * @slot mode - Beside the language switch: whether the questions are asked one by one.
 * @slot footer - Beside the button: what is saved, further buttons.
 * @slot empty - In place of a form that asks nothing.
 * @slot sent - In place of a form that the page has taken.
 * @event {XfReadyEvent} xf-ready - The form that `src` or `xml` named can be filled in; what of `prefill` was not taken.
 * @event {XfErrorEvent} xf-error - It cannot be opened: every fault with its place.
 * @event {XfAnswerEvent} xf-answer - The person answered a question.
 * @event {XfAttachEvent} xf-attach - The person gave a file for an answer, or took it back.
 * @event {XfChangeEvent} xf-change - What the person did has changed the form, and all that follows is worked out.
 * @event {XfRepeatAddEvent} xf-repeat-add - The person adds an item.
 * @event {XfRepeatRemoveEvent} xf-repeat-remove - The person removes an item. Cancelling keeps it.
 * @event {XfUndoEvent} xf-undo - The person takes back what they did last, or does it again.
 * @event {XfLanguageEvent} xf-language - The person chose another language for the form.
 * @event {XfGotoEvent} xf-goto - The person goes to a question from the outline or the list of what is to be checked.
 * @event {XfPageEvent} xf-page - The person turned to another screen.
 * @event {XfInvalidEvent} xf-invalid - The person tried to finish, and something is to be checked first.
 * @event {XfDraftEvent} xf-draft - Its unfinished state, about a second after a change, for the page to keep.
 * @event {XfCompleteEvent} xf-complete - The person pressed the button. Cancelling leaves the form as it is.
 * @event {XfBeforeSubmitEvent} xf-before-submit - It is complete and valid. Cancelling keeps it from being handed over.
 * @event {XfSubmitEvent} xf-submit - It is complete: its XML and files. Cancelling means that the page does not take it.
 * @event {XfSentEvent} xf-sent - The page has taken it.
 * @event {XfCloseEvent} xf-close - It was left unfinished.
 * @csspart base - Everything.
 * @csspart questions - The questions.
 * @csspart navigation - The outline.
 * @csspart error-summary - What is to be checked.
 * @csspart opening - The words while the form is fetched.
 * @csspart failed - The message in place of a form that cannot be opened.
 * @csspart not-taken - Why the page did not take the form.
 * @csspart kept - That earlier answers are here again, with the way to begin anew.
 * @csspart saved - When it was last kept on this computer.
 * @csspart sent - The message in place of a form that the page has taken.
 * @csspart submit-button - The button that finishes the form.
 * @csspart next-button - One screen further.
 * @csspart back-button - One screen back.
 */
@customElement('xf-form')
export class XfForm extends LitElement {
  static readonly formAssociated = true;
  static override styles = [
    baseStyles,
    buttonStyles,
    messageStyles,
    questionsStyles,
    restingStyles,
    formStyles,
  ];

  private readonly internals = this.attachInternals();
  private readonly words = new StringsController(this);
  private readonly wide = new WideController(this);
  private readonly host = new FormHost(this);
  private readonly pages = new FormPages(this, {
    tell: (event) => this.tell(event),
    show: (control) => this.show(control),
    finish: () => this.finish(),
  });
  private readonly outer = new OuterForm(this, this.internals, this.words);

  @query('[part="sent"]') private readonly sent!: HTMLElement | null;
  @query('xf-screen:defined') private readonly screen!: XfScreen | null;

  private shown: FormHost['stage']['kind'] = 'none';

  /** Its questions where all stand on one page. */
  readonly questions = new QuestionListController(this).list;

  /** How deep its questions lie, for their headings. */
  readonly depthInside = 0;

  /** What the elements of this form share. Made anew for each form. */
  @state() context: FormContext | undefined;

  /** Address of an XForm to fetch and run. Goes for nothing where the page gives a `form`. */
  @property() src = '';

  /** An XForm as text to run; goes before `src`. */
  @property({ attribute: false }) xml = '';

  /** With `src` or `xml`: secondary instances as XML, by their `src` in the form. Read when the form is opened. */
  @property({ attribute: false }) instances: Readonly<Record<string, string>> = {};

  /** With `src` or `xml`: the `xml` of an `xf-draft`, to go on with. Read when the form is opened. */
  @property({ attribute: false }) draft: string | undefined;

  /** With `src` or `xml`: the `token()` of an `xf-draft`, to go on with everything, files too. Read when the form is opened. */
  @property() session = '';

  /**
   * With `src` or `xml`: answers that are known before the first question, as JSON: `{"name": "Asha", "/visit/age": 31}`. What a
   * question does not take is told by `xf-ready`. Read when the form is opened anew.
   */
  @property({ converter: { fromAttribute: (text) => readPrefill(text) } }) prefill: Prefill = {};

  /** With `src` or `xml`: `local` keeps what is entered in this browser until it is sent, and goes on with it. */
  @property() autosave: 'off' | 'local' = 'off';

  /** Tells filling-ins of one form apart that are kept at the same time, such as one for each patient. */
  @property({ attribute: 'autosave-key' }) autosaveKey = '';

  /** Where `autosave` keeps, in place of this browser. */
  @property({ attribute: false }) storage: FormStorage | undefined;

  /** With `src` or `xml`: takes the finished form, as a listener to `xf-submit` does. The form is held until the promise is settled. */
  @property({ attribute: false })
  submission: ((form: SubmittedInstance) => Promise<unknown>) | undefined;

  /** The name under which a `<form>` around it sends the instance as XML; without it, each answer goes by its own reference. */
  @property({ reflect: true }) name = '';

  /** With `src` or `xml`: the form's language to begin in, as the form calls it. */
  @property() language = '';

  /** The cases that the form is filled in for; events carry them. */
  @property({ attribute: false }) caseIds: readonly string[] = [];

  /** Names this filling-in in events, where the page gives a `form`; with `src` or `xml` it gets an id of its own. */
  @property({ attribute: false }) sessionId = '';

  /** With `src` or `xml`: who is to own the cases that the form creates. Without it, owners stay as the form leaves them. */
  @property({ attribute: false }) ownership: FormOwnership | undefined;

  /** The form that is being filled in. */
  @property({ attribute: false }) form: FormInstance | undefined;

  /** Takes what the person does; goes before `actor`. */
  @property({ attribute: false }) send: ((event: FormEntryEvent) => void) | undefined;

  /** The form-entry actor, or anything else with `send`. */
  @property({ attribute: false }) actor: FormActor | undefined;

  /** With `src` or `xml`: all questions on one page, or one screen after the other. */
  @property({ reflect: true }) mode: 'one-page' | 'one-per-screen' = 'one-page';

  /** The screen that is shown, as the form-entry actor says it; `undefined` where all questions stand on one page. */
  @property({ attribute: false }) page: ScreenAddress | undefined;

  /** Where the page finds a `jr://` medium or an attachment; `undefined` for one that is not there. */
  @property({ attribute: false }) media: (source: string) => string | undefined = () => undefined;

  /** Looks up what is typed as an address; without it addresses are written out. */
  @property({ attribute: false }) geocoder: Geocoder | undefined;

  /** The text of the button; "Send form" when nothing is given. */
  @property({ attribute: 'submit-label' }) submitLabel = '';

  /** While what follows the button is under way: the button waits, and nothing can be changed that would come too late. */
  @property({ type: Boolean, reflect: true }) busy = false;

  constructor() {
    super();
    keepWorkOf(this, EVENTS);
  }

  /** What is filled in here, as events tell it. */
  get work(): WorkIds {
    return new FormWork(this.form, this.sessionId || this.host.kept.sessionId, this.caseIds);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.context?.connect();
    globalThis.addEventListener('pagehide', this.handleHide);
    document.addEventListener('visibilitychange', this.handleHide);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.context?.disconnect();
    globalThis.removeEventListener('pagehide', this.handleHide);
    document.removeEventListener('visibilitychange', this.handleHide);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if ((changed.has('src') || changed.has('xml')) && this.runsItself) void this.host.open();
    if (changed.has('mode') && this.host.stage.kind === 'entering')
      this.tell({ type: 'page.mode', oneByOne: this.mode === 'one-per-screen' });
    if (changed.has('form')) this.open();
    if (this.context) this.context.media = (source) => this.mediaAt(source);
    if (this.context) this.context.geocoder = this.geocoder;
  }

  protected override updated(): void {
    if (this.host.stage.kind === 'sent' && this.shown !== 'sent') this.sent?.focus();
    this.shown = this.host.stage.kind;
  }

  formAssociatedCallback(owner: HTMLFormElement | null): void {
    this.outer.associate(owner);
  }

  formResetCallback(): void {
    if (this.runsItself) void this.host.open();
  }

  /** The controls of the top level, asked or not. */
  get controls(): readonly ControlNode[] {
    return this.form?.controls ?? [];
  }

  /** Those that stand on one page; none where screens show them. */
  get listed(): readonly ControlNode[] {
    return this.page === undefined ? this.controls : [];
  }

  /** What was attached before, else what the page has. */
  private mediaAt(source: string): string | undefined {
    return this.host.kept.urlOf(source) ?? this.media(source);
  }

  /** Opens the form of `src` or `xml` anew, empty or from `draft`; resolves when it can be filled in or has failed. */
  async reopen(): Promise<void> {
    await this.host.open();
  }

  private get runsItself(): boolean {
    if (this.host.stage.kind !== 'none') return true;
    return this.form === undefined && (this.src !== '' || this.xml !== '');
  }

  private open(): void {
    this.context?.disconnect();
    this.context = this.form && new FormContext(this.form);
    // What is asked decides which screen is the first and which the last.
    this.context?.observeAll(() => this.page !== undefined && this.requestUpdate());
    this.context?.observeAll(() => this.outer.mirror());
    this.outer.mirror();
    if (this.form !== undefined) this.fetchCompanions(this.form);
    if (this.isConnected) this.context?.connect();
  }

  /** What stands around the questions may come after them. */
  private fetchCompanions({ languages }: FormInstance): void {
    void fetchElement('xf-outline');
    void fetchElement('xf-problems');
    void fetchElement('xf-keys');
    if (languages.length > 1) void fetchElement('xf-languages');
  }

  // A page that is out of sight may not come back, as on a telephone.
  private readonly handleHide = (event: Event): void => {
    if (event.type === 'visibilitychange' && document.visibilityState !== 'hidden') return;
    this.context?.flush();
    this.tell({ type: 'save' });
  };

  // Leaving the box may show an error above the button and move it from under the pointer, so that the click goes nowhere.
  // So a press on a button leaves the focus where it is; completing hands over what is being typed.
  private readonly handleMousedown = (event: MouseEvent): void => {
    if (event.composedPath().some((each) => each instanceof HTMLButtonElement))
      event.preventDefault();
  };

  // A box that loses the focus because its form gives way to another says its last words: they belong to the form before.
  private readonly handleAnswer = (event: XfAnswerEvent): void => {
    const origin = event.composedPath()[0] as Partial<ControlProperties>;
    if (origin.context !== this.context) return;
    const { ref, value, follows } = event;
    this.tell({ type: 'answer', ref, value, ...(follows && { follows }) });
  };

  private readonly handleRepeatAdd = ({ ref }: XfRepeatAddEvent): void => {
    this.tell({ type: 'repeat.add', ref });
  };

  // The event goes on to the page, which may keep the item; so the form hears of it at the very end.
  private readonly handleRepeatRemove = (event: XfRepeatRemoveEvent): void => {
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.tell({ type: 'repeat.remove', ref: event.ref });
    });
  };

  private readonly handleUndo = ({ direction }: XfUndoEvent): void => {
    this.context?.flush();
    this.tell({ type: direction === 'back' ? 'undo' : 'redo' });
  };

  private readonly handleLanguage = ({ language }: XfLanguageEvent): void => {
    this.context?.flush();
    this.tell({ type: 'language', language });
    this.requestUpdate();
  };

  private readonly handleGoto = ({ control }: XfGotoEvent): void => {
    this.flush();
    void this.show(control);
  };

  private tell(event: FormEntryEvent): void {
    if (isToBeFetched('xf-undo') && event.type !== 'save') void fetchElement('xf-undo');
    if (this.send !== undefined) this.send(event);
    else this.actor?.send(event);
  }

  /** True when the form could be finished as it is. */
  checkValidity(): boolean {
    return this.context?.faultCount === 0;
  }

  /** The same; where something is to be checked, it shows, and the first of it gets the focus. */
  reportValidity(): boolean {
    this.context?.flush();
    this.context?.attempt();
    const first = this.context?.progress.toCheck[0];
    if (first !== undefined) void this.show(first);
    return this.checkValidity();
  }

  /** Hands what is still being typed to the form, as leaving its box does. */
  flush(): void {
    this.context?.flush();
  }

  /**
   * Finishes the form as the button does: hands over what is being typed and says `complete`; then shows what is to be checked
   * and goes to the first of it. True when nothing was to be checked. Whoever hears of `complete` asks `form.toCheck()`.
   */
  async complete(): Promise<boolean> {
    const { context } = this;
    if (context === undefined) return false;
    context.flush();
    if (!this.dispatchEvent(new XfCompleteEvent())) return false;
    // What the form has never heard of must not be left behind by sending what was there before.
    if (!context.hasUnreadable) this.tell({ type: 'complete' });
    context.attempt();
    const first = context.progress.toCheck[0];
    if (first !== undefined) await this.show(first);
    return first === undefined;
  }

  /**
   * Goes to the next screen as the button does: hands over what is being typed and says `page.next`. Where the screen has something to
   * check, that shows, and the first of it gets the focus. True when nothing was to be checked.
   */
  async goForward(): Promise<boolean> {
    return this.pages.goForward();
  }

  private finish(): void {
    if (!this.busy) void this.complete();
  }

  /** Goes to the question of a node, unfolding what it lies in. False when it is not on the page. */
  async focusControl(ref: string): Promise<boolean> {
    const node = this.form?.node(ref);
    const control = node && pathToNode(this.controls, node).at(-1);
    return control !== undefined && this.show(control);
  }

  /** Goes to a control, to its screen first where there are several. False when it is not asked. */
  private async show(control: ControlNode): Promise<boolean> {
    if (this.page !== undefined) await this.turnTo(control);
    const path = controlPath(this.controls, (each) => each === control);
    const { screen } = this;
    await this.updateComplete;
    if (screen === null) return goToControl(path, this.questions);
    const here = screen.pathHere(path);
    if (here.length === 0) screen.focus();
    return here.length === 0 || goToControl(here, screen.questions);
  }

  private async turnTo(control: ControlNode): Promise<void> {
    this.pages.turnTo(control);
    // What the actor says comes down by way of the page around this element.
    await new Promise((resolve) => setTimeout(resolve));
    await this.screen?.updateComplete;
  }

  override focus(options?: FocusOptions): void {
    if (this.screen !== null) this.screen.focus(options);
    else this.questions.first?.focus(options);
  }

  protected override render(): unknown {
    const { form, context } = this;
    const { stage } = this.host;
    if (stage.kind === 'opening') return renderOpening(this.words.strings);
    if (stage.kind === 'failed')
      return renderFailed(stage, this.words.strings, () => void this.reopen());
    if (stage.kind === 'sent') return renderSent(this.words.strings);
    if (form === undefined || context === undefined) return nothing;
    const tag = languageTag(form.language);
    return html`<div
      part="base"
      class=${this.wide.value ? 'form wide' : 'form'}
      lang=${tag || nothing}
      dir=${tag === '' ? nothing : languageDirection(tag)}
      @mousedown=${this.handleMousedown}
      @keydown=${this.pages.handleKeydown}
      @xf-answer=${this.handleAnswer}
      @xf-repeat-add=${this.handleRepeatAdd}
      @xf-repeat-remove=${this.handleRepeatRemove}
      @xf-undo=${this.handleUndo}
      @xf-language=${this.handleLanguage}
      @xf-goto=${this.handleGoto}
    >
      ${this.renderTop(form)} ${this.renderKept()}
      <xf-outline
        part="navigation"
        .context=${context}
        .page=${this.page}
        ?wide=${this.wide.value}
      ></xf-outline>
      ${this.renderBody(context)}
    </div>`;
  }

  private renderTop(form: FormInstance): TemplateResult {
    return html`<div class="top">
      <slot name="header"><h1>${form.definition.title}</h1></slot>
      <div class="choices">
        <slot name="mode"></slot>
        <slot name="language"
          ><xf-languages .languages=${form.languages} .value=${form.language}></xf-languages
        ></slot>
      </div>
    </div>`;
  }

  private renderKept(): unknown {
    return renderKept(this.host.kept, this.words, {
      startAgain: () => void this.host.startAgain(),
      goBack: () => void this.host.goBack(),
    });
  }

  private renderBody(context: FormContext): TemplateResult {
    return html`<div class="body">
      <div part="questions" ?inert=${this.busy}>${this.renderQuestions(context)}</div>
      ${this.asksNothing ? this.renderEmpty() : nothing}
      <div>
        <xf-problems part="error-summary" .context=${context}></xf-problems>
        ${renderNotTaken(this.host.stage)}
        <div class="foot">
          ${this.renderButtons()}<slot name="footer"></slot
          >${renderSaved(this.host.stage, this.words)}
          <xf-keys .paged=${this.page !== undefined}></xf-keys>
        </div>
      </div>
      <xf-undo .context=${context} .busy=${this.busy}></xf-undo>
    </div>`;
  }

  private renderQuestions(context: FormContext): unknown {
    if (this.page === undefined) return this.questions.element;
    if (isToBeFetched('xf-screen')) void fetchElement('xf-screen').then(() => this.requestUpdate());
    return keyed(context, html`<xf-screen .context=${context} .page=${this.page}></xf-screen>`);
  }

  private get asksNothing(): boolean {
    if (this.page === undefined) return this.questions.isEmpty;
    return !this.controls.some(isVisible);
  }

  private renderEmpty(): TemplateResult {
    return html`<slot name="empty"><p class="muted">${this.words.strings.form.empty}</p></slot>`;
  }

  private renderButtons(): unknown {
    const isFurther = this.page !== undefined && !this.pages.isFirst;
    return renderButtons([isFurther ? this.backButton : undefined, this.mainButton], this.busy);
  }

  private get backButton(): FormButton {
    const words = this.words.strings.form.back;
    return { part: 'back-button', words, press: () => this.pages.goBack() };
  }

  private get mainButton(): FormButton {
    const { next, send } = this.words.strings.form;
    if (this.pages.shown === undefined)
      return { part: 'submit-button', words: this.submitLabel || send, press: () => this.finish() };
    return { part: 'next-button', words: next, press: () => void this.goForward() };
  }
}

/** An attribute that is no JSON is a mistake of the page, and says so in the console. */
function readPrefill(text: string | null): Prefill {
  return text === null || text === '' ? {} : (JSON.parse(text) as Prefill);
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-form': XfForm;
  }
}
