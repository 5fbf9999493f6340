import { candidatesFromGroups } from '../case/ownership/candidates-from-groups.ts';
import type { NoCandidateReason } from '../case/ownership/no-candidate-reason.ts';
import type { CandidateVia, OwnerCandidate } from '../case/ownership/owner-candidate.ts';
import type { OwnerId } from '../case/case.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { readNoCandidate } from './no-candidate-fixture.ts';
import { readLocations } from './read-locations.ts';
import type { KnownLocation } from './read-locations.ts';

/** What a restore says of the owners that its user may give to cases. */
export interface OwnerStanding {
  readonly candidates: readonly OwnerCandidate[];
  /** Why there are no candidates; `undefined` when there are. */
  readonly noCandidateReason: NoCandidateReason | undefined;
  readonly primaryLocationId: OwnerId | undefined;
}

/** The parts of a restore that tell: the roots of three fixtures, and the user's data. */
export interface RestoreFacts {
  readonly noCandidate: XmlElement | undefined;
  readonly groups: XmlElement | undefined;
  readonly locations: XmlElement | undefined;
  readonly userData: Readonly<Record<string, string>>;
}

/**
 * Reads it, from any CommCare server. How a candidate counts follows from the assigned locations and the tree; of the
 * reasons why there is none, only our own server tells whether a level views and which groups do not share.
 */
export function ownerStanding(facts: RestoreFacts): OwnerStanding {
  const { groups, locations, userData } = facts;
  const known =
    locations === undefined ? new Map<OwnerId, KnownLocation>() : readLocations(locations);
  const assigned = assignedLocationIds(userData);
  const plain = groups === undefined ? [] : candidatesFromGroups(groups);
  const candidates = plain.map((candidate) => withVia(candidate, assigned, known));
  const reason = facts.noCandidate && readNoCandidate(facts.noCandidate);
  return {
    candidates,
    noCandidateReason:
      candidates.length > 0 ? undefined : (reason ?? likelyReason(assigned, known)),
    primaryLocationId: assigned[0],
  };
}

/** The primary location first. */
function assignedLocationIds(userData: RestoreFacts['userData']): OwnerId[] {
  const primary = userData['commcare_location_id'] ?? '';
  const all = (userData['commcare_location_ids'] ?? '').split(/\s+/);
  return [...new Set([primary, ...all])].filter((id) => id !== '');
}

function withVia(
  candidate: OwnerCandidate,
  assigned: readonly OwnerId[],
  known: ReadonlyMap<OwnerId, KnownLocation>,
): OwnerCandidate {
  const via = viaOf(candidate, assigned, known);
  return via === undefined ? candidate : { ...candidate, via };
}

function viaOf(
  { id, kind }: OwnerCandidate,
  assigned: readonly OwnerId[],
  known: ReadonlyMap<OwnerId, KnownLocation>,
): CandidateVia | undefined {
  if (kind === 'group') return { kind: 'member' };
  if (assigned.includes(id)) return { kind: 'assigned' };
  const above = known.get(id)?.ancestorIds.find((ancestor) => assigned.includes(ancestor));
  const of = above === undefined ? undefined : known.get(above);
  return of && { kind: 'descendant', of: { id: of.id, name: of.name } };
}

function likelyReason(
  assigned: readonly OwnerId[],
  known: ReadonlyMap<OwnerId, KnownLocation>,
): NoCandidateReason {
  const locations = assigned.flatMap((id) => known.get(id) ?? []);
  if (assigned.length === 0) return { kind: 'noMembership' };
  return {
    kind: 'onlyNonOwningLocations',
    locations: locations.map(({ id, name, level }) => ({ id, name, level })),
  };
}
