import { candidates } from '../../case/ownership/candidates.ts';
import type { DirectoryCandidate } from '../../case/ownership/candidates.ts';
import { directoryIndex } from '../../case/ownership/directory-index.ts';
import type { DirectoryIndex } from '../../case/ownership/directory-index.ts';
import type {
  Directory,
  DirectoryGroup,
  DirectoryLocation,
} from '../../case/ownership/directory.ts';
import type { LocationTree } from '../../case/ownership/location-tree.ts';
import { noCandidateReason } from '../../case/ownership/no-candidate-reason.ts';
import type { NoCandidateReason } from '../../case/ownership/no-candidate-reason.ts';
import type { ProjectApp } from '../../project/project-app.ts';
import { createsSharedCases, isFor } from '../../project/project-app.ts';
import type { ProjectState } from '../../project/project-change.ts';
import type { ProjectPerson } from '../../project/project-person.ts';
import { displayName } from '../../project/project-person.ts';
import { withShortNames } from '../../case/ownership/with-short-names.ts';

/** Who owns what somebody registers in an app that shares cases. */
export interface SharingStatus {
  readonly candidates: readonly DirectoryCandidate[];
  /** When there are none. */
  readonly reason: NoCandidateReason | undefined;
}

/** A project as it was read last, with the questions that the pages have about it. */
export class AdminProjectState {
  readonly directory: Directory;
  readonly users: readonly ProjectPerson[];
  readonly tree: LocationTree;
  readonly #index: DirectoryIndex;
  /** Of groups and locations, each by a name that no other has. */
  readonly #names: ReadonlyMap<string, string>;
  readonly #statuses = new Map<string, SharingStatus>();

  constructor(
    readonly state: ProjectState,
    readonly apps: readonly ProjectApp[],
  ) {
    const { directory, users } = state;
    this.directory = directory;
    this.users = users;
    this.#index = directoryIndex(directory);
    this.tree = this.#index.tree;
    this.#names = namesIn(directory, this.tree);
  }

  user(id: string): ProjectPerson | undefined {
    return this.users.find(({ userId }) => userId === id);
  }

  groupIdsOf(userId: string): readonly string[] {
    return this.#index.groupsOf(userId).map(({ groupId }) => groupId);
  }

  /** The primary location first. */
  locationIdsOf(userId: string): readonly string[] {
    return this.#index.locationsOf(userId).map(({ locationId }) => locationId);
  }

  membersOf({ groupId }: DirectoryGroup): readonly ProjectPerson[] {
    return this.users.filter(({ userId }) => this.groupIdsOf(userId).includes(groupId));
  }

  assignedTo({ locationId }: DirectoryLocation): readonly ProjectPerson[] {
    return this.users.filter(({ userId }) => this.locationIdsOf(userId).includes(locationId));
  }

  status(user: ProjectPerson): SharingStatus {
    const known = this.#statuses.get(user.userId) ?? this.#findStatus(user);
    this.#statuses.set(user.userId, known);
    return known;
  }

  /** Whether any of the person's apps creates cases that a group or location has to own. */
  registersShared({ userId }: ProjectPerson): boolean {
    const groups = this.groupIdsOf(userId);
    return this.apps.some((app) => createsSharedCases(app) && isFor(app, groups));
  }

  /** Active people who register cases to share, and whose new cases have no owner, or several. */
  get troubled(): readonly ProjectPerson[] {
    return this.users.filter(
      (user) =>
        user.active && this.status(user).candidates.length !== 1 && this.registersShared(user),
    );
  }

  /** The locations in the order of a tree, with the number of those above each. */
  get locations(): readonly { readonly location: DirectoryLocation; readonly depth: number }[] {
    const tops = this.directory.locations.filter(({ parentId }) => parentId === null);
    return tops
      .flatMap((top) => [top, ...this.tree.descendants(top)])
      .map((location) => ({ location, depth: this.tree.ancestors(location).length }));
  }

  /** What people call whatever has this id; the id itself for what is gone. */
  nameOf(id: string): string {
    const user = this.user(id);
    if (user !== undefined) return displayName(user);
    const group = this.directory.groups.find(({ groupId }) => groupId === id);
    return group?.name ?? this.tree.get(id)?.name ?? id;
  }

  #findStatus(user: ProjectPerson): SharingStatus {
    return {
      candidates: candidates(user, this.directory).map((each) => this.#inShort(each)),
      reason: noCandidateReason(user, this.directory),
    };
  }

  #inShort(candidate: DirectoryCandidate): DirectoryCandidate {
    return { ...candidate, name: this.#names.get(candidate.id) ?? candidate.name };
  }
}

function namesIn({ groups, locations }: Directory, tree: LocationTree) {
  const owners = withShortNames([
    ...groups.map(({ groupId, name }) => ({ id: groupId, name, kind: 'group' })),
    ...locations.map((each) => ({ id: each.locationId, name: tree.path(each), kind: 'location' })),
  ]);
  return new Map(owners.map(({ id, name }) => [id, name]));
}
