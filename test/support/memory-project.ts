import { applyCaseTransactions } from '../../src/case/apply-case-transactions.ts';
import { CaseDatabase } from '../../src/case/case-database.ts';
import { liveCases } from '../../src/case/closure.ts';
import { assignedLocations, candidates } from '../../src/case/ownership/candidates.ts';
import type { Directory } from '../../src/case/ownership/directory.ts';
import { LocationTree } from '../../src/case/ownership/location-tree.ts';
import { noCandidateReason } from '../../src/case/ownership/no-candidate-reason.ts';
import { readCaseTransactions } from '../../src/case/read-case-transactions.ts';
import { locationsFixture } from '../../src/openrosa/locations-fixture.ts';
import { noCandidateFixture } from '../../src/openrosa/no-candidate-fixture.ts';
import { readSubmission } from '../../src/openrosa/read-submission.ts';
import { userGroupsFixture } from '../../src/openrosa/user-groups-fixture.ts';
import { writeRestore } from '../../src/openrosa/write-restore.ts';

/** The server's side of a project without SQL and HTTP: its people and places, which may change, and the cases of all. */
export class MemoryProject {
  readonly cases = new CaseDatabase();

  /** `now` in milliseconds since 1970: when every form is received. */
  constructor(
    public directory: Directory,
    readonly now: number,
  ) {}

  /** What the server does with a form. */
  receive(xml: string, userId: string): void {
    const transactions = readCaseTransactions(readSubmission(xml).root);
    const options = { mode: 'server', userId, now: new Date(this.now).toISOString() } as const;
    this.cases.commit(applyCaseTransactions((id) => this.cases.get(id), transactions, options));
  }

  /** What the server sends to a user. */
  restoreOf(userId: string): string {
    const user = { userId, kind: 'mobile' } as const;
    const owners = candidates(user, this.directory);
    const live = liveCases(this.cases.cases(), new Set([userId, ...owners.map(({ id }) => id)]));
    const places = assignedLocations(user, this.directory, new LocationTree(this.directory));
    const ids = places.map(({ locationId }) => locationId);
    const userData = { commcare_location_id: ids[0] ?? '', commcare_location_ids: ids.join(' ') };
    const pieces = writeRestore({
      syncToken: 'token',
      registration: { username: userId, userId, date: '2026-01-01', userData },
      fixtures: [
        userGroupsFixture(userId, owners),
        noCandidateFixture(userId, noCandidateReason(user, this.directory)),
        locationsFixture(user, this.directory),
      ],
      cases: [...this.cases.cases()].filter((of) => live.has(of.caseId)),
      removals: [],
    });
    return [...pieces].join('');
  }
}
