import { createActor, fromPromise } from 'xstate';
import { AppMedia } from '../elements/case/app-media.ts';
import { emptyDevice } from '../elements/case/device-state.ts';
import type { EmbeddedApp } from '../elements/case/embedding.ts';
import type { LoadingProgress } from '../elements/case/loading-progress.ts';
import { loadProblems } from '../elements/case/load-problems.ts';
import { CaseProblemEvent } from '../elements/events/case-problem-event.ts';
import { CaseReadyEvent } from '../elements/events/case-ready-event.ts';
import type { CaseOutboxEvent } from '../elements/events/case-outbox-event.ts';
import { appSessionMachine } from '../machines/app-session.ts';
import type { FormEntryActor } from '../machines/form-entry.ts';
import { START } from '../machines/place.ts';
import type { Project } from '../machines/project.ts';
import { syncMachine } from '../machines/sync.ts';
import type { SyncReport } from '../sync/synchronize.ts';
import { FramePace } from '../storage/frame-pace.ts';
import { inTurn } from '../storage/in-turn.ts';
import type { DeskOwner } from './desk.ts';
import type { Desk } from './desk.ts';
import { embeddedFiles } from './embedded-files.ts';
import { keepOpenForm } from './keep-open-form.ts';
import { openEmbeddedDesk } from './open-embedded-desk.ts';
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
  #sending: Promise<SyncReport> | undefined;
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
    this.#app.flush();
    this.#ended.abort();
    this.#sync.stop();
    void this.#close();
    this.#app.actor = undefined;
    this.#app.sync = undefined;
    this.#app.device = emptyDevice;
    this.#app.loading = undefined;
  }

  /** What was entered is kept first, nobody is there to be asked; and what the page has taken is noted, so that it does not come twice. */
  async #close(): Promise<void> {
    const desk = this.#desk;
    const { formEntry } = this.#session.getSnapshot().children;
    await Promise.allSettled([keepOpenForm(formEntry as FormEntryActor | undefined)]);
    this.#session.stop();
    await Promise.allSettled([this.#sending]);
    desk?.close();
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
      onReceived: (received: number) => this.#showLoading({ received, read: undefined }),
      onProgress: (read: number) =>
        this.#showLoading({ received: this.#app.loading?.received ?? 0, read }),
    };
    const openDesk = (owner: DeskOwner) => this.#openDesk(owner);
    try {
      const project = await openFiles(await embeddedFiles(this.#app), openDesk, loading);
      this.#requestSync();
      return project;
    } finally {
      this.#showLoading(undefined);
    }
  }

  async #openDesk(owner: DeskOwner): Promise<Desk> {
    this.#desk?.close();
    const desk = await openEmbeddedDesk(owner, this.#app, this.#ended.signal);
    const look = () => {
      if (this.#ended.signal.aborted) return;
      void this.#showDevice();
      this.#session.send({ type: 'refresh' });
    };
    desk.atEnd(
      desk.sandbox.observeCommits(({ restored }) => {
        look();
        if (!restored) this.#requestSync();
      }),
    );
    desk.atEnd(desk.sandbox.observeCatchUps(look));
    this.#desk = desk;
    return desk;
  }

  async #send(failures: number) {
    const desk = this.#desk;
    if (desk === undefined) throw new Error('Nothing is open');
    this.#sending = inTurn(`${desk.name}/page`, this.#ended.signal, () =>
      sendToPage(desk.sandbox.store, this.#app, failures),
    );
    const report = await this.#sending;
    desk.noteSent(report.sent);
    await this.#showDevice();
    return report;
  }

  #requestSync(): void {
    if (!this.#ended.signal.aborted) this.#sync.send({ type: 'sync.request' });
  }

  #showLoading(loading: LoadingProgress | undefined): void {
    if (!this.#ended.signal.aborted) this.#app.loading = loading;
  }

  async #showDevice(): Promise<void> {
    const device = (await this.#desk?.readDevice()) ?? emptyDevice;
    if (!this.#ended.signal.aborted) this.#app.device = device;
  }

  async #settle({ action, instanceId }: CaseOutboxEvent): Promise<void> {
    const store = this.#desk?.sandbox.store;
    if (store === undefined || !(await settleForm(store, action, instanceId))) return;
    await this.#showDevice();
    this.#requestSync();
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
    if (this.#ended.signal.aborted) return;
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
