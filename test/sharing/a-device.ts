import type { Case } from '../../src/case/case.ts';
import type { OwnerCandidate } from '../../src/case/ownership/owner-candidate.ts';
import { candidatesFromGroups } from '../../src/case/ownership/candidates-from-groups.ts';
import { parseRestore } from '../../src/openrosa/parse-restore.ts';
import { MemoryUserStore } from '../../src/sync/memory-user-store.ts';
import type { FinishedForm, SubmittedForm } from '../../src/sync/submit-form.ts';
import { submitForm } from '../../src/sync/submit-form.ts';
import type { TakenRestore } from '../../src/sync/take-restore.ts';
import { takeRestore } from '../../src/sync/take-restore.ts';
import { USER_GROUPS } from '../../src/sync/user-groups.ts';
import { UserSandbox } from '../../src/sync/user-sandbox.ts';
import type { MemoryProject } from '../support/memory-project.ts';

/** Somebody's device: forms wait on it until it syncs. */
export class Device {
  private constructor(
    private readonly project: MemoryProject,
    private readonly sandbox: UserSandbox,
  ) {}

  /** One that has synced. */
  static async open(project: MemoryProject, userId: string): Promise<Device> {
    const device = new Device(project, await UserSandbox.open(new MemoryUserStore(), userId));
    await device.sync();
    return device;
  }

  /** Ids of the cases that it shows, sorted, with a blank between them. */
  get holds(): string {
    return this.cases
      .map(({ caseId }) => caseId)
      .sort()
      .join(' ');
  }

  get cases(): Case[] {
    return [...this.sandbox.database.cases()];
  }

  /** Who could own what is registered here. */
  get candidates(): OwnerCandidate[] {
    const groups = this.sandbox.fixtures.get(USER_GROUPS);
    return groups === undefined ? [] : candidatesFromGroups(groups.root);
  }

  get candidateIds(): string {
    return this.candidates.map(({ id }) => id).join(' ');
  }

  submit(form: FinishedForm): Promise<SubmittedForm> {
    return submitForm(this.sandbox, form, this.project.now);
  }

  /** Sends what waits, the oldest first, and takes what the project has for the user. */
  async sync(): Promise<TakenRestore> {
    const { store, userId } = this.sandbox;
    for (const { instanceId } of await store.readOutbox()) {
      this.project.receive((await store.readSubmission(instanceId))?.xml ?? '', userId);
      await store.settleAccepted(instanceId);
    }
    const restore = parseRestore(this.project.restoreOf(userId), 'restore');
    return takeRestore(this.sandbox, restore, { full: true, now: this.project.now });
  }
}
