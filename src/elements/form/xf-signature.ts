import { html, nothing, type CSSResultGroup, type PropertyValues } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { XfAttachEvent } from '../events/xf-attach-event.ts';
import { icon } from '../shared/icon.ts';
import { attachmentName } from '../../xforms/session/attachment-name.ts';
import { DrawingPad } from './drawing-pad.ts';
import { Preparation } from './preparation.ts';
import { scaledPicture } from './scaled-picture.ts';
import { XfControl } from './xf-control.ts';
import { signatureStyles } from './xf-signature.styles.ts';

/** Longer sides than this make large files and no better drawing, in pixels. */
const LARGEST_GROUND = 1600;

/**
 * @summary A question that is answered by drawing with finger, pen or mouse: a signature, a sketch (`draw`), or lines on a picture that
 * one chooses first (`annotate`). Stored as a picture; who cannot draw chooses one.
 *
 * @event xf-attach - The picture was made or taken away.
 * @csspart pad - The field to draw on.
 * @csspart preview - The picture that is stored.
 * @csspart input - The file box for a picture.
 * @csspart undo-button - Takes the last line back.
 * @csspart clear-button - Takes the picture away.
 */
@customElement('xf-signature')
export class XfSignature extends XfControl {
  static override styles: CSSResultGroup = [XfControl.styles, signatureStyles];

  @query('canvas') private readonly canvas!: HTMLCanvasElement | null;
  @query('#picture') private readonly box!: HTMLInputElement | null;

  /** Something was drawn or laid down here, so the pad itself shows the answer. */
  @state() private drawn = false;

  /** The answer when it was last shown. */
  private stored = '';

  private pad = new DrawingPad();
  private readonly preparation = new Preparation<File | DrawingPad>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  /** What is drawn goes on where the question is shown next. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (!this.preparation.putAside()) return;
    this.pad = new DrawingPad();
    this.drawn = false;
  }

  protected override get grouped(): boolean {
    return true;
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('#picture, #clear, #text');
  }

  protected override willUpdate(changed?: PropertyValues): void {
    super.willUpdate();
    const { lexical } = this.instance;
    if (changed?.has('node') || (this.stored !== '' && lexical === '')) this.begin();
    this.stored = lexical;
    this.takeUp(this.isConnected ? this.context.takeTyping(this.instance) : undefined);
  }

  /** What was not ready when the question went. */
  private takeUp(waiting: unknown): void {
    if (waiting instanceof File) void this.updateComplete.then(() => this.receive(waiting));
    if (!(waiting instanceof DrawingPad)) return;
    this.pad = waiting;
    this.drawn = true;
    void this.updateComplete.then(() => {
      if (this.canvas !== null) waiting.moveTo(this.canvas);
      this.keep();
    });
  }

  private readonly handleDown = (event: PointerEvent): void => {
    if (this.disabled || this.canvas === null) return;
    this.pad.begin(this.canvas, event);
    this.drawn = true;
  };

  private readonly handleMove = (event: PointerEvent): void => {
    if (this.canvas !== null) this.pad.goOn(this.canvas, event);
  };

  private readonly handleUp = (event: PointerEvent): void => {
    this.canvas?.releasePointerCapture(event.pointerId);
    if (this.pad.end()) this.keep();
  };

  private readonly handleUndo = (): void => {
    if (this.canvas === null) return;
    this.pad.undo(this.canvas);
    if (this.pad.isEmpty && !this.annotates) this.handleClear();
    else this.keep();
  };

  private readonly handlePicture = (): void => {
    const file = this.box?.files?.[0];
    if (file !== undefined) this.receive(file);
  };

  private receive(file: File): void {
    this.prepare(file, groundOf(file), (picture) => {
      if (picture === undefined) this.turnDown();
      else if (this.annotates) this.prepare(file, this.layDown(picture), this.keep);
      else this.attach(file);
    });
  }

  private prepare<T>(source: File | DrawingPad, work: Promise<T>, give: (made: T) => void): void {
    const question = {
      context: this.context,
      node: this.instance,
      message: this.strings.filePreparing,
    };
    void this.preparation.run(question, source, work, give);
  }

  private turnDown(): void {
    const message = this.strings.wrongFileKind('image/*');
    const { lexical } = this.instance;
    this.context.noteUnreadable(this.instance, { value: lexical, reason: 'badValue', message });
    this.context.touch(this.instance);
  }

  private async layDown(picture: ImageBitmap): Promise<void> {
    this.pad.clear();
    this.drawn = true;
    await this.updateComplete;
    if (this.canvas === null) return;
    this.pad.layOn(this.canvas, picture);
  }

  private readonly handleClear = (): void => {
    const { ref, lexical } = this.instance;
    this.preparation.callOff();
    this.dispatchEvent(new XfAttachEvent(ref, lexical, undefined));
    this.context.noteUnreadable(this.instance, undefined);
    this.sayFinally('');
    void this.updateComplete.then(() => this.focus());
  };

  private begin(): void {
    this.preparation.callOff();
    this.pad.clear();
    if (this.canvas !== null) this.pad.paint(this.canvas);
    this.drawn = false;
  }

  private readonly keep = (): void => {
    if (this.canvas === null) return;
    const { pad, canvas } = this;
    this.prepare(pad, pad.toFile(canvas, this.nameFor('drawing.png')), (file) => {
      if (file !== undefined) this.attach(file);
    });
  };

  private attach(file: File): void {
    const name = this.nameFor(file.name);
    this.context.noteUnreadable(this.instance, undefined);
    this.dispatchEvent(new XfAttachEvent(this.instance.ref, name, file));
    this.sayFinally(name);
  }

  /** With each line the same drawing goes on under its name. */
  private nameFor(file: string): string {
    const { lexical } = this.instance;
    return lexical === '' ? attachmentName(this.context.form, this.instance, file) : lexical;
  }

  private get annotates(): boolean {
    return this.node.definition.appearance.includes('annotate');
  }

  private get signs(): boolean {
    return this.node.definition.appearance.includes('signature');
  }

  /** What the pad asks for. */
  private get request(): string {
    if (this.annotates) return this.controlStrings.drawOn;
    return this.signs ? this.strings.sign : this.controlStrings.draw;
  }

  private get done(): string {
    return this.signs ? this.strings.signed : this.controlStrings.drawn;
  }

  protected override renderControl(): unknown {
    return html`${this.renderPad()}
      <div class="given">
        <span role="status" class="small">${this.renderState()}</span>
        ${this.renderButtons()}
      </div>
      ${this.renderBox()}`;
  }

  private renderPad(): unknown {
    const { lexical } = this.instance;
    if (lexical !== '' && !this.drawn) return this.renderStored(lexical);
    if (this.annotates && !this.drawn) return nothing;
    return html`<canvas
      part="pad"
      id="pad"
      class=${this.annotates ? 'picture' : 'paper'}
      width="800"
      height="240"
      role="img"
      aria-label=${lexical === '' ? this.request : this.done}
      @pointerdown=${this.handleDown}
      @pointermove=${this.handleMove}
      @pointerup=${this.handleUp}
    ></canvas>`;
  }

  private renderStored(name: string): unknown {
    const address = this.context.media(name);
    return address === undefined
      ? html`<div>${icon('file')} ${name}</div>`
      : html`<img part="preview" src=${address} alt=${this.done} />`;
  }

  private renderState(): unknown {
    if (this.instance.lexical !== '') return html`${icon('tick')} ${this.done}`;
    return html`<span class="muted">${this.annotates ? this.strings.noFile : this.request}</span>`;
  }

  private renderButtons(): unknown {
    if (this.instance.lexical === '' || this.disabled) return nothing;
    return [
      this.pad.isEmpty
        ? nothing
        : html`<button
            part="undo-button"
            type="button"
            class="link-button"
            @click=${this.handleUndo}
          >
            ${this.controlStrings.undoStroke}
          </button>`,
      html`<button
        part="clear-button"
        id="clear"
        type="button"
        class="link-button"
        @click=${this.handleClear}
      >
        ${this.signs ? this.strings.clearSignature : this.controlStrings.clearDrawing}
      </button>`,
    ];
  }

  private renderBox(): unknown {
    if (this.instance.lexical !== '') return nothing;
    const { givePicture } = this.controlStrings;
    return html`<label class="box small">
      <span>${this.annotates ? this.strings.chooseFile : givePicture}</span>
      <input
        part="input"
        id="picture"
        class="control"
        type="file"
        accept="image/*"
        aria-describedby=${this.describedBy}
        aria-invalid=${this.error ? 'true' : nothing}
        ?disabled=${this.disabled}
        @change=${this.handlePicture}
      />
    </label>`;
  }
}

/** A picture to draw on, not too large; `undefined` when the file is none. */
async function groundOf(file: File): Promise<ImageBitmap | undefined> {
  const fitting = await scaledPicture(file, LARGEST_GROUND);
  return createImageBitmap(fitting).catch(() => undefined);
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-signature': XfSignature;
  }
}
