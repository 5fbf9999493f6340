import { html, nothing, type CSSResultGroup } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { icon } from '../shared/icon.ts';
import { readCode, canReadCodes } from './code-reader.ts';
import { LentDevice } from './lent-device.ts';
import { barcodeStyles } from './xf-barcode.styles.ts';
import { XfInput } from './xf-input.ts';

/** Milliseconds between two looks at the picture. */
const PAUSE = 250;

/**
 * @summary A printed code: typed, read by a scanner that types, or by the camera where the browser can read codes. With the appearance
 * `hidden-answer` the code is kept and not shown.
 *
 * @csspart scan-button - Begins to look through the camera.
 * @csspart picture - What the camera sees.
 */
@customElement('xf-barcode')
export class XfBarcode extends XfInput {
  static override styles: CSSResultGroup = [XfInput.styles, barcodeStyles];

  @query('video') private readonly picture!: HTMLVideoElement | null;

  @state() private scanning = false;
  @state() private told = '';

  private readonly camera = new LentDevice();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  private readonly handleScan = async (): Promise<void> => {
    this.told = '';
    try {
      await this.camera.lend({ video: { facingMode: 'environment' } }, this.look);
    } catch {
      this.stop();
      this.told = this.controlStrings.cannotScan;
    }
  };

  /** Looks until there is a code, or the person has had enough. */
  private readonly look = async (stream: MediaStream): Promise<void> => {
    this.scanning = true;
    await this.updateComplete;
    const code = this.picture === null ? undefined : await this.codeIn(this.picture, stream);
    if (!this.camera.lends(stream)) return;
    if (code === undefined) this.stop();
    else this.take(code);
  };

  /** The first code that is seen; `undefined` when the picture is gone before. */
  private async codeIn(
    picture: HTMLVideoElement,
    stream: MediaStream,
  ): Promise<string | undefined> {
    picture.srcObject = stream;
    await picture.play();
    while (this.camera.lends(stream) && picture.isConnected) {
      const code = await readCode(picture);
      if (code !== undefined) return code;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return undefined;
  }

  private take(code: string): void {
    this.stop();
    this.context.flush();
    this.told = this.hides ? '' : this.controlStrings.scanned(code);
    this.sayFinally(code);
    void this.updateComplete.then(() => this.focus());
  }

  private readonly handleStop = (): void => {
    this.stop();
    void this.updateComplete.then(() => this.focus());
  };

  private stop(): void {
    this.scanning = false;
    this.camera.giveBack();
  }

  private readonly handleClear = (): void => {
    this.sayFinally('');
    void this.updateComplete.then(() => this.focus());
  };

  private get hides(): boolean {
    return this.node.definition.appearance.includes('hidden-answer');
  }

  protected override renderControl(): unknown {
    const isKept = this.hides && this.typing === undefined && this.answer !== '';
    return html`${isKept ? this.renderKept() : super.renderControl()} ${this.renderScanner()}
      <div role="status" class="small muted">${this.told}</div>`;
  }

  private renderKept(): unknown {
    return html`<div class="actions">
      <span class="muted">${icon('tick')} ${this.controlStrings.keptUnseen}</span>
      <button type="button" id="control" class="link-button" @click=${this.handleClear}>
        ${this.strings.clear}
      </button>
    </div>`;
  }

  private renderScanner(): unknown {
    if (this.scanning) return this.renderPicture();
    if (!canReadCodes() || this.disabled) return nothing;
    return html`<button
      part="scan-button"
      type="button"
      class="button compact"
      @click=${this.handleScan}
    >
      ${icon('camera')}<span>${this.controlStrings.scan}</span>
    </button>`;
  }

  private renderPicture(): unknown {
    return html`<div class="scanner">
      <video part="picture" muted playsinline aria-label=${this.controlStrings.scanning}></video>
      <p class="small" role="status">${this.controlStrings.scanning}</p>
      <button type="button" class="button compact" @click=${this.handleStop}>
        ${this.strings.cancel}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-barcode': XfBarcode;
  }
}
