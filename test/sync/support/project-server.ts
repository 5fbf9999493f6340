import { applyCaseTransactions } from '../../../src/case/apply-case-transactions.ts';
import { CaseTransactionError } from '../../../src/case/case-error.ts';
import type { Case } from '../../../src/case/case.ts';
import { liveCases } from '../../../src/case/closure.ts';
import { readCaseTransactions } from '../../../src/case/read-case-transactions.ts';
import { readSubmission } from '../../../src/openrosa/read-submission.ts';
import type { Submission, SubmissionOutcome } from '../../../src/openrosa/submission.ts';
import { writeRestore } from '../../../src/openrosa/write-restore.ts';
import type { RestoreReply, SignedInUser } from '../../../src/sync/transport.ts';
import { xmlElement } from '../../../src/xml/xml-element.ts';

/** What a client was last sent. */
interface Known {
  readonly sequence: number;
  readonly held: ReadonlySet<string>;
}

/**
 * A project server in memory: the real reducer, closure and restore writer, without HTTP and SQL. It counts how often
 * it took each form in.
 */
export class ProjectServer {
  readonly cases = new Map<string, Case>();
  /** instanceID to the number of times its case blocks were applied. */
  readonly processed = new Map<string, number>();
  readonly #groups: Record<string, string[]>;
  readonly #changedAt = new Map<string, number>();
  readonly #touchedBy = new Map<string, Map<string, number>>();
  readonly #tokens = new Map<string, Known>();
  #sequence = 0;

  /** `groups`: user id to the ids of the user's case sharing groups. */
  constructor(groups: Record<string, string[]>) {
    this.#groups = groups;
  }

  ownerIds(userId: string): Set<string> {
    return new Set([userId, ...this.#groupsOf(userId)]);
  }

  setGroups(userId: string, groups: string[]): void {
    this.#groups[userId] = groups;
  }

  forgetTokens(): void {
    this.#tokens.clear();
  }

  user(userId: string): SignedInUser {
    const rest = { project: 'Village health', domain: 'village', language: '', role: 'worker' };
    return { username: userId, userId, displayName: userId, groups: [], ...rest };
  }

  /** What the user should hold. */
  casesOf(userId: string): Map<string, Case> {
    const live = liveCases(this.cases.values(), this.ownerIds(userId));
    return new Map([...this.cases].filter(([id]) => live.has(id)));
  }

  submit(userId: string, { xml, instanceId }: Submission): SubmissionOutcome {
    if (this.processed.has(instanceId)) return { kind: 'accepted', message: 'known' };
    try {
      this.#process(userId, xml);
    } catch (error) {
      if (!(error instanceof CaseTransactionError)) throw error;
      return { kind: 'rejected', message: error.message };
    }
    this.processed.set(instanceId, (this.processed.get(instanceId) ?? 0) + 1);
    return { kind: 'accepted', message: '' };
  }

  restore(userId: string, token: string | undefined): RestoreReply {
    const known = token === undefined ? undefined : this.#tokens.get(token);
    if (token !== undefined && known === undefined) return { kind: 'unknownToken', message: '412' };
    const live = this.casesOf(userId);
    const held = new Set([...(known?.held ?? []), ...this.#touchedSince(userId, known)]);
    const syncToken = `token-${this.#tokens.size + 1}-${userId}`;
    this.#tokens.set(syncToken, { sequence: this.#sequence, held: new Set(live.keys()) });
    const pieces = writeRestore({
      syncToken,
      registration: { username: userId, userId, date: '2026-01-01', userData: {} },
      fixtures: [this.#userGroups(userId)],
      cases: [...live.values()].filter((of) => this.#isNews(of.caseId, held, known)),
      removals: [...held].filter((id) => !live.has(id)),
    });
    return { kind: 'restored', xml: [...pieces].join('') };
  }

  #process(userId: string, xml: string): void {
    const transactions = readCaseTransactions(readSubmission(xml).root);
    if (xml.includes('poison')) throw new CaseTransactionError('The form is refused', '');
    const options = { mode: 'server', userId, now: '2026-03-01T10:00:00Z' } as const;
    const changes = applyCaseTransactions((id) => this.cases.get(id), transactions, options);
    this.#sequence += 1;
    const touched = this.#touchedBy.get(userId) ?? new Map<string, number>();
    this.#touchedBy.set(userId, touched);
    for (const { after } of changes) {
      this.cases.set(after.caseId, after);
      this.#changedAt.set(after.caseId, this.#sequence);
      touched.set(after.caseId, this.#sequence);
    }
  }

  #groupsOf(userId: string): readonly string[] {
    return this.#groups[userId] ?? [];
  }

  #touchedSince(userId: string, known: Known | undefined): string[] {
    const touched = [...(this.#touchedBy.get(userId) ?? [])];
    return touched.filter(([, at]) => known !== undefined && at > known.sequence).map(([id]) => id);
  }

  #isNews(id: string, held: ReadonlySet<string>, known: Known | undefined): boolean {
    return known === undefined || !held.has(id) || this.#changedAt.get(id)! > known.sequence;
  }

  #userGroups(userId: string) {
    const groups = this.#groupsOf(userId).map((id) =>
      xmlElement('group', '', { id }, [xmlElement('name', '', {}, [`Group ${id}`])]),
    );
    const root = xmlElement('groups', '', {}, groups);
    return { id: 'user-groups', userId, root, indices: [] };
  }
}
