import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { MissingPart, orMissingPart } from '../../platform/missing-part.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import { icon } from '../shared/icon.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { LentDevice } from './lent-device.ts';
import { photoOf, recordedFile, type RecordedKind } from './recording.ts';
import { recorderStyles } from './xf-recorder.styles.ts';

/** What is left for the next second at least, in bytes: film may become richer all at once. */
const ROOM = 50_000;

/**
 * @summary Takes a photo, or records sound or film, with the camera and microphone of the device.
 *
 * @csspart record-button - Asks for the device.
 * @csspart picture - What the camera sees.
 * @csspart stop-button - Takes the photo, or ends the recording.
 */
@customElement('xf-recorder')
export class XfRecorder extends LitElement {
  static override styles = [baseStyles, buttonStyles, recorderStyles];

  private readonly words = new StringsController(this);

  @query('video') private readonly picture!: HTMLVideoElement | null;

  /** What is recorded. */
  @property({ attribute: false }) kind: RecordedKind = 'photo';

  /** The camera that is asked for where there are two. */
  @property({ attribute: false }) facing: 'user' | 'environment' = 'environment';

  /** How large a recording may become, in bytes: it ends before that, and what was recorded till then is kept. */
  @property({ type: Number }) limit = Infinity;

  /** Gets what was taken. */
  @property({ attribute: false }) take: (file: File) => unknown = () => undefined;

  @state() private stage: 'idle' | 'running' | 'failed' = 'idle';
  @state() private seconds = 0;
  /** The last recording ended because there was no more room. */
  @state() private ended = false;

  private readonly device = new LentDevice();
  private recorder: MediaRecorder | undefined;
  private clock: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.handleCancel();
  }

  private readonly handleStart = async (): Promise<void> => {
    this.ended = false;
    const video = this.kind === 'audio' ? false : { facingMode: this.facing };
    try {
      await this.device.lend({ video, audio: this.kind !== 'photo' }, this.run);
    } catch {
      this.release();
      this.stage = 'failed';
    }
  };

  private readonly run = async (stream: MediaStream): Promise<void> => {
    this.stage = 'running';
    await this.updateComplete;
    await this.showPicture(stream);
    if (this.kind !== 'photo' && this.device.lends(stream)) this.record(stream);
  };

  private async showPicture(stream: MediaStream): Promise<void> {
    if (this.picture === null) return;
    this.picture.srcObject = stream;
    await this.picture.play();
  }

  private record(stream: MediaStream): void {
    const pieces: Blob[] = [];
    const recorder = (this.recorder = new MediaRecorder(stream));
    let size = 0;
    recorder.addEventListener('dataavailable', ({ data }) => {
      pieces.push(data);
      size += data.size;
      if (this.recorder === recorder) this.endBefore(size, Math.max(largest(pieces), ROOM));
    });
    recorder.addEventListener('stop', () => {
      if (this.recorder !== recorder) return;
      this.end();
      this.take(recordedFile(pieces, recorder.mimeType));
    });
    recorder.start();
    this.seconds = 0;
    this.clock = setInterval(() => {
      this.seconds += 1;
      if (recorder.state === 'recording') recorder.requestData();
    }, 1000);
  }

  /** One more piece may not have room, nor what the browser writes at the end. */
  private endBefore(size: number, nextPiece: number): void {
    if (size + 2 * nextPiece <= this.limit || this.recorder?.state !== 'recording') return;
    this.ended = true;
    this.recorder.stop();
  }

  private readonly handleStop = async (): Promise<void> => {
    if (this.kind !== 'photo') return this.recorder?.stop();
    const { picture } = this;
    const photo = picture === null ? undefined : await photoOf(picture);
    // One press takes one photo, and none when it was cancelled meanwhile.
    if (this.stage !== 'running' || picture !== this.picture) return;
    this.end();
    if (photo !== undefined) this.take(photo);
  };

  private readonly handleCancel = (): void => {
    this.recorder = undefined;
    this.end();
  };

  private end(): void {
    this.release();
    this.stage = 'idle';
  }

  private release(): void {
    clearInterval(this.clock);
    this.device.giveBack();
  }

  protected override render(): unknown {
    const shown = orMissingPart(() =>
      this.stage === 'running' ? this.renderRunning() : this.renderIdle(),
    );
    if (!(shown instanceof MissingPart)) return shown;
    void shown.fetch().then(() => this.requestUpdate());
    return nothing;
  }

  private renderIdle(): unknown {
    const { control } = this.words.strings;
    return html`<button
        part="record-button"
        type="button"
        class="button compact"
        @click=${this.handleStart}
      >
        ${icon('camera')}<span>${this.startWords}</span></button
      ><span class="small" role="status"
        >${this.stage === 'failed' ? control.cannotRecord : this.ended ? control.recordedTillFull : ''}</span
      >`;
  }

  private get startWords(): string {
    const { takePhoto, recordAudio, recordVideo } = this.words.strings.form;
    return { photo: takePhoto, audio: recordAudio, video: recordVideo }[this.kind];
  }

  private renderRunning(): unknown {
    const { form, control } = this.words.strings;
    return html`${
        this.kind === 'audio'
          ? nothing
          : html`<video part="picture" muted playsinline aria-label=${this.startWords}></video>`
      }
      ${
        this.kind === 'photo'
          ? nothing
          : html`<span class="small" role="timer">${control.recording(this.time)}</span>`
      }
      <div class="actions">
        <button
          part="stop-button"
          type="button"
          class="button compact primary"
          @click=${this.handleStop}
        >
          ${this.kind === 'photo' ? form.takePhoto : control.stopRecording}
        </button>
        <button type="button" class="button compact" @click=${this.handleCancel}>
          ${form.cancel}
        </button>
      </div>`;
  }

  private get time(): string {
    return `${Math.floor(this.seconds / 60)}:${String(this.seconds % 60).padStart(2, '0')}`;
  }
}

function largest(pieces: readonly Blob[]): number {
  return Math.max(0, ...pieces.map(({ size }) => size));
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-recorder': XfRecorder;
  }
}
