import { caseChanges } from '../../case/apply-case-transactions.ts';
import { CaseDatabase } from '../../case/case-database.ts';
import { CaseTransactionError } from '../../case/case-error.ts';
import type { Case, CaseId, OwnerId } from '../../case/case.ts';
import { liveCases } from '../../case/closure.ts';
import { candidates } from '../../case/ownership/candidates.ts';
import type { Directory } from '../../case/ownership/directory.ts';
import { noCandidateReason } from '../../case/ownership/no-candidate-reason.ts';
import { readCaseTransactions } from '../../case/read-case-transactions.ts';
import { validateIndices } from '../../case/validate-indices.ts';
import { caseDifferences, farewells } from '../../openrosa/case-differences.ts';
import type { HeldCases } from '../../openrosa/case-differences.ts';
import { locationUserData } from '../../openrosa/location-user-data.ts';
import { locationsFixture } from '../../openrosa/locations-fixture.ts';
import { noCandidateFixture } from '../../openrosa/no-candidate-fixture.ts';
import { readSubmission } from '../../openrosa/read-submission.ts';
import type { Fixture, Registration, SyncToken } from '../../openrosa/restore.ts';
import type { Submission, SubmissionOutcome } from '../../openrosa/submission.ts';
import { userGroupsFixture } from '../../openrosa/user-groups-fixture.ts';
import { writeRestore } from '../../openrosa/write-restore.ts';
import { XmlParseError } from '../../xml/xml-parse-error.ts';
import type { WorldUser } from './world-directory.ts';
import type { WorldForm } from './world-history.ts';
import { WorldHistory } from './world-history.ts';

/** Who is who while the server is asked. */
export interface ServedDirectory {
  readonly rows: Directory;
  user(userId: string): WorldUser | undefined;
}

/** A day before every story: when its people joined. */
const JOINED = '2000-01-01';

/**
 * The project server of a recording, in memory: the same reducer, closure and restore as the real one, without HTTP and
 * SQL. Forms count in the order of receipt, but for those of one user that come late; tokens stand for what a device holds.
 */
export class WorldServer {
  readonly cases = new CaseDatabase();
  /** Lookup tables that every restore brings. */
  readonly fixtures: Fixture[] = [];
  readonly #forms = new Set<string>();
  readonly #history = new WorldHistory();
  readonly #changedAt = new Map<CaseId, number>();
  readonly #touched: {
    readonly userId: string;
    readonly caseId: CaseId;
    readonly sequence: number;
  }[] = [];
  readonly #tokens = new Map<SyncToken, HeldCases>();
  #sequence = 0;

  constructor(
    readonly directory: ServedDirectory,
    /** Milliseconds since 1970-01-01T00:00Z. */
    private readonly now: () => number,
  ) {}

  /** A case as it is from now on, whoever made it so. */
  put(of: Case): void {
    this.#history.begin(of.caseId);
    this.#write([of], ++this.#sequence);
  }

  /** Takes a form in; a repeated one only once. */
  submit(userId: string, { xml, instanceId }: Submission): SubmissionOutcome {
    if (this.#forms.has(instanceId)) return { kind: 'accepted', message: '' };
    try {
      this.#apply(xml, userId);
    } catch (error) {
      if (!(error instanceof CaseTransactionError || error instanceof XmlParseError)) throw error;
      return { kind: 'rejected', message: error.message };
    }
    this.#forms.add(instanceId);
    return { kind: 'accepted', message: '' };
  }

  /** The restore as XML: everything, or what has changed since the token; `undefined` for a token that is not known. */
  restore(user: WorldUser, token: SyncToken | undefined): string | undefined {
    const base = token === undefined ? undefined : this.#tokens.get(token);
    if (token !== undefined && base === undefined) return undefined;
    const live = this.live(user);
    const { changed, removals } = caseDifferences(this.#numbered(), live, this.#held(user, base));
    const gone = removals.flatMap((id) => this.cases.get(id) ?? []);
    const pieces = writeRestore({
      syncToken: this.#keepToken(live),
      registration: this.#registration(user),
      fixtures: this.#fixtures(user),
      cases: [...this.#casesOf(changed), ...farewells(gone, this.ownerIds(user))],
      removals,
    });
    return [...pieces].join('');
  }

  /** The cases that the user may hold. */
  live(user: WorldUser): ReadonlySet<CaseId> {
    return liveCases(this.cases.cases(), this.ownerIds(user));
  }

  ownerIds(user: WorldUser): ReadonlySet<OwnerId> {
    const owners = candidates(user, this.directory.rows);
    return new Set([user.userId, ...owners.map(({ id }) => id)]);
  }

  #apply(xml: string, userId: string): void {
    const form = this.#received(xml, userId);
    const lookup = (id: CaseId) => this.cases.get(id);
    const options = { mode: 'server', userId, now: form.now } as const;
    const applied = caseChanges(lookup, form.transactions, options);
    const changes = applied.map((change) => this.#history.put(form, change));
    validateIndices(changes, lookup);
    for (const { after } of changes) this.#history.note(after.caseId, form);
    const sequence = ++this.#sequence;
    const changed = changes.map(({ after }) => after);
    this.#write(changed, sequence);
    for (const { caseId } of changed) this.#touched.push({ userId, caseId, sequence });
  }

  #received(xml: string, userId: string): WorldForm {
    const receivedAt = this.now();
    const now = new Date(receivedAt).toISOString();
    return {
      userId,
      receivedAt,
      now,
      transactions: readCaseTransactions(readSubmission(xml).root),
    };
  }

  #write(cases: readonly Case[], sequence: number): void {
    this.cases.put(cases);
    for (const { caseId } of cases) this.#changedAt.set(caseId, sequence);
  }

  #numbered() {
    const sequenceOf = (id: CaseId) => this.#changedAt.get(id) ?? 0;
    return [...this.cases.cases()].map(({ caseId }) => ({ caseId, sequence: sequenceOf(caseId) }));
  }

  /** A device also holds what its user's own forms have touched since, whoever owns it. */
  #held({ userId }: WorldUser, base: HeldCases | undefined): HeldCases | undefined {
    if (base === undefined) return undefined;
    const touched = this.#touched.filter(
      (each) => each.userId === userId && each.sequence > base.sequence,
    );
    return { ...base, caseIds: [...base.caseIds, ...touched.map(({ caseId }) => caseId)] };
  }

  #keepToken(live: ReadonlySet<CaseId>): SyncToken {
    const token = `token-${this.#tokens.size + 1}`;
    this.#tokens.set(token, { caseIds: live, sequence: this.#sequence });
    return token;
  }

  #casesOf(ids: readonly CaseId[]): Case[] {
    return ids.flatMap((id) => this.cases.get(id) ?? []);
  }

  #registration(user: WorldUser): Registration {
    const { userId, name, data } = user;
    const [first = '', ...others] = name.split(' ');
    const userData = {
      ...data,
      commcare_first_name: first,
      commcare_last_name: others.join(' '),
      commcare_user_type: user.kind === 'web' ? 'web' : 'commcare',
      ...locationUserData(user, this.directory.rows),
    };
    return { username: userId, userId, date: JOINED, userData };
  }

  #fixtures(user: WorldUser): Fixture[] {
    const { rows } = this.directory;
    return [
      userGroupsFixture(user.userId, candidates(user, rows)),
      noCandidateFixture(user.userId, noCandidateReason(user, rows)),
      locationsFixture(user, rows),
      ...this.fixtures,
    ];
  }
}
