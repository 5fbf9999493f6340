import { html, type CSSResultGroup } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { XfAttachEvent } from '../events/xf-attach-event.ts';
import { icon } from '../shared/icon.ts';
import { attachmentName } from './attachment-name.ts';
import { XfControl } from './xf-control.ts';
import { signatureStyles } from './xf-signature.styles.ts';

/**
 * @summary A question that is answered by signing: a field to write on by finger, pen or mouse. Stored as a picture.
 *
 * @event xf-attach - The picture of the signature was made or taken away.
 * @csspart pad - The field to sign on.
 * @csspart preview - The signature that is stored.
 * @csspart clear-button - Takes the signature away.
 */
@customElement('xf-signature')
export class XfSignature extends XfControl {
  static override styles: CSSResultGroup = [XfControl.styles, signatureStyles];

  @query('canvas') private readonly pad!: HTMLCanvasElement | null;

  /** Something was drawn here, so the pad itself shows the signature. */
  @state() private drawn = false;

  protected override get grouped(): boolean {
    return true;
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('#pad, #clear, #text');
  }

  private readonly handleDown = (event: PointerEvent): void => {
    if (this.disabled) return;
    this.pad?.setPointerCapture(event.pointerId);
    this.drawTo(event, true);
  };

  private readonly handleMove = (event: PointerEvent): void => {
    if (this.pad?.hasPointerCapture(event.pointerId)) this.drawTo(event, false);
  };

  private readonly handleUp = (event: PointerEvent): void => {
    this.pad?.releasePointerCapture(event.pointerId);
    this.pad?.toBlob((picture) => {
      if (picture !== null) this.keep(picture);
    }, 'image/png');
  };

  private readonly handleClear = (): void => {
    const { ref, lexical } = this.instance;
    this.pad?.getContext('2d')?.clearRect(0, 0, this.pad.width, this.pad.height);
    this.drawn = false;
    this.dispatchEvent(new XfAttachEvent(ref, lexical, undefined));
    this.sayFinally('');
    void this.updateComplete.then(() => this.focus());
  };

  private drawTo({ offsetX, offsetY }: PointerEvent, starts: boolean): void {
    const { pad } = this;
    const pen = pad?.getContext('2d');
    if (!pad || !pen) return;
    const [x, y] = [
      (offsetX * pad.width) / pad.clientWidth,
      (offsetY * pad.height) / pad.clientHeight,
    ];
    if (starts) {
      Object.assign(pen, {
        lineWidth: 3,
        lineCap: 'round',
        lineJoin: 'round',
        strokeStyle: '#1b1b1b',
      });
      pen.beginPath();
      pen.moveTo(x, y);
    }
    // A dot is a line to where it starts.
    pen.lineTo(x, y);
    pen.stroke();
    this.drawn = true;
  }

  private keep(picture: Blob): void {
    const { ref } = this.instance;
    const name = attachmentName(this.instance, 'signature.png');
    const file = new File([picture], name, { type: 'image/png' });
    this.dispatchEvent(new XfAttachEvent(ref, name, file));
    this.sayFinally(name);
  }

  protected override renderControl(): unknown {
    const stored = this.instance.lexical;
    const address = this.drawn ? undefined : this.context.media(stored);
    return html`${
        stored !== '' && !this.drawn
          ? this.renderStored(address, stored)
          : html`<canvas
              part="pad"
              id="pad"
              width="800"
              height="240"
              tabindex="0"
              role="img"
              aria-label=${stored === '' ? this.strings.sign : this.strings.signed}
              aria-describedby=${this.describedBy}
              @pointerdown=${this.handleDown}
              @pointermove=${this.handleMove}
              @pointerup=${this.handleUp}
            ></canvas>`
      }
      <div class="given">
        <span role="status" class="small">${this.renderState(stored)}</span>
        ${
          stored === ''
            ? ''
            : html`<button
                part="clear-button"
                id="clear"
                type="button"
                class="link-button"
                ?disabled=${this.disabled}
                @click=${this.handleClear}
              >
                ${this.strings.clearSignature}
              </button>`
        }
      </div>`;
  }

  private renderStored(address: string | undefined, name: string): unknown {
    return address === undefined
      ? html`<div>${icon('file')} ${name}</div>`
      : html`<img part="preview" src=${address} alt=${this.strings.signed} />`;
  }

  private renderState(stored: string): unknown {
    if (stored === '') return html`<span class="muted">${this.strings.sign}</span>`;
    return html`${icon('tick')} ${this.strings.signed}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-signature': XfSignature;
  }
}
