import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Recording } from '../../replay/format/recording.ts';
import { writeRecording } from '../../replay/format/write-recording.ts';
import type { ReplayOutcome } from '../../replay/play/outcome.ts';
import { outcomeOf } from '../../replay/play/outcome.ts';
import type { Device } from '../../replay/play/device.ts';
import type { ReplayHost } from '../../replay/play/stage.ts';
import { ReplayPlayer } from '../../replay/player.ts';
import { ReplayDivergeEvent, ReplayStepEvent } from './replay-events.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { buttonStyles } from '../shared/button.styles.ts';
import '../case/case-app.ts';
import { emptyDevice, type DeviceState } from '../case/device-state.ts';
import { StringsController } from '../strings/strings-controller.ts';
import { replayPanelStyles } from './replay-panel.styles.ts';
import { devStringsFor } from './strings/dev-strings-for.ts';

/** Milliseconds between two lines, by the speeds that a person can choose. */
const PACES = { slow: 1500, normal: 400, fast: 0 } as const;

export type ReplaySpeed = keyof typeof PACES;

/**
 * @summary Plays a recording in the page, and shows what its people see: step by step, at a pace, to a line, or to where it goes another way.
 * @event {ReplayStepEvent} replay-step - A line was played.
 * @event {ReplayDivergeEvent} replay-diverge - A line does not go as it says.
 * @csspart base - The panel.
 * @csspart timeline - The lines of the recording.
 * @csspart controls - The buttons.
 */
@customElement('replay-panel')
export class ReplayPanel extends LitElement {
  static override styles = [baseStyles, buttonStyles, replayPanelStyles];

  private readonly localize = new StringsController(this);

  private player: ReplayPlayer | undefined;

  /** Ends a play that is under way: each has a number of its own. */
  private run = 0;

  @state() private isPlaying = false;

  /** Why it cannot be played at all; `''` when it can. */
  @state() problem = '';

  /** Indices of the lines before which playing stops. */
  @state() private breakpoints: ReadonlySet<number> = new Set();

  @state() private held: DeviceState = emptyDevice;

  /** What is played; another one begins anew. */
  @property({ attribute: false }) recording: Recording | undefined;

  /** Opens apps, and says the time where a recording does not. */
  @property({ attribute: false }) host: ReplayHost | undefined;

  /** What the device holds that is in use, for the frame around its pages; nothing when left out. */
  @property({ attribute: false }) readHeld: (device: Device) => Promise<DeviceState> = async () =>
    emptyDevice;

  /** How fast `play` goes. */
  @property() speed: ReplaySpeed = 'normal';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
    this.player?.end();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('recording') || changed.has('host')) this.restart();
  }

  /** What the forms and cases have come to so far. */
  get outcome(): ReplayOutcome | undefined {
    return this.player && outcomeOf(this.player.stage);
  }

  /** How many lines went as they say. */
  get played(): number {
    return this.player?.played ?? 0;
  }

  /** Back to the beginning; breakpoints stay. */
  restart(): void {
    this.pause();
    this.player?.end();
    const { recording, host } = this;
    this.problem = '';
    this.player = recording && host && new ReplayPlayer(recording, host);
    this.requestUpdate();
  }

  pause(): void {
    this.run += 1;
    this.isPlaying = false;
  }

  /** Plays the next line; false when there is none, or it went another way. */
  async step(): Promise<boolean> {
    const { player } = this;
    if (player === undefined || player.next === undefined) return false;
    const { next: line } = player;
    const went = await player.step().catch((error: Error) => {
      this.problem = error.message;
      return false;
    });
    await this.showDevice();
    this.showNext();
    if (went) this.dispatchEvent(new ReplayStepEvent(line));
    else if (player.divergence !== undefined)
      this.dispatchEvent(new ReplayDivergeEvent(player.divergence));
    return went;
  }

  /** Plays on at its speed, to a breakpoint, the end or a divergence. */
  play(): Promise<void> {
    return this.playAt(() => PACES[this.speed]);
  }

  /** As fast as it goes, to where it goes another way, or the end. */
  jumpToDivergence(): Promise<void> {
    return this.playAt(() => 0, true);
  }

  private async playAt(pace: () => number, passesBreakpoints = false): Promise<void> {
    this.pause();
    const { run } = this;
    this.isPlaying = true;
    while (run === this.run && (await this.step())) {
      const stops = !passesBreakpoints && this.breakpoints.has(this.player?.played ?? 0);
      if (stops) break;
      if (pace() > 0) await new Promise((resolve) => setTimeout(resolve, pace()));
    }
    if (run === this.run) this.isPlaying = false;
  }

  /** Shows where the device in use is now; resolves when the page does. */
  async showDevice(): Promise<void> {
    const device = this.player?.stage.current;
    this.held = device === undefined ? emptyDevice : await this.readHeld(device);
    this.requestUpdate();
    await this.updateComplete;
  }

  private showNext(): void {
    this.renderRoot.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  private toggleBreakpoint(index: number): void {
    const breakpoints = new Set(this.breakpoints);
    if (!breakpoints.delete(index)) breakpoints.add(index);
    this.breakpoints = breakpoints;
  }

  private handleSpeed(event: Event): void {
    this.speed = (event.target as HTMLSelectElement).value as ReplaySpeed;
  }

  private get text() {
    return devStringsFor(this.localize.lang).replay;
  }

  override render(): TemplateResult {
    const { recording, text } = this;
    return html`<section part="base" class="panel" aria-label=${text.title}>
      <h2>${recording?.header.title ?? text.title}</h2>
      ${this.renderControls()} ${this.renderState()}
      <div class="stage">
        <ol part="timeline" class="timeline" tabindex="0" aria-label=${text.lines}>
          ${recording?.lines.map((_, index) => this.renderLine(index))}
        </ol>
        <div class="seen">${this.renderSeen()}</div>
      </div>
    </section>`;
  }

  private renderControls(): TemplateResult {
    const { text, isPlaying, player } = this;
    const isOver = player?.next === undefined;
    const button = (label: string, act: () => void, disabled: boolean) =>
      html`<button class="button compact" type="button" ?disabled=${disabled} @click=${act}>
        ${label}
      </button>`;
    return html`<div part="controls" class="controls">
      ${
        isPlaying
          ? button(text.pause, () => this.pause(), false)
          : button(text.play, () => void this.play(), isOver)
      }
      ${button(text.step, () => void this.step(), isPlaying || isOver)}
      ${button(text.jump, () => void this.jumpToDivergence(), isPlaying || isOver)}
      ${button(text.restart, () => this.restart(), player === undefined)}
      <label
        >${text.speed}
        <select @change=${this.handleSpeed}>
          ${Object.keys(PACES).map(
            (speed) =>
              html`<option value=${speed} ?selected=${speed === this.speed}>
                ${text.speeds[speed as ReplaySpeed]}
              </option>`,
          )}
        </select>
      </label>
    </div>`;
  }

  private renderState(): TemplateResult {
    const { text, player, problem, recording } = this;
    const divergence = player?.divergence;
    const count = text.played(player?.played ?? 0, recording?.lines.length ?? 0);
    return html`<div role="status" class="state">
      ${problem === '' ? count : text.cannot(problem)}
      ${
        divergence === undefined
          ? nothing
          : html`<p class="divergence">
              ${text.differs(divergence.subject.label || divergence.subject.path, divergence.expected, divergence.actual)}
            </p>`
      }
    </div>`;
  }

  private renderLine(index: number): TemplateResult {
    const { player, recording, text } = this;
    const line = recording?.lines[index];
    if (line === undefined) return html``;
    const played = player?.played ?? 0;
    const differs = index === played && player?.divergence !== undefined;
    const state = differs ? 'differs' : index < played ? 'done' : 'open';
    const stops = this.breakpoints.has(index);
    return html`<li class=${state} aria-current=${index === played ? 'step' : nothing}>
      <button
        class="stop"
        type="button"
        aria-pressed=${String(stops)}
        aria-label=${text.stopAt(index + 1)}
        title=${text.stopAt(index + 1)}
        @click=${() => this.toggleBreakpoint(index)}
      >
        ${stops ? '●' : '○'}
      </button>
      <span class="mark" aria-hidden="true">${MARKS[state]}</span>
      <code>${writeRecording([line]).trim()}</code>
    </li>`;
  }

  /** The app as the person sees it who is at the device. */
  private renderSeen(): TemplateResult | typeof nothing {
    const device = this.player?.stage.current;
    if (device === undefined || !device.hasApp) return nothing;
    return html`<case-app
      .actor=${device.session}
      .sync=${device.sync}
      .device=${this.held}
      ?inert=${this.host?.hand === undefined}
    ></case-app>`;
  }
}

const MARKS = { done: '✓', differs: '✗', open: '' } as const;

declare global {
  interface HTMLElementTagNameMap {
    'replay-panel': ReplayPanel;
  }
}
