import type { OwnerId } from '../case.ts';

/** The people, groups and places of a project as far as they decide who owns cases. Plain rows; their order counts. */
export interface Directory {
  readonly groups: readonly DirectoryGroup[];
  readonly memberships: readonly DirectoryMembership[];
  readonly locationTypes: readonly LocationType[];
  readonly locations: readonly DirectoryLocation[];
  /** A user's first assignment is the primary one. */
  readonly assignments: readonly LocationAssignment[];
}

export interface DirectoryGroup {
  readonly groupId: OwnerId;
  readonly name: string;
  /** Reporting-only groups have it off and never own cases. */
  readonly caseSharing: boolean;
  readonly groupData: Readonly<Record<string, string>>;
}

export interface DirectoryMembership {
  readonly groupId: OwnerId;
  readonly userId: string;
}

/** An organization level. The switches hold for all its locations. */
export interface LocationType {
  readonly code: string;
  readonly name: string;
  /** "Owns Cases". */
  readonly ownsCases: boolean;
  /** "View Child Data": who is assigned here also owns by the case-owning locations below. */
  readonly viewDescendants: boolean;
}

export interface DirectoryLocation {
  readonly locationId: OwnerId;
  readonly typeCode: string;
  readonly parentId: OwnerId | null;
  readonly name: string;
  readonly siteCode: string;
  readonly externalId: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly archived: boolean;
  readonly locationData: Readonly<Record<string, string>>;
}

export interface LocationAssignment {
  readonly userId: string;
  readonly locationId: OwnerId;
}

/** Web users own by their locations only, mobile workers by their groups, too. */
export interface DirectoryUser {
  readonly userId: string;
  readonly kind: 'mobile' | 'web';
}
