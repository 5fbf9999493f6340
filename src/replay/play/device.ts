import type { InspectionEvent, SimulatedClock } from 'xstate';
import { createActor, fromPromise, waitFor } from 'xstate';
import type { AppSessionActor, AppSessionEvent, Entrance } from '../../machines/app-session.ts';
import { appSessionMachine } from '../../machines/app-session.ts';
import type { CaseManagementActor } from '../../machines/case-management.ts';
import type { FormEntryActor, FormEntryEvent } from '../../machines/form-entry.ts';
import { ShortSetting } from '../../machines/setting.ts';
import type { Project } from '../../machines/project.ts';
import { loneProject } from '../../machines/project.ts';
import { syncMachine } from '../../machines/sync.ts';
import type { SyncActor } from '../../machines/sync.ts';
import { Workspace } from '../../machines/workspace.ts';
import type { AppDefinition } from '../../suite/app-definition.ts';
import type { ListRow } from '../../suite/screen.ts';
import { searchRows } from '../../suite/search-rows.ts';
import { MemoryUserStore } from '../../sync/memory-user-store.ts';
import type { UserStore } from '../../sync/user-store.ts';
import { synchronize } from '../../sync/synchronize.ts';
import { UserSandbox } from '../../sync/user-sandbox.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { ReplayEnvironment } from '../world/replay-environment.ts';
import type { WorldServer } from '../world/world-server.ts';
import { WorldTransport } from '../world/world-transport.ts';
import type { Act, Hand } from './hand.ts';
import { NotOfferedError } from './hand.ts';

/** What all devices of a recording have in common. */
export interface DeviceWorld {
  readonly server: WorldServer;
  readonly environment: ReplayEnvironment;
  /** The clock of the machines: autosave and the next attempt of a sync wait for it. */
  readonly clock: SimulatedClock;
  readonly host: {
    readonly inspect?: Inspect;
    readonly hand?: Hand;
    openStore?(device: string): Promise<UserStore>;
  };
}

/** Hears what happens in the session and sync machines of a device: how a recorder listens. */
export type Inspect = (event: InspectionEvent, userId: string) => void;

/**
 * One person's device: the real machines over a store in memory. The person works in one app at a time; what the device
 * holds is the same for all of them.
 */
export class Device {
  readonly transport: WorldTransport;
  readonly sync: SyncActor;
  /** What was typed into the search field of the list that is shown. */
  search = '';
  readonly #lastOwner = new ShortSetting();
  #workspace: Workspace | undefined;
  #actor: AppSessionActor | undefined;
  /** What a machine has thrown. */
  #failure: { readonly error: unknown } | undefined;

  private constructor(
    private readonly world: DeviceWorld,
    readonly sandbox: UserSandbox,
    /** What the recording calls it. */
    readonly name: string,
  ) {
    this.transport = new WorldTransport(world.server, sandbox.userId);
    this.sync = this.#startSync();
  }

  static async open(world: DeviceWorld, userId: string, name: string): Promise<Device> {
    const store = (await world.host.openStore?.(name)) ?? new MemoryUserStore();
    return new Device(world, await UserSandbox.open(store, userId), name);
  }

  /** The person opens an app, in a language that it has. */
  async start(app: AppDefinition, language: string | undefined): Promise<void> {
    this.#actor?.stop();
    const workspace = this.#newWorkspace(app);
    if (language !== undefined && app.languages.includes(language)) workspace.language = language;
    const enter = fromPromise<Project | undefined, Entrance>(async () => loneProject(workspace));
    const machine = appSessionMachine.provide({ actors: { enter } });
    this.#actor = createActor(machine, this.#actorOptions());
    this.#workspace = workspace;
    this.#actor.subscribe({ error: (error) => (this.#failure = { error }) });
    this.#actor.start();
    await this.#rest();
  }

  /** True where a page stands between the person and the machines. */
  get isByHand(): boolean {
    return this.world.host.hand !== undefined;
  }

  /** Milliseconds since 1970-01-01T00:00Z, as the device's clock shows it. */
  get now(): number {
    return this.world.environment.now();
  }

  get userId(): string {
    return this.sandbox.userId;
  }

  get workspace(): Workspace {
    if (this.#workspace === undefined) throw new RangeError('No app is open on this device');
    return this.#workspace;
  }

  /** True once the person has opened an app. */
  get hasApp(): boolean {
    return this.#actor !== undefined;
  }

  get session(): AppSessionActor {
    if (this.#actor === undefined) throw new RangeError('No app is open on this device');
    return this.#actor;
  }

  /** The form that is being filled in, as its machine has it; `undefined` when none is open. */
  get formEntry(): FormEntryActor | undefined {
    const { value, children } = this.session.getSnapshot();
    return value === 'entering' ? (children.formEntry as FormEntryActor) : undefined;
  }

  get form(): FormInstance | undefined {
    return this.formEntry?.getSnapshot().context.form;
  }

  /** The step that gives the cases of the form their owners, while it waits for the person. */
  get caseManagement(): CaseManagementActor | undefined {
    const snapshot = this.formEntry?.getSnapshot();
    if (snapshot?.value !== 'managingCases') return undefined;
    return snapshot.children.caseManagement as CaseManagementActor;
  }

  /** The rows of the list that is shown and that the search leaves; empty where there is no list. */
  get rows(): readonly ListRow[] {
    const { screen } = this.session.getSnapshot().context;
    return screen?.kind === 'list' ? searchRows(screen.rows, this.search) : [];
  }

  /** What people call a row: its first cell that is shown. */
  rowName({ cells }: ListRow): string {
    const { screen } = this.session.getSnapshot().context;
    const columns = screen?.kind === 'list' ? screen.columns : [];
    return (
      cells[
        Math.max(
          0,
          columns.findIndex(({ hidden }) => !hidden),
        )
      ] ?? ''
    );
  }

  /** Hands an event to the session, and comes back when nothing moves any more. */
  async send(event: AppSessionEvent): Promise<void> {
    this.search = '';
    await this.#do(event, () => this.session.send(event));
    await this.#rest();
  }

  async sendToForm(event: FormEntryEvent): Promise<void> {
    await this.#do(event, () => this.formEntry?.send(event));
    await this.#rest();
  }

  /** As {@link sendToForm}, for what the form may refuse. What a page does not offer, the form is asked all the same: false then. */
  async tryOnForm(event: FormEntryEvent): Promise<boolean> {
    const tell = () => this.formEntry?.send(event);
    const isOffered = await this.#act(event, tell);
    if (!isOffered) tell();
    await this.#rest();
    return isOffered;
  }

  /** Narrows the list down. */
  async searchList(text: string): Promise<void> {
    await this.#do({ type: 'list.search', text }, () => undefined);
    this.search = text;
  }

  /** Gives a file to a question: it lies beside the draft before the answer names it. */
  async attach(
    ref: string,
    name: string,
    mediaType: string,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<boolean> {
    const { opened } = this.session.getSnapshot().context;
    if (opened === undefined) throw new RangeError('An open form is not known to its session');
    const act = { type: 'attach', ref, name, mediaType, bytes } as const;
    if (this.isByHand) return this.#act(act, () => undefined);
    await this.workspace.forms.attach(opened, name, { mediaType, bytes });
    return this.tryOnForm({ type: 'answer', ref, value: name });
  }

  /** Sends what waits and fetches what is new; how it went is in the machine's context. */
  async synchronize(): Promise<void> {
    await this.#do({ type: 'sync.request' }, () => this.sync.send({ type: 'sync.request' }));
    await waitFor(this.sync, ({ value }) => value !== 'syncing');
    this.#actor?.send({ type: 'refresh' });
  }

  stop(): void {
    this.#actor?.stop();
    this.sync.stop();
  }

  #newWorkspace(app: AppDefinition): Workspace {
    const { environment, server } = this.world;
    const { userId, sandbox } = this;
    const name = server.directory.user(userId)?.name ?? userId;
    return new Workspace({
      ...{ app, sandbox, environment, project: 'Recording' },
      ...{ user: { userId, username: userId, name }, deviceId: `device-of-${this.name}` },
      ...{ appVersion: `Caseload, App ${app.profile.version}`, lastOwner: this.#lastOwner },
    });
  }

  #startSync(): SyncActor {
    const { environment } = this.world;
    const actors = {
      synchronize: fromPromise(({ input }: { input: { failures: number } }) =>
        synchronize(this.sandbox, this.transport, environment, input),
      ),
    };
    return createActor(syncMachine.provide({ actors }), this.#actorOptions()).start();
  }

  #actorOptions() {
    const { clock, host } = this.world;
    const { inspect } = host;
    if (inspect === undefined) return { clock };
    return { clock, inspect: (event: InspectionEvent) => inspect(event, this.userId) };
  }

  async #do(act: Act, tell: () => void): Promise<void> {
    if (!(await this.#act(act, tell))) throw new NotOfferedError(act);
  }

  /** The page tells the machine, where there is one; false where it does not offer this. */
  async #act(act: Act, tell: () => void): Promise<boolean> {
    const { hand } = this.world.host;
    // Before an app is open, the person is on their way in.
    if (hand !== undefined && this.hasApp) return hand(act, this);
    tell();
    return true;
  }

  /** Comes back when both machines wait for the person. Rejects with what one of them has thrown. */
  async #rest(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure.error;
    const { formEntry } = this;
    if (formEntry !== undefined) await waitFor(formEntry, isFormAtRest);
    const { value } = await waitFor(this.session, (state) => !MOVING.has(state.value as string));
    // Whoever means to go on with a draft says so by another line.
    if (value === 'offeringDrafts') await this.send({ type: 'continue' });
  }
}

const MOVING: ReadonlySet<string> = new Set([
  ...['opening', 'openingApp', 'lookingForDrafts', 'openingForm', 'signingOut'],
]);

const FORM_MOVING: ReadonlySet<string> = new Set(['keepingBlocked', 'submitting', 'leaving']);

function isFormAtRest({ value }: ReturnType<FormEntryActor['getSnapshot']>): boolean {
  return typeof value !== 'string' || !FORM_MOVING.has(value);
}
