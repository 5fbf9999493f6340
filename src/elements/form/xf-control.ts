import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MissingPart } from '../../platform/missing-part.ts';
import type { ControlNode } from '../../xforms/control-node.ts';
import type { FormText } from '../../xforms/definition/text-definition.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import { XfAnswerEvent } from '../events/xf-answer-event.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { icon } from '../shared/icon.ts';
import { richTextStyles } from '../shared/rich-text.styles.ts';
import type { ControlStrings } from '../strings/control-strings.ts';
import { orAgain } from '../../platform/missing-part.ts';
import type { FormStrings } from '../strings/form-strings.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { fetchElement, isToBeFetched } from './elements-on-demand.ts';
import { readableAnswer } from './readable-answer.ts';
import { errorMessage } from './error-message.ts';
import { errorNote } from './error-note.ts';
import type { FormContext, ShownError } from './form-context.ts';
import { plainWords, renderMedia, renderWords } from './form-text.ts';
import { InstanceNodeController } from './instance-node-controller.ts';
import { controlStyles } from './xf-control.styles.ts';
import './xf-help.ts';

/**
 * What all questions have in common: label, hint, control and error in one shadow root, form association, and the mirror of the
 * node. A control sets nothing itself: it says what the person answered by an `XfAnswerEvent` and shows what the form makes of it.
 *
 * @event xf-answer - The person answered.
 * @csspart base - Everything.
 * @csspart label - The question's label.
 * @csspart hint - The hint below it.
 * @csspart error - What is wrong with the answer.
 * @csspart problem - What the form itself does wrong at this question.
 * @cssstate invalid - An error shows.
 * @cssstate required - The question has to be answered.
 * @cssstate readonly - The answer cannot be changed.
 * @cssstate interacted - The person has answered, or tried to.
 */
export abstract class XfControl extends LitElement {
  static readonly formAssociated = true;

  static override styles: CSSResultGroup = [
    baseStyles,
    fieldStyles,
    buttonStyles,
    richTextStyles,
    controlStyles,
  ];

  protected readonly internals = this.attachInternals();
  protected readonly words = new StringsController(this);

  /** The live control. Without it (and `context`) nothing is rendered. */
  @property({ attribute: false }) node!: ControlNode;

  /** What the elements of one form share. */
  @property({ attribute: false }) context!: FormContext;

  /** The node's reference: the name under which a `<form>` around it posts the answer. */
  @property({ reflect: true }) name = '';

  /** The question has to be answered; the form says so. */
  @property({ type: Boolean, reflect: true }) required = false;

  /** The answer cannot be changed; the form says so. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Set by a disabled `<fieldset>` around it, or by the page. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  constructor() {
    super();
    new InstanceNodeController(this);
  }

  protected override shouldUpdate(): boolean {
    return this.node !== undefined && this.context !== undefined;
  }

  /** What is shown may call for a part that nothing before has called for. */
  protected override performUpdate(): void {
    orAgain(
      () => super.performUpdate(),
      () => this.requestUpdate(),
    );
  }

  protected override willUpdate(): void {
    const { instance } = this;
    this.name = instance.ref;
    this.required = instance.required;
    this.readonly = instance.readonly;
  }

  protected override updated(): void {
    this.internals.setFormValue(this.instance.lexical);
    this.mirrorValidity();
    this.mirrorStates();
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  // There is no formStateRestoreCallback on purpose: a browser that restores a page by the order of its fields could put one
  // person's answers into another person's form. Drafts are kept by the application.

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** Shows what is wrong, if anything, and goes there. */
  reportValidity(): boolean {
    this.context.touch(this.instance);
    if (!this.checkValidity()) this.focus();
    return this.internals.validity.valid;
  }

  override focus(options?: FocusOptions): void {
    this.focusTarget?.focus(options);
  }

  // A fault in one question (its label reads what is not there) must neither blank it without a word nor stop the others.
  protected override render(): TemplateResult {
    try {
      return this.renderContent();
    } catch (error) {
      return error instanceof MissingPart ? this.waitFor(error) : this.renderFault(error);
    }
  }

  private waitFor(part: MissingPart): TemplateResult {
    void part.fetch().then(() => this.requestUpdate());
    return html``;
  }

  /** The question, or its answer as text where it cannot be changed. */
  protected renderContent(): TemplateResult {
    return this.readonly ? this.renderAsText() : this.renderQuestion();
  }

  /** The control itself, inside the question. */
  protected abstract renderControl(): unknown;

  /** True for several controls that answer one question: a `fieldset` with a `legend` in place of a `label`. */
  protected get grouped(): boolean {
    return false;
  }

  /** What takes the focus. */
  protected get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('#control, #text');
  }

  protected get instance(): InstanceNode {
    return this.node.node;
  }

  protected get strings(): FormStrings {
    return this.words.strings.form;
  }

  protected get controlStrings(): ControlStrings {
    return this.words.strings.control;
  }

  /** The answer as the page has to show it: the one that was not taken, or else the node's. */
  protected get answer(): string {
    return this.context.notTakenOf(this.instance)?.value ?? this.instance.lexical;
  }

  protected get error(): ShownError | undefined {
    return this.context.errorOf(this.instance);
  }

  /** For `aria-describedby`: the hint and the error, as far as they are there. */
  protected get describedBy(): string | typeof nothing {
    const ids = [this.node.hint && 'hint', this.error && 'error'].filter(Boolean);
    return ids.length === 0 ? nothing : ids.join(' ');
  }

  /** Says what the person answered. What the form makes of it comes back through the context. */
  protected say(value: string): void {
    this.dispatchEvent(new XfAnswerEvent(this.instance.ref, value));
  }

  /** As `say`, for an answer that is finished: from now on its errors show. */
  protected sayFinally(value: string): void {
    this.say(value);
    this.context.touch(this.instance);
    this.requestUpdate();
  }

  protected messageFor(error: ShownError): string {
    return errorMessage(error, this.instance.type, this.strings);
  }

  protected renderQuestion(): TemplateResult {
    if (this.grouped) return this.renderFieldset();
    return html`<div part="base" class="field">
      ${this.renderLabel()}${this.renderHint()}${this.renderControl()}
      ${this.renderProblem()}${this.renderError()}
    </div>`;
  }

  protected renderLabel(): unknown {
    return html`<label part="label" class="label rich-text" for="control">
        ${this.renderLabelWords()}
      </label>
      ${this.renderLabelMedia()}`;
  }

  protected renderLabelWords(): unknown {
    return [renderWords(this.node.label), this.renderRequired()];
  }

  protected renderLabelMedia(): unknown {
    return renderMedia(this.node.label, this.context, this.strings.mediaMissing);
  }

  protected renderHint(): unknown {
    const { hint, help } = this.node;
    const words = renderWords(hint);
    return [
      words === nothing
        ? nothing
        : html`<div part="hint" id="hint" class="hint rich-text">${words}</div>`,
      help === undefined ? nothing : this.renderHelp(help),
    ];
  }

  private renderHelp(help: FormText): unknown {
    if (isToBeFetched('xf-help')) void fetchElement('xf-help');
    return html`<xf-help
      .text=${help}
      .context=${this.context}
      .label=${plainWords(this.node.label)}
    ></xf-help>`;
  }

  protected renderError(): unknown {
    const { error } = this;
    if (error === undefined) return nothing;
    return html`<div part="error" id="error" class="field-error">
      ${errorNote(this.messageFor(error), this.strings)}
    </div>`;
  }

  /** What the form itself does wrong here, in the engine's words, for the person to pass on. */
  private renderProblem(): unknown {
    const { problem } = this.node;
    if (problem === undefined) return nothing;
    return html`<div part="problem" class="field-error">
      ${icon('warning')} <span>${problem.message}</span>
    </div>`;
  }

  /** The answer as text, for a question that cannot be changed and for a plain note. */
  protected renderAsText(): TemplateResult {
    const value = readableAnswer(this.node, this.words.lang);
    return html`<div part="base" class="field note" id="text" tabindex="-1">
      <div part="label" class=${value === '' ? 'note-text rich-text' : 'label rich-text'}>
        ${renderWords(this.node.label)}
      </div>
      ${this.renderLabelMedia()}${this.renderHint()}
      ${
        value === ''
          ? nothing
          : html`<div class="value" title=${this.instance.lexical}>${value}</div>`
      }
      ${this.renderError()}
    </div>`;
  }

  private renderFault(error: unknown): TemplateResult {
    const reason = error instanceof Error ? error.message : String(error);
    const { formFault, formFaultRemedy } = this.strings;
    return html`<div part="base" class="field note fault" id="text" tabindex="-1">
      <strong>${icon('warning')} ${formFault}</strong>
      <div class="small">${this.instance.ref}: ${reason}</div>
      <div class="small muted">${formFaultRemedy}</div>
    </div>`;
  }

  private renderFieldset(): TemplateResult {
    return html`<fieldset
      part="base"
      id="control"
      aria-describedby=${this.describedBy}
      ?disabled=${this.disabled}
    >
      <legend part="label" class="label rich-text">${this.renderLabelWords()}</legend>
      <div class="field">
        ${this.renderLabelMedia()}${this.renderHint()}${this.renderControl()}
        ${this.renderProblem()}${this.renderError()}
      </div>
    </fieldset>`;
  }

  private renderRequired(): unknown {
    if (!this.required || !this.context.marksRequired) return nothing;
    // Chromium leaves a space that is a node of its own out of the name of a box.
    return html`<span class="required">${` ${this.strings.required}`}</span>`;
  }

  /** Validity is mirrored, not decided: the form says what is wrong, shown or not. */
  private mirrorValidity(): void {
    const fault = this.readonly ? undefined : this.context.faultOf(this.instance);
    const anchor = this.focusTarget;
    if (fault === undefined) this.internals.setValidity({});
    else {
      const flags = {
        valueMissing: fault.kind === 'missing',
        badInput: fault.kind === 'badValue',
        customError: fault.kind === 'notAllowed',
      };
      this.internals.setValidity(flags, this.messageFor(fault), anchor ?? undefined);
    }
  }

  private mirrorStates(): void {
    const states = {
      invalid: this.error !== undefined,
      required: this.required,
      readonly: this.readonly,
      interacted: this.context.touched(this.instance),
    };
    for (const [state, on] of Object.entries(states)) {
      if (on) this.internals.states.add(state);
      else this.internals.states.delete(state);
    }
  }
}
