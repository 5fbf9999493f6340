import type { CaseId, OwnerId } from '../../case/case.ts';
import { liveCases } from '../../case/closure.ts';
import { candidateImpact } from '../../case/ownership/candidate-impact.ts';
import type { CandidateImpact } from '../../case/ownership/candidate-impact.ts';
import { candidates } from '../../case/ownership/candidates.ts';
import type { Directory, DirectoryUser } from '../../case/ownership/directory.ts';
import { selectReachableCases } from '../sql/cases.ts';
import type { Queries } from '../sql/database.ts';
import type { ProjectPerson } from '../../project/project-person.ts';
import type { PlannedChanges } from './change-project.ts';
import { displayName } from '../../project/project-person.ts';

/** What a change does to somebody: whose cases come and go, and how many of them. */
export interface UserImpact extends CandidateImpact {
  readonly username: string;
  readonly displayName: string;
  /** `undefined` for those who come after the first hundred: counting takes its time. */
  readonly cases: { readonly appear: number; readonly disappear: number } | undefined;
}

const MOST_COUNTED = 100;

/** The users whom planned changes hit, those who can no longer register first. */
export async function projectImpact(
  queries: Queries,
  projectId: number,
  { before, after }: PlannedChanges,
): Promise<UserImpact[]> {
  const users = after.users.filter(({ active }) => active);
  const impacts = candidateImpact(users, before.directory, after.directory);
  const ordered = impacts.toSorted((a, b) => rank(a) - rank(b));
  const count = new CaseCount(queries, projectId, before.directory, after.directory);
  const people = new Map(users.map((user) => [user.userId, user]));
  const found: UserImpact[] = [];
  for (const [index, impact] of ordered.entries()) {
    const user = people.get(impact.userId) as ProjectPerson;
    const cases = index < MOST_COUNTED ? await count.of(user) : undefined;
    found.push({ ...impact, username: user.username, displayName: displayName(user), cases });
  }
  return found;
}

const ORDER: readonly CandidateImpact['registration'][] = ['blocked', 'unblocked', 'moved', 'same'];

function rank({ registration }: CandidateImpact): number {
  return ORDER.indexOf(registration);
}

/** How many cases a user comes to hold, and holds no longer. */
class CaseCount {
  constructor(
    private readonly queries: Queries,
    private readonly projectId: number,
    private readonly before: Directory,
    private readonly after: Directory,
  ) {}

  async of(user: DirectoryUser): Promise<{ appear: number; disappear: number }> {
    const before = await this.#held(ownerIds(user, this.before));
    const after = await this.#held(ownerIds(user, this.after));
    return { appear: countWithout(after, before), disappear: countWithout(before, after) };
  }

  async #held(owners: ReadonlySet<OwnerId>): Promise<ReadonlySet<CaseId>> {
    const cases = await selectReachableCases(this.queries, this.projectId, [...owners]);
    return new Set(liveCases(cases, owners));
  }
}

function ownerIds(user: DirectoryUser, directory: Directory): Set<OwnerId> {
  return new Set([user.userId, ...candidates(user, directory).map(({ id }) => id)]);
}

function countWithout(these: ReadonlySet<CaseId>, those: ReadonlySet<CaseId>): number {
  let count = 0;
  for (const id of these) if (!those.has(id)) count += 1;
  return count;
}
