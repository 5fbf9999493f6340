import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { FormEntryEvent } from '../../machines/form-entry.ts';
import type { FormOwnership } from '../../machines/run-lone-form.ts';
import type { ControlNode } from '../../xforms/control-node.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { XfAnswerEvent } from '../events/xf-answer-event.ts';
import { XfCompleteEvent } from '../events/xf-complete-event.ts';
import type { XfGotoEvent } from '../events/xf-goto-event.ts';
import type { XfLanguageEvent } from '../events/xf-language-event.ts';
import type { XfRepeatAddEvent } from '../events/xf-repeat-add-event.ts';
import type { XfRepeatRemoveEvent } from '../events/xf-repeat-remove-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { messageStyles } from '../shared/message.styles.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { renderControls } from './control-elements.ts';
import { controlPath, pathToNode } from './control-path.ts';
import { FormContext, type ControlProperties } from './form-context.ts';
import { FormHost } from './form-host.ts';
import { languageDirection, languageTag } from './form-language.ts';
import { questionsOf } from './form-progress.ts';
import { questionsStyles } from './questions.styles.ts';
import { renderFailed, renderNotTaken, renderOpening, renderSent } from './render-stage.ts';
import { VisibleChildrenController } from './visible-children-controller.ts';
import { WideController } from './wide-controller.ts';
import { formStyles } from './xf-form.styles.ts';
import './xf-geopoint.ts';
import './xf-group.ts';
import './xf-input.ts';
import './xf-languages.ts';
import './xf-outline.ts';
import './xf-problems.ts';
import './xf-range.ts';
import './xf-rank.ts';
import './xf-repeat-item.ts';
import './xf-repeat.ts';
import './xf-select.ts';
import './xf-select1.ts';
import './xf-signature.ts';
import './xf-trigger.ts';
import './xf-unsupported.ts';
import './xf-upload.ts';

/** Anything that takes what the person does: a form-entry actor, a recorder, a test. */
export interface FormActor {
  send(event: FormEntryEvent): void;
}

/** An element that can show what is folded away in it. */
interface Revealing extends LitElement {
  reveal?(): Promise<void>;
}

/**
 * @summary A whole form on one page: its questions, an outline of them, what is to be checked, and the button that finishes it.
 *
 * It changes nothing itself: what the person does goes to `actor` (or `send`) as a message, and what the form makes of it comes back
 * through the form's own transactions. With `src` or `xml` in place of a form it opens that and runs it by itself, from the first
 * question to `xf-submit`.
 *
 * @slot header - Above the questions; the form's title when nothing is given.
 * @slot language - In place of the language switch.
 * @slot footer - Beside the button: what is saved, further buttons.
 * @slot empty - In place of a form that asks nothing.
 * @slot sent - In place of a form that the page has taken.
 * @event {XfReadyEvent} xf-ready - The form that `src` or `xml` named can be filled in.
 * @event {XfErrorEvent} xf-error - It cannot be opened: every fault with its place.
 * @event {XfDraftEvent} xf-draft - Its unfinished state, about a second after a change.
 * @event {XfSubmitEvent} xf-submit - It is complete: its XML. Cancelling means that the page does not take it.
 * @event xf-complete - The person pressed the button. Cancelling leaves the form as it is.
 * @csspart base - Everything.
 * @csspart questions - The questions.
 * @csspart navigation - The outline.
 * @csspart error-summary - What is to be checked.
 * @csspart submit-button - The button that finishes the form.
 */
@customElement('xf-form')
export class XfForm extends LitElement {
  static readonly formAssociated = true;
  static override styles = [baseStyles, buttonStyles, messageStyles, questionsStyles, formStyles];

  private readonly internals = this.attachInternals();
  private readonly words = new StringsController(this);
  private readonly visibleControls = new VisibleChildrenController(this);
  private readonly wide = new WideController(this);
  private readonly host = new FormHost(this);

  @query('[part="questions"]') private readonly questions!: HTMLElement | null;
  @query('[part="sent"]') private readonly sent!: HTMLElement | null;

  private shown: FormHost['stage']['kind'] = 'none';

  /** What the elements of this form share. Made anew for each form. */
  @state() context: FormContext | undefined;

  /** Address of an XForm to fetch and run. Goes for nothing where the page gives a `form`. */
  @property() src = '';

  /** An XForm as text to run; goes before `src`. */
  @property({ attribute: false }) xml = '';

  /** With `src` or `xml`: secondary instances as XML, by their `src` in the form. Read when the form is opened. */
  @property({ attribute: false }) instances: Readonly<Record<string, string>> = {};

  /** With `src` or `xml`: what an `xf-draft` brought, to go on with. Read when the form is opened. */
  @property({ attribute: false }) draft: string | undefined;

  /** With `src` or `xml`: who is to own the cases that the form creates. Without it, owners stay as the form leaves them. */
  @property({ attribute: false }) ownership: FormOwnership | undefined;

  /** The form that is being filled in. */
  @property({ attribute: false }) form: FormInstance | undefined;

  /** Takes what the person does; goes before `actor`. */
  @property({ attribute: false }) send: ((event: FormEntryEvent) => void) | undefined;

  /** The form-entry actor, or anything else with `send`. */
  @property({ attribute: false }) actor: FormActor | undefined;

  /** Where the page finds a `jr://` medium or an attachment; `undefined` for one that is not there. */
  @property({ attribute: false }) media: (source: string) => string | undefined = () => undefined;

  /** The text of the button; "Send form" when nothing is given. */
  @property({ attribute: 'submit-label' }) submitLabel = '';

  /** While what follows the button is under way: the button waits, and nothing can be changed that would come too late. */
  @property({ type: Boolean, reflect: true }) busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.context?.connect();
    globalThis.addEventListener('pagehide', this.handlePagehide);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.context?.disconnect();
    globalThis.removeEventListener('pagehide', this.handlePagehide);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if ((changed.has('src') || changed.has('xml')) && this.runsItself) void this.host.open();
    if (changed.has('form')) this.open();
    if (this.context) this.context.media = this.media;
  }

  protected override updated(): void {
    if (this.host.stage.kind === 'sent' && this.shown !== 'sent') this.sent?.focus();
    this.shown = this.host.stage.kind;
  }

  formAssociatedCallback(owner: HTMLFormElement | null): void {
    owner?.addEventListener('formdata', this.handleFormdata);
  }

  /** The controls of the top level, asked or not. */
  get controls(): readonly ControlNode[] {
    return this.form?.controls ?? [];
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
    if (this.isConnected) this.context?.connect();
  }

  private readonly handlePagehide = (): void => {
    this.context?.flush();
  };

  // Leaving the box may show an error above the button and move it from under the pointer, so that the click goes nowhere.
  // So a press on a button leaves the focus where it is; completing hands over what is being typed.
  private readonly handleMousedown = (event: MouseEvent): void => {
    if (event.composedPath().some((each) => each instanceof HTMLButtonElement))
      event.preventDefault();
  };

  private readonly handleFormdata = ({ currentTarget, formData }: FormDataEvent): void => {
    if (currentTarget !== this.internals.form) return;
    for (const { node } of questionsOf(this.controls)) formData.append(node.ref, node.lexical);
  };

  // A box that loses the focus because its form gives way to another says its last words: they belong to the form before.
  private readonly handleAnswer = (event: XfAnswerEvent): void => {
    const origin = event.composedPath()[0] as Partial<ControlProperties>;
    if (origin.context !== this.context) return;
    this.tell({ type: 'answer', ref: event.ref, value: event.value });
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

  private readonly handleLanguage = ({ language }: XfLanguageEvent): void => {
    this.context?.flush();
    this.tell({ type: 'language', language });
    this.requestUpdate();
  };

  private readonly handleGoto = ({ control }: XfGotoEvent): void => {
    void this.focusPath(controlPath(this.controls, (each) => each === control));
  };

  private readonly handleComplete = (): void => {
    if (!this.busy) void this.complete();
  };

  private tell(event: FormEntryEvent): void {
    if (this.send !== undefined) this.send(event);
    else this.actor?.send(event);
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
    if (first !== undefined)
      await this.focusPath(controlPath(this.controls, (each) => each === first));
    return first === undefined;
  }

  /** Goes to the question of a node, unfolding what it lies in. False when it is not on the page. */
  async focusControl(ref: string): Promise<boolean> {
    const node = this.form?.node(ref);
    return node !== undefined && this.focusPath(pathToNode(this.controls, node));
  }

  private async focusPath(path: readonly ControlNode[]): Promise<boolean> {
    await this.updateComplete;
    let root: ParentNode = this.renderRoot;
    let element: Revealing | undefined;
    for (const { key } of path) {
      element = root.querySelector<Revealing>(`[data-key="${key}"]`) ?? undefined;
      if (element === undefined) return false;
      await element.updateComplete;
      if (key !== path.at(-1)?.key) await element.reveal?.();
      root = element.renderRoot;
    }
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
    return element !== undefined;
  }

  override focus(options?: FocusOptions): void {
    this.questions?.querySelector<HTMLElement>('.question')?.focus(options);
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
      @xf-answer=${this.handleAnswer}
      @xf-repeat-add=${this.handleRepeatAdd}
      @xf-repeat-remove=${this.handleRepeatRemove}
      @xf-language=${this.handleLanguage}
      @xf-goto=${this.handleGoto}
    >
      ${this.renderTop(form)}
      <xf-outline part="navigation" .context=${context} ?wide=${this.wide.value}></xf-outline>
      ${this.renderBody(context)}
    </div>`;
  }

  private renderTop(form: FormInstance): TemplateResult {
    return html`<div class="top">
      <slot name="header"><h1>${form.definition.title}</h1></slot>
      <slot name="language"
        ><xf-languages .languages=${form.languages} .value=${form.language}></xf-languages
      ></slot>
    </div>`;
  }

  private renderBody(context: FormContext): TemplateResult {
    const { visible } = this.visibleControls;
    const { strings } = this.words;
    return html`<div class="body">
      <div part="questions" class="questions" ?inert=${this.busy}>
        ${keyed(context, renderControls(visible, context, 0))}
      </div>
      ${
        visible.length === 0
          ? html`<slot name="empty"><p class="muted">${strings.form.empty}</p></slot>`
          : nothing
      }
      <div>
        <xf-problems part="error-summary" .context=${context}></xf-problems>
        ${renderNotTaken(this.host.stage)}
        <div class="foot">
          <button
            part="submit-button"
            type="button"
            class="button primary"
            aria-disabled=${this.busy ? 'true' : nothing}
            @click=${this.handleComplete}
          >
            ${this.submitLabel || strings.form.send}
          </button>
          <slot name="footer"></slot>
        </div>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-form': XfForm;
  }
}
