import type { DeviceState } from '../elements/case/device-state.ts';
import { platformEnvironment } from '../platform/platform-environment.ts';
import { FramePace } from '../storage/frame-pace.ts';
import { IndexedDbUserStore } from '../storage/indexeddb-user-store.ts';
import { keepStorage } from '../storage/keep-storage.ts';
import { KeptSetting } from '../storage/kept-setting.ts';
import { databaseName, openDatabase } from '../storage/open-database.ts';
import { shareCommits, TabChannel } from '../storage/tab-channel.ts';
import { wait } from '../storage/wait.ts';
import { wipe } from '../storage/wipe.ts';
import type { Pace } from '../sync/pace.ts';
import type { SyncOptions, SyncReport } from '../sync/synchronize.ts';
import { synchronize } from '../sync/synchronize.ts';
import type { SignedInUser, Transport } from '../sync/transport.ts';
import { UserSandbox } from '../sync/user-sandbox.ts';
import { readHeld } from './read-held.ts';

const SEARCHES = 'searches';

/** Whose desk it is. */
export interface DeskOwner {
  /** The project's name in addresses. */
  readonly project: string;
  readonly userId: string;
  /** `undefined` for somebody who works with files: nothing is sent anywhere. */
  readonly user: SignedInUser | undefined;
  /** Nothing of it is kept when it is left: somebody only practises. */
  readonly passing?: boolean;
}

/** What belongs to the user who works just now, and ends with signing out: the database, and what was sent and heard. */
export class Desk {
  readonly sandbox: UserSandbox;
  readonly user: SignedInUser | undefined;
  readonly lastOwner: KeptSetting;
  readonly chosenLanguage: KeptSetting;
  readonly questionMode: KeptSetting;
  readonly listSize: KeptSetting;
  readonly searches: KeptSetting;
  /** Name of the database that the sandbox is kept in; other tabs of this user know it, too. */
  readonly name: string;
  readonly #passing: boolean;
  readonly #endings: (() => void)[] = [];
  #lastSync: Date | undefined;
  #sent: DeviceState['sent'] = [];

  private constructor(name: string, { user, passing }: DeskOwner, sandbox: UserSandbox) {
    this.name = name;
    this.user = user;
    this.#passing = passing ?? false;
    this.sandbox = sandbox;
    this.lastOwner = new KeptSetting('lastOwner', name);
    this.chosenLanguage = new KeptSetting('language', name);
    this.questionMode = new KeptSetting('questionMode', name);
    this.listSize = new KeptSetting('listSize', name);
    this.searches = new KeptSetting(SEARCHES, name, sessionStorage);
  }

  /** What this tab still knows of searches of those who signed out in another one; `desk` is the one at work. */
  static forgetSearches(desk?: Desk): void {
    KeptSetting.forgetAll(SEARCHES, sessionStorage, desk?.name);
  }

  /** `lost` is called when another tab or the browser has closed its database: it is to be opened anew. */
  static async open(owner: DeskOwner, lost: () => void): Promise<Desk> {
    const { project, userId } = owner;
    const name = databaseName(project, userId);
    const database = await openDatabase(name, { outdated: lost, terminated: lost });
    const sandbox = await UserSandbox.open(new IndexedDbUserStore(database), userId);
    const channel = new TabChannel(name);
    const desk = new Desk(name, owner, sandbox);
    const stopSharing = shareCommits(sandbox, channel);
    for (const end of [stopSharing, () => channel.close(), () => database.close()]) {
      desk.atEnd(end);
    }
    void keepStorage();
    return desk;
  }

  /** What has to be done when the desk is closed, in the order in which it is told. */
  atEnd(end: () => void): void {
    this.#endings.push(end);
  }

  close(): void {
    for (const end of this.#endings.splice(0)) end();
  }

  /** What has all been sent does not stay behind on a computer that others may use; what waits does, for its user. */
  async leave(): Promise<void> {
    // Whatever fails below, and however soon the page goes.
    this.searches.forget();
    const { store } = this.sandbox;
    const [outbox, drafts] = await Promise.all([store.readOutbox(), store.readDrafts()]);
    this.close();
    if (outbox.length + drafts.length > 0 && !this.#passing) return;
    await wipe(this.name);
    this.lastOwner.forget();
    this.chosenLanguage.forget();
    this.questionMode.forget();
    this.listSize.forget();
  }

  /** Sends what waits and fetches what is new; `failures` in a row came before. */
  async synchronize(
    transport: Transport,
    failures: number,
    loading: Pick<SyncOptions, 'onPreparing' | 'onProgress' | 'onReceived' | 'cancelled'> & {
      readonly pace: Pace;
    } = {
      pace: new FramePace(),
    },
  ): Promise<SyncReport> {
    const { pace, ...heard } = loading;
    const environment = { ...platformEnvironment, pace, wait };
    const report = await synchronize(this.sandbox, transport, environment, {
      failures,
      ...heard,
    });
    if (report.end.kind === 'done') this.#lastSync = new Date();
    this.noteSent(report.sent);
    return report;
  }

  /** These forms, by their instanceID, are where they belong. */
  noteSent(sent: readonly string[]): void {
    this.#sent = [...this.#sent, ...sent];
  }

  /** What the frame shows of it. */
  async readDevice(): Promise<DeviceState> {
    const held = await readHeld(this.sandbox);
    return { ...held, offline: !navigator.onLine, lastSync: this.#lastSync, sent: this.#sent };
  }
}
