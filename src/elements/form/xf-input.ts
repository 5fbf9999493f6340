import { html, nothing, type CSSResultGroup, type PropertyValues } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { plainWords } from './form-text.ts';
import { autocompleteOf, boxClasses, inputBox, keepsZeros, type InputBox } from './input-box.ts';
import { toLexical, toNative, type NativeInput } from './lexical-text.ts';
import { XfControl } from './xf-control.ts';
import { inputStyles } from './xf-input.styles.ts';

/** How long typing has to rest before the form hears of it, in milliseconds. */
const PAUSE = 400;

/**
 * @summary A question that is answered by typing: text, numbers, dates, times, codes, secrets.
 *
 * The form hears of an answer when the person leaves the box or presses Enter, and after a pause in typing, so that questions that
 * depend on it appear while one types. What is being typed is never changed from outside.
 *
 * @csspart input - The native `input` or `textarea`.
 */
@customElement('xf-input')
export class XfInput extends XfControl {
  static override styles: CSSResultGroup = [XfControl.styles, inputStyles];

  @query('#control') private readonly input!: HTMLInputElement | HTMLTextAreaElement | null;

  /** What is being typed, from the first letter until the person leaves the box. */
  @state() protected typing: string | undefined;

  /** The value of the running edit that the form has heard of. */
  private said: string | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private release: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.typeOn();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWaiting();
    if (this.typing !== undefined && this.typed !== this.said)
      this.context.keepTyping(this.instance, this.typing);
  }

  /** The question may have been out of sight for a while, or may have another place now. */
  private typeOn(): void {
    this.stopWaiting();
    this.typing = this.context.takeTyping(this.instance) as string | undefined;
    this.said = undefined;
    if (this.typing !== undefined) this.waitForPause();
  }

  /** A plain note has nothing to fill in, so it is text like any other. */
  protected override willUpdate(changed?: PropertyValues): void {
    super.willUpdate();
    if (changed?.has('node')) this.typeOn();
  }

  private readonly handleInput = (): void => {
    if (this.typing === undefined) this.said = undefined;
    this.typing = this.input?.value ?? '';
    this.waitForPause();
  };

  // Native date boxes fire `change` at each part that is filled in: while one has the focus it is typing all the same.
  private readonly handleChange = (): void => {
    if (this.isPicker && this.matches(':focus-within')) this.handleInput();
    else this.finish();
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && this.isPicker) this.finish();
  };

  private readonly finish = (): void => {
    this.stopWaiting();
    // A box that goes loses the focus first. Its question could not be answered any more: its typing is kept as it is.
    if (!this.instance.relevant) return;
    // Half a date has no value, but it is on the page.
    if (this.typing === undefined && this.input?.validity.badInput !== true) return;
    this.typing ??= this.input?.value ?? '';
    this.hand(true);
    this.typing = undefined;
  };

  // What the form has heard of in a pause is still being typed, so that the hold goes on.
  private waitForPause(): void {
    clearTimeout(this.pause);
    this.release ??= this.context.hold(this.finish);
    this.pause = setTimeout(() => {
      // A question that is not asked any more could not be answered: its typing is kept as it is.
      if (!this.isHalfTyped && this.instance.relevant) this.hand(false);
    }, PAUSE);
  }

  private stopWaiting(): void {
    clearTimeout(this.pause);
    this.release?.();
    this.release = undefined;
  }

  /** Hands the text to the form, once for each value. */
  private hand(finished: boolean): void {
    const value = this.typed;
    const fault = this.faultBeforeForm(value);
    if (fault !== undefined) this.context.noteUnreadable(this.instance, { ...fault, value });
    else if (value !== this.said) this.tell(value);
    if (finished) this.context.touch(this.instance);
  }

  /** What is being typed, as the form is to have it. */
  private get typed(): string {
    return toLexical(this.typing ?? '', this.instance.type, this.words.lang);
  }

  private tell(value: string): void {
    this.said = value;
    const notTaken = this.context.notTakenOf(this.instance);
    this.context.noteUnreadable(this.instance, undefined);
    if (value !== this.instance.lexical || notTaken !== undefined) this.say(value);
  }

  /** What the form cannot judge: a date of which only a part is there, letters in a number that is stored as text. */
  private faultBeforeForm(value: string) {
    const unreadable = { reason: 'badValue', message: '' } as const;
    if (this.input?.validity.badInput === true) return unreadable;
    if (!keepsZeros(this.node) || /^([+-]?\d+([.,]\d+)?)?$/.test(value.trim())) return undefined;
    return { ...unreadable, message: this.strings.digitsOnly };
  }

  // A year is typed digit by digit: 0002, 0020, 0202, 2026.
  private get isHalfTyped(): boolean {
    return this.isPicker && /^0/.test(this.typing ?? '') && this.kind !== 'time';
  }

  private get isPicker(): boolean {
    return this.kind !== 'text' && this.kind !== 'password';
  }

  private get kind(): NativeInput {
    return this.box.kind;
  }

  private get box(): InputBox {
    return inputBox(this.node, this.answer);
  }

  /** With `hint-as-placeholder` the hint stands in the empty box; it is still there for those who hear the page. */
  protected override renderHint(): unknown {
    const hint = super.renderHint();
    return this.placeholder === '' ? hint : html`<div class="visually-hidden">${hint}</div>`;
  }

  private get placeholder(): string {
    const { appearance } = this.node.definition;
    return appearance.includes('hint-as-placeholder') ? plainWords(this.node.hint) : '';
  }

  private get shown(): string {
    if (this.typing !== undefined || !this.isPicker) return this.typing ?? this.answer;
    return toNative(this.answer, this.instance.type, this.context.form.timeZone);
  }

  protected override renderControl(): unknown {
    const { box } = this;
    return box.multiline ? this.renderTextarea() : this.renderInput(box);
  }

  private renderTextarea(): unknown {
    return html`<textarea
      part="input"
      id="control"
      class="control"
      rows="3"
      autocomplete="off"
      placeholder=${this.placeholder || nothing}
      aria-describedby=${this.describedBy}
      aria-invalid=${this.error ? 'true' : nothing}
      aria-required=${this.required ? 'true' : nothing}
      ?disabled=${this.disabled}
      .value=${live(this.shown)}
      @input=${this.handleInput}
      @change=${this.finish}
      @blur=${this.finish}
    ></textarea>`;
  }

  private renderInput(box: InputBox): unknown {
    const { kind, mode } = box;
    return html`<input
      part="input"
      id="control"
      class=${boxClasses(box, this.instance)}
      type=${kind}
      step=${kind === 'time' || kind === 'datetime-local' ? 'any' : nothing}
      inputmode=${ifDefined(mode)}
      autocomplete=${autocompleteOf(box)}
      placeholder=${this.placeholder || nothing}
      aria-describedby=${this.describedBy}
      aria-invalid=${this.error ? 'true' : nothing}
      aria-required=${this.required ? 'true' : nothing}
      ?disabled=${this.disabled}
      .value=${live(this.shown)}
      @input=${this.handleInput}
      @change=${this.handleChange}
      @keydown=${this.handleKeydown}
      @blur=${this.finish}
    />`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-input': XfInput;
  }
}
