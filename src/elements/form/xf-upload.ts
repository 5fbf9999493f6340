import { html, nothing, type CSSResultGroup, type PropertyValues } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { UploadDefinition } from '../../xforms/definition/control-definition.ts';
import { XfAttachEvent } from '../events/xf-attach-event.ts';
import { fileSize } from '../strings/words.ts';
import { icon } from '../shared/icon.ts';
import { attachmentName } from '../../xforms/session/attachment-name.ts';
import { fetchElement, isToBeFetched } from './elements-on-demand.ts';
import { Preparation } from './preparation.ts';
import { canRecord, recordedKind } from './recording.ts';
import { scaledPicture } from './scaled-picture.ts';
import { XfControl } from './xf-control.ts';
import './xf-recorder.ts';
import { uploadStyles } from './xf-upload.styles.ts';

/** What CommCare HQ takes for one file, in bytes. */
const LIMIT = 4_000_000;

const PREVIEWED = /^(image|audio|video)\//;

/**
 * @summary A question that is answered with a file: picture, sound, film, document.
 *
 * The answer is the name under which the file is submitted; the file itself goes out by an `XfAttachEvent` just before.
 *
 * @event xf-attach - A file was given or taken away.
 * @csspart input - The native file input.
 * @csspart preview - The picture, sound or film that was given.
 * @csspart clear-button - Takes the file away.
 */
@customElement('xf-upload')
export class XfUpload extends XfControl {
  static override styles: CSSResultGroup = [XfControl.styles, uploadStyles];

  @query('#control') private readonly input!: HTMLInputElement | null;

  /** The file that was given here, and the answer that names it; after a reload only the answer is known. */
  @state() private given: { readonly name: string; readonly file: File } | undefined;
  private preview: string | undefined;
  private readonly preparation = new Preparation<File>();

  /** The answer when it was last shown. */
  private stored = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forgetPreview();
    this.preparation.putAside();
  }

  protected override willUpdate(changed?: PropertyValues): void {
    super.willUpdate();
    if (changed?.has('node')) this.begin();
    const waiting = this.isConnected ? this.context.takeTyping(this.instance) : undefined;
    if (waiting instanceof File) void this.updateComplete.then(() => this.receive(waiting));
  }

  private begin(): void {
    this.preparation.callOff();
    this.take(undefined);
    this.emptyBox();
  }

  protected override updated(): void {
    super.updated();
    const { lexical } = this.instance;
    // A file box says nothing when the file that it has is chosen again.
    if (lexical !== this.stored && lexical !== this.given?.name) this.emptyBox();
    this.stored = lexical;
  }

  private emptyBox(): void {
    if (this.input) this.input.value = '';
  }

  /** None while another file is the answer, or none: an undo may bring it back. */
  private get file(): File | undefined {
    return this.given?.name === this.instance.lexical ? this.given.file : undefined;
  }

  private readonly handleChange = (): void => {
    const file = this.input?.files?.[0];
    if (file !== undefined) this.receive(file);
  };

  /** A picture is made as small as the form asks before it is judged. */
  private readonly receive = (file: File): unknown => {
    const { maxPixels, context, instance: node, strings } = this;
    if (maxPixels === undefined) return this.judge(file);
    const question = { context, node, message: strings.filePreparing };
    return this.preparation.run(question, file, scaledPicture(file, maxPixels), (fitting) =>
      this.judge(fitting),
    );
  };

  private judge(file: File): void {
    const fault = this.faultOf(file);
    if (fault === undefined) this.give(file);
    else this.turnDown(fault);
  }

  /** `orx:max-pixels`: how long the longer side of a picture may be. ODK XForms, bind attributes. */
  private get maxPixels(): number | undefined {
    const asked = Number(this.instance.definition.bind?.attributes['max-pixels']);
    return asked > 0 ? asked : undefined;
  }

  private readonly handleRemove = (): void => {
    this.preparation.callOff();
    this.dispatchEvent(new XfAttachEvent(this.instance.ref, this.instance.lexical, undefined));
    this.context.noteUnreadable(this.instance, undefined);
    this.sayFinally('');
    this.emptyBox();
    this.focus();
  };

  private give(file: File): void {
    const { ref } = this.instance;
    const name = attachmentName(this.context.form, this.instance, file.name);
    this.context.noteUnreadable(this.instance, undefined);
    this.dispatchEvent(new XfAttachEvent(ref, name, file));
    this.sayFinally(name);
    this.take({ name, file });
  }

  private turnDown(fault: string): void {
    const refusal = { value: this.instance.lexical, reason: 'badValue', message: fault } as const;
    this.context.noteUnreadable(this.instance, refusal);
    this.context.touch(this.instance);
    this.emptyBox();
  }

  private faultOf(file: File): string | undefined {
    if (file.size > LIMIT) return this.strings.fileTooLarge(fileSize(this.words.lang, LIMIT));
    return this.accepts(file) ? undefined : this.strings.wrongFileKind(this.mediaType);
  }

  private accepts({ type, name }: File): boolean {
    return this.mediaType.split(',').some((each) => {
      const wanted = each.trim();
      if (wanted.startsWith('.')) return name.toLowerCase().endsWith(wanted.toLowerCase());
      return wanted === '*/*' || wanted === type || type === '' || sameFamily(wanted, type);
    });
  }

  private take(given: XfUpload['given']): void {
    if (given === this.given) return;
    this.forgetPreview();
    this.given = given;
    if (given !== undefined && PREVIEWED.test(given.file.type))
      this.preview = URL.createObjectURL(given.file);
  }

  private forgetPreview(): void {
    if (this.preview !== undefined) URL.revokeObjectURL(this.preview);
    this.preview = undefined;
  }

  private get mediaType(): string {
    return (this.node.definition as UploadDefinition).mediaType;
  }

  protected override renderControl(): unknown {
    const accept = this.mediaType === '*/*' ? undefined : this.mediaType;
    return html`<input
        part="input"
        id="control"
        class="control"
        type="file"
        accept=${ifDefined(accept)}
        aria-describedby=${this.describedBy === nothing ? 'file' : `file ${this.describedBy as string}`}
        aria-invalid=${this.error ? 'true' : nothing}
        aria-required=${this.required ? 'true' : nothing}
        ?disabled=${this.disabled}
        @change=${this.handleChange}
      />
      ${this.renderRecorder()}
      <div class="given">
        <div id="file" role="status">${this.renderFile()}</div>
        ${this.renderRemove()}
      </div>
      ${this.renderPreview()}`;
  }

  private renderFile(): unknown {
    const { lexical } = this.instance;
    if (lexical === '') return html`<span class="muted small">${this.strings.noFile}</span>`;
    const { file } = this;
    if (file === undefined) return html`${icon('file')} ${lexical}`;
    return html`${icon('file')}
    ${this.strings.file(file.name, fileSize(this.words.lang, file.size))}`;
  }

  private renderRemove(): unknown {
    if (this.instance.lexical === '') return nothing;
    return html`<button
      part="clear-button"
      type="button"
      class="link-button"
      @click=${this.handleRemove}
    >
      ${this.strings.removeFile}
    </button>`;
  }

  private renderPreview(): unknown {
    const { preview, file } = this;
    const { lexical } = this.instance;
    const own = file === undefined ? undefined : preview;
    const address = lexical === '' ? undefined : (own ?? this.context.media(lexical));
    if (address === undefined) return nothing;
    const name = this.strings.preview(file?.name ?? lexical);
    switch (file?.type.split('/')[0] ?? this.mediaType.split('/')[0]) {
      case 'image':
        return html`<img part="preview" src=${address} alt=${name} />`;
      case 'audio':
        return html`<audio part="preview" controls src=${address} aria-label=${name}></audio>`;
      case 'video':
        return html`<video part="preview" controls src=${address} aria-label=${name}></video>`;
      default:
        return nothing;
    }
  }

  private renderRecorder(): unknown {
    const kind = recordedKind(this.mediaType);
    if (kind === undefined || this.disabled || !canRecord()) return nothing;
    if (isToBeFetched('xf-recorder')) void fetchElement('xf-recorder');
    return html`<xf-recorder
      .kind=${kind}
      .limit=${LIMIT}
      .facing=${this.node.definition.appearance.includes('new-front') ? 'user' : 'environment'}
      .take=${this.receive}
    ></xf-recorder>`;
  }
}

function sameFamily(wanted: string, type: string): boolean {
  return wanted.endsWith('/*') && type.startsWith(wanted.slice(0, -1));
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-upload': XfUpload;
  }
}
