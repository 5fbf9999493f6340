import { createActor, fromPromise } from 'xstate';
import { AppMedia } from '../elements/case/app-media.ts';
import { emptyDevice } from '../elements/case/device-state.ts';
import type { EmbeddedApp } from '../elements/case/embedding.ts';
import { loadProblems } from '../elements/case/load-problems.ts';
import { CaseProblemEvent } from '../elements/events/case-problem-event.ts';
import { CaseReadyEvent } from '../elements/events/case-ready-event.ts';
import type { CaseOutboxEvent } from '../elements/events/case-outbox-event.ts';
import { appSessionMachine } from '../machines/app-session.ts';
import { START } from '../machines/place.ts';
import type { Project } from '../machines/project.ts';
import { syncMachine } from '../machines/sync.ts';
import { FramePace } from '../storage/frame-pace.ts';
import type { DeskOwner } from './desk.ts';
import { Desk } from './desk.ts';
import { embeddedFiles } from './embedded-files.ts';
import { openFiles } from './open-project.ts';
import { sendToPage } from './page-outbox.ts';
import { settleForm } from './settle-form.ts';

/**
 * Runs a `<case-app>` on somebody else's page: what it was given is opened, its cases and drafts are kept in this browser, and finished
 * forms go to the page. Returns what ends it; what is kept stays.
 */
export function runEmbeddedApp(app: EmbeddedApp): () => void {
  const run = new AppRun(app);
  return () => run.stop();
}

/** Nobody signs in to somebody else's page, or out of it. */
const nothing = async (): Promise<void> => undefined;

class AppRun {
  readonly #app: EmbeddedApp;
  readonly #media = new AppMedia();
  readonly #ended = new AbortController();
  #desk: Desk | undefined;
  #told: unknown;

  readonly #sync = createActor(
    syncMachine.provide({
      actors: {
        synchronize: fromPromise(({ input }) => this.#send(input.failures)),
        signIn: fromPromise(nothing),
      },
    }),
  );

  readonly #session = createActor(
    appSessionMachine.provide({
      actors: {
        enter: fromPromise((): Promise<Project | undefined> => this.#enter()),
        signOut: fromPromise(nothing),
        switchUser: fromPromise(nothing),
      },
    }),
    { input: { place: START } },
  );

  constructor(app: EmbeddedApp) {
    this.#app = app;
    this.#listen();
    this.#session.subscribe(() => this.#tell());
    this.#sync.start();
    this.#session.start();
    app.media = (source) =>
      this.#media.url(this.#session.getSnapshot().context.workspace?.app, source);
    app.sync = this.#sync;
    app.actor = this.#session;
  }

  stop(): void {
    this.#ended.abort();
    this.#session.stop();
    this.#sync.stop();
    this.#desk?.close();
    this.#app.actor = undefined;
    this.#app.sync = undefined;
    this.#app.device = emptyDevice;
  }

  #listen(): void {
    const { signal } = this.#ended;
    const app = this.#app;
    app.addEventListener('case-outbox', (event) => void this.#settle(event), { signal });
    app.addEventListener('case-draft-delete', ({ id }) => void this.#deleteDraft(id), { signal });
    app.addEventListener('case-moved-read', ({ caseIds }) => void this.#forget(caseIds), {
      signal,
    });
  }

  async #enter(): Promise<Project> {
    const loading = {
      pace: new FramePace(this.#ended.signal),
      cancelled: this.#ended.signal,
      onReceived: (received: number) => (this.#app.loading = { received, read: undefined }),
      onProgress: (read: number) =>
        (this.#app.loading = { received: this.#app.loading?.received ?? 0, read }),
    };
    const openDesk = (owner: DeskOwner) => this.#openDesk(owner);
    try {
      const project = await openFiles(await embeddedFiles(this.#app), openDesk, loading);
      this.#sync.send({ type: 'sync.request' });
      return project;
    } finally {
      this.#app.loading = undefined;
    }
  }

  async #openDesk(owner: DeskOwner): Promise<Desk> {
    this.#desk?.close();
    const desk = await Desk.open(owner);
    const look = () => {
      void this.#showDevice();
      this.#session.send({ type: 'refresh' });
    };
    desk.atEnd(
      desk.sandbox.observeCommits(({ restored }) => {
        look();
        if (!restored) this.#sync.send({ type: 'sync.request' });
      }),
    );
    desk.atEnd(desk.sandbox.observeCatchUps(look));
    this.#desk = desk;
    return desk;
  }

  async #send(failures: number) {
    const store = this.#desk?.sandbox.store;
    if (store === undefined) throw new Error('Nothing is open');
    const report = await sendToPage(store, this.#app, failures);
    this.#desk?.noteSent(report.sent);
    await this.#showDevice();
    return report;
  }

  async #showDevice(): Promise<void> {
    this.#app.device = (await this.#desk?.readDevice()) ?? emptyDevice;
  }

  async #settle({ action, instanceId }: CaseOutboxEvent): Promise<void> {
    const store = this.#desk?.sandbox.store;
    if (store === undefined || !(await settleForm(store, action, instanceId))) return;
    await this.#showDevice();
    this.#sync.send({ type: 'sync.request' });
  }

  async #deleteDraft(id: string): Promise<void> {
    await this.#desk?.sandbox.store.deleteDraft(id);
    await this.#showDevice();
  }

  async #forget(caseIds: readonly string[]): Promise<void> {
    await this.#desk?.sandbox.store.forgetMoved(caseIds);
    await this.#showDevice();
  }

  /** Once for each opening, whether it worked. */
  #tell(): void {
    void this.#showDevice();
    const { problem, project } = this.#session.getSnapshot().context;
    const told = project ?? problem;
    if (told === undefined || told === this.#told) return;
    this.#told = told;
    if (project !== undefined) this.#app.dispatchEvent(new CaseReadyEvent());
    else
      this.#app.dispatchEvent(new CaseProblemEvent(loadProblems(problem?.error), problem?.error));
  }
}
