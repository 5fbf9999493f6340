import type { Subscription } from 'xstate';
import type { AppSessionActor } from '../../machines/app-session.ts';
import type { SyncActor } from '../../machines/sync.ts';
import type { RecorderOptions } from '../../replay/record/recorder.ts';
import { Recorder } from '../../replay/record/recorder.ts';

/** The app, from where its recordings lie: `<app>/sessions/`. */
const OWN_APP = '..';

/** What a person does from now on, as it is written down: also while the inspector is closed. */
export class LiveRecording {
  static readonly #ofSessions = new WeakMap<AppSessionActor, LiveRecording>();

  readonly #recorder: Recorder;
  #subscriptions: readonly Subscription[] = [];

  private constructor(redact: boolean, title: string) {
    const options: RecorderOptions = {
      now: () => Date.now(),
      random: () => Math.random(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...{ app: OWN_APP, title, redact },
    };
    this.#recorder = new Recorder(options);
  }

  /** The last one of that session, whether it still runs or not. */
  static of(session: AppSessionActor): LiveRecording | undefined {
    return LiveRecording.#ofSessions.get(session);
  }

  /** Goes to the first menu, where every recording begins, and listens. */
  static start(
    session: AppSessionActor,
    sync: SyncActor | undefined,
    redact: boolean,
  ): LiveRecording {
    LiveRecording.of(session)?.stop();
    session.send({ type: 'goTo', index: 0 });
    const title = session.getSnapshot().context.workspace?.app.profile.name ?? '';
    const recording = new LiveRecording(redact, title);
    recording.#listen(session, sync);
    LiveRecording.#ofSessions.set(session, recording);
    return recording;
  }

  get isRunning(): boolean {
    return !this.#recorder.isStopped;
  }

  /** What could not be written down, and ended the recording there. */
  get failure(): Error | undefined {
    return this.#recorder.failure;
  }

  /** The recording so far; `''` as long as nothing was done. */
  get text(): string {
    return this.#recorder.text();
  }

  stop(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#subscriptions = [];
    this.#recorder.stop();
  }

  #listen(...actors: readonly (AppSessionActor | SyncActor | undefined)[]): void {
    this.#subscriptions = actors.flatMap((actor) =>
      actor === undefined ? [] : [actor.system.inspect(this.#recorder.inspect)],
    );
  }
}
