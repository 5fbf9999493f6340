import type { LeveledLocation, NoCandidateReason } from '../case/ownership/no-candidate-reason.ts';
import type { NamedOwner } from '../case/ownership/owner-candidate.ts';
import { attributeOf, childElements, xmlElement } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { Fixture } from './restore.ts';

/** Id of the fixture by which our server tells our clients why a user has no owner candidate. Others do not look at it. */
export const NO_CANDIDATE = 'caseload:no-candidate';

/** Always sent in full, as the candidates are; without a reason, the user has some. */
export function noCandidateFixture(userId: string, reason: NoCandidateReason | undefined): Fixture {
  const children = reason === undefined ? [] : named(reason);
  const root = xmlElement('no-candidate', '', { reason: reason?.kind }, children);
  return { id: NO_CANDIDATE, userId, root, indices: [] };
}

function named(reason: NoCandidateReason): XmlElement[] {
  switch (reason.kind) {
    case 'noMembership':
      return [];
    case 'onlyNonSharingGroups':
      return reason.groups.map(({ id, name }) => xmlElement('group', '', { id, name }));
    case 'onlyNonOwningLocations':
    case 'viewOnlyWithoutChildren':
      return reason.locations.map(({ id, name, level }) =>
        xmlElement('location', '', { id, name, level }),
      );
  }
}

/** The reason in the root of the fixture; `undefined` when there is none, or one that a later server has invented. */
export function readNoCandidate(root: XmlElement): NoCandidateReason | undefined {
  const kind = attributeOf(root, 'reason');
  switch (kind) {
    case 'noMembership':
      return { kind };
    case 'onlyNonSharingGroups':
      return { kind, groups: childElements(root).map(namedOwner) };
    case 'onlyNonOwningLocations':
    case 'viewOnlyWithoutChildren':
      return { kind, locations: childElements(root).map(leveledLocation) };
    default:
      return undefined;
  }
}

function namedOwner(element: XmlElement): NamedOwner {
  return { id: attributeOf(element, 'id') ?? '', name: attributeOf(element, 'name') ?? '' };
}

function leveledLocation(element: XmlElement): LeveledLocation {
  return { ...namedOwner(element), level: attributeOf(element, 'level') ?? '' };
}
