import { allCandidateIds, candidates } from './candidates.ts';
import type { DirectoryCandidate } from './candidates.ts';
import type { Directory, DirectoryUser } from './directory.ts';

/** What a change of the directory does to one user. */
export interface CandidateImpact {
  readonly userId: string;
  readonly gained: readonly DirectoryCandidate[];
  readonly lost: readonly DirectoryCandidate[];
  /**
   * `blocked`: had one candidate and has not any more, so registration forms of apps that share cases stop working.
   * `unblocked`: the other way round. `moved`: still one, but another. `same`: only what the user sees changes.
   */
  readonly registration: 'blocked' | 'unblocked' | 'moved' | 'same';
}

/**
 * The users whom a change of the directory concerns, for the question "who is hit?" before a level, a location or a
 * membership is changed. Users whose candidates stay the same are left out.
 */
export function candidateImpact(
  users: readonly DirectoryUser[],
  before: Directory,
  after: Directory,
): CandidateImpact[] {
  return users.flatMap((user) =>
    haveSameIds(user, before, after)
      ? []
      : impactOn(user, candidates(user, before), candidates(user, after)),
  );
}

/** Most changes concern few people: the others are known by the ids alone. */
function haveSameIds(user: DirectoryUser, before: Directory, after: Directory): boolean {
  const [had, has] = [allCandidateIds(user, before), allCandidateIds(user, after)];
  return had.length === has.length && had.every((id, n) => id === has[n]);
}

function impactOn(
  { userId }: DirectoryUser,
  before: readonly DirectoryCandidate[],
  after: readonly DirectoryCandidate[],
): CandidateImpact[] {
  const gained = without(after, before);
  const lost = without(before, after);
  if (gained.length === 0 && lost.length === 0) return [];
  return [{ userId, gained, lost, registration: registrationImpact(before, after) }];
}

function without(
  these: readonly DirectoryCandidate[],
  those: readonly DirectoryCandidate[],
): DirectoryCandidate[] {
  const ids = new Set(those.map((candidate) => candidate.id));
  return these.filter((candidate) => !ids.has(candidate.id));
}

function registrationImpact(
  before: readonly DirectoryCandidate[],
  after: readonly DirectoryCandidate[],
): CandidateImpact['registration'] {
  const [had, has] = [before.length === 1, after.length === 1];
  if (had && has) return before[0]?.id === after[0]?.id ? 'same' : 'moved';
  if (had) return 'blocked';
  return has ? 'unblocked' : 'same';
}
