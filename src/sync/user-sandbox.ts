import { CaseDatabase } from '../case/case-database.ts';
import type { CaseId, OwnerId } from '../case/case.ts';
import type { Fixture } from '../openrosa/restore.ts';
import type { CaseSnapshot, HeldState, WrittenCases } from './case-store.ts';
import type { FormCommit, FormChanges } from './outbox-store.ts';
import { ownersOf, USER_GROUPS } from './user-groups.ts';
import type { RestorePlan } from './plan-restore.ts';
import type { RestoreRecord } from './restore-record.ts';
import { sameValue } from './same-value.ts';
import type { UserStore } from './user-store.ts';

/** A commit of one tab, as the other tabs of the same user hear of it. */
export interface SandboxCommit {
  readonly revision: number;
  /** Ids of cases that came, changed or went. */
  readonly changed: readonly CaseId[];
  /** The restore record and the fixtures are new as well. */
  readonly restored: boolean;
}

/**
 * What one user's device holds, in memory where XPath can read it synchronously, and in the store where it lasts. The
 * store comes first: memory changes when the store has confirmed. Operations wait for one another.
 */
export class UserSandbox {
  readonly database = new CaseDatabase();
  readonly #observers = new Set<(commit: SandboxCommit) => void>();
  readonly #catchUpObservers = new Set<() => void>();
  #record: RestoreRecord | undefined;
  #fixtures: ReadonlyMap<string, Fixture> = new Map();
  #ownerIds: ReadonlySet<OwnerId>;
  /** Commits that memory reflects; equal to the store's revision when it is up to date. */
  #revision = 0;
  /** Revision of the last complete reading. */
  #loaded = 0;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly store: UserStore,
    readonly userId: string,
  ) {
    this.#ownerIds = ownersOf(userId, undefined);
  }

  /** Reads everything that `store` keeps for this user. */
  static async open(store: UserStore, userId: string): Promise<UserSandbox> {
    const sandbox = new UserSandbox(store, userId);
    await sandbox.reload();
    return sandbox;
  }

  /** `undefined` before the first restore. */
  get record(): RestoreRecord | undefined {
    return this.#record;
  }

  get fixtures(): ReadonlyMap<string, Fixture> {
    return this.#fixtures;
  }

  /** The user's own id and those of the user's case sharing groups and locations. */
  get ownerIds(): ReadonlySet<OwnerId> {
    return this.#ownerIds;
  }

  /** `observer` hears of each commit made through this sandbox. Returns the function that ends it. */
  observeCommits(observer: (commit: SandboxCommit) => void): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  /** `observer` is called when the cases show what another tab has written. Returns the function that ends it. */
  observeCatchUps(observer: () => void): () => void {
    this.#catchUpObservers.add(observer);
    return () => this.#catchUpObservers.delete(observer);
  }

  /** Reads everything anew. */
  reload(): Promise<void> {
    return this.#inTurn(() => this.#load());
  }

  /** Takes over what another tab has written. */
  catchUp(commit: SandboxCommit): Promise<void> {
    return this.#inTurn(async () => {
      if (commit.revision <= this.#loaded) return;
      if (commit.changed.length > MANY_CASES) return this.#loadAndTell();
      if (commit.restored) await this.#loadRestore();
      const found = await this.store.readCasesById(commit.changed);
      this.#revision += 1;
      this.#showCases(
        [...found.values()],
        commit.changed.filter((id) => !found.has(id)),
      );
      this.#tellOfCatchUp();
    });
  }

  async #loadAndTell(): Promise<void> {
    await this.#load();
    this.#tellOfCatchUp();
  }

  #tellOfCatchUp(): void {
    for (const observer of [...this.#catchUpObservers]) observer();
  }

  /** Writes a form as {@link FormCommit} says. False when one of its instanceID already waits. */
  commitForm(form: FormCommit): Promise<boolean> {
    return this.#inTurn(async () => {
      let changes: FormChanges = { puts: [], removals: [] };
      const apply: FormCommit['apply'] = (held) => (changes = form.apply(held));
      const revision = await this.store.commitForm({ ...form, apply });
      if (revision === undefined) return false;
      this.#revision += 1;
      this.#showCases(changes.puts, changes.removals);
      this.#tell(revision, changes, false);
      return true;
    });
  }

  /**
   * Writes what `plan` makes of the state held. `plan` may take its time: when another tab, or the outbox, has changed something
   * in the meantime, it is asked once more, so that what is written always rests on what the store holds.
   */
  commitRestore(plan: (held: HeldState) => Promise<RestorePlan>): Promise<RestorePlan> {
    return this.#inTurn(async () => {
      for (;;) {
        const held = await this.store.readHeldState();
        if (held.revision !== this.#revision) await this.#load();
        const made = await plan(held);
        if (await this.#writeRestore(made, held)) return made;
      }
    });
  }

  /** False when what is held has changed. */
  async #writeRestore(made: RestorePlan, planned: HeldState): Promise<boolean> {
    const { commit } = made;
    const written = await this.store.commitRestore((held) =>
      sameValue(held, planned) ? commit : undefined,
    );
    if (written === undefined) return false;
    await this.#showRestore(commit, written);
    this.#tell(written.revision, commit, true);
    return true;
  }

  async #showRestore(
    { puts, removals }: FormChanges,
    { revision, blocks }: WrittenCases,
  ): Promise<void> {
    const isMany = puts.length > MANY_CASES;
    if (isMany && blocks === undefined) return this.#load();
    await this.#loadRestore();
    if (isMany && blocks !== undefined) return this.#showAll({ revision, blocks });
    this.#revision += 1;
    this.#showCases(puts, removals);
  }

  async #load(): Promise<void> {
    const [cases] = await Promise.all([this.store.readCases(), this.#loadRestore()]);
    this.#showAll(cases);
  }

  #showAll({ revision, blocks }: CaseSnapshot): void {
    this.#revision = revision;
    this.#loaded = revision;
    this.database.load(blocks);
  }

  async #loadRestore(): Promise<void> {
    const { store } = this;
    const [record, fixtures] = await Promise.all([store.readRestoreRecord(), store.readFixtures()]);
    this.#record = record;
    this.#fixtures = new Map(fixtures.map((fixture) => [fixture.id, fixture]));
    this.#ownerIds = ownersOf(this.userId, this.#fixtures.get(USER_GROUPS));
  }

  #showCases(puts: FormChanges['puts'], removals: FormChanges['removals']): void {
    this.database.put(puts);
    this.database.remove(removals);
  }

  #tell(revision: number, changes: FormChanges, restored: boolean): void {
    const changed = [...changes.puts.map((of) => of.caseId), ...changes.removals];
    for (const observer of [...this.#observers]) observer({ revision, changed, restored });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

/** So many are taken as the store has packed them faster than they are packed once more. */
const MANY_CASES = 2000;
