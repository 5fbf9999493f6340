import { MemoryUserStore } from '../../../src/sync/memory-user-store.ts';
import { submitForm } from '../../../src/sync/submit-form.ts';
import type { FinishedForm, SubmittedForm } from '../../../src/sync/submit-form.ts';
import { synchronize } from '../../../src/sync/synchronize.ts';
import type { SyncReport } from '../../../src/sync/synchronize.ts';
import { UserSandbox } from '../../../src/sync/user-sandbox.ts';
import type { UserStore } from '../../../src/sync/user-store.ts';
import type { ProjectServer } from './project-server.ts';
import { ShakyTransport } from './shaky-transport.ts';

/** One user's device in a test: store, memory and network, with a clock that stands still until it is moved. */
export class Device {
  now = Date.parse('2026-03-01T09:00:00Z');
  failures = 0;

  private constructor(
    public sandbox: UserSandbox,
    readonly store: UserStore,
    readonly transport: ShakyTransport,
  ) {}

  static async open(server: ProjectServer, userId: string): Promise<Device> {
    const store = new MemoryUserStore();
    const sandbox = await UserSandbox.open(store, userId);
    return new Device(sandbox, store, new ShakyTransport(server, userId));
  }

  submit(form: FinishedForm): Promise<SubmittedForm> {
    return submitForm(this.sandbox, form, this.now);
  }

  sync(options: { full?: boolean } = {}): Promise<SyncReport> {
    const environment = { now: () => this.now, random: () => 0.5 };
    const { failures } = this;
    return synchronize(this.sandbox, this.transport, environment, { failures, ...options });
  }

  /** The page is closed and opened again: only the store is left. */
  async restart(): Promise<void> {
    this.sandbox = await UserSandbox.open(this.store, this.sandbox.userId);
  }

  /** Ids of the cases that the device shows. */
  get caseIds(): string[] {
    return [...this.sandbox.database.cases()].map((of) => of.caseId).sort();
  }

  property(caseId: string, name: string): string | undefined {
    return this.sandbox.database.get(caseId)?.properties[name];
  }
}
