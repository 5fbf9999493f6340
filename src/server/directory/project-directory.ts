import type { OwnerId } from '../../case/case.ts';
import { allCandidateIds, candidates } from '../../case/ownership/candidates.ts';
import type { DirectoryCandidate } from '../../case/ownership/candidates.ts';
import { directoryIndex } from '../../case/ownership/directory-index.ts';
import type { Directory, DirectoryUser } from '../../case/ownership/directory.ts';
import { noCandidateReason } from '../../case/ownership/no-candidate-reason.ts';
import type { NoCandidateReason } from '../../case/ownership/no-candidate-reason.ts';
import type { ProjectState } from '../../project/project-change.ts';
import { displayName } from '../../project/project-person.ts';
import type { ProjectPerson } from '../../project/project-person.ts';

/** Somebody or something that can own cases, and who shares what it owns. */
export interface Owner {
  readonly id: OwnerId;
  readonly name: string;
  readonly kind: 'user' | 'group' | 'location';
  /** In order of username; a user shares with nobody. */
  readonly members: readonly Member[];
}

export interface Member {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
}

/** A project's people, groups and places at one moment, with the questions that the server has about them. */
export class ProjectDirectory {
  readonly data: Directory;
  private readonly people: ReadonlyMap<string, ProjectPerson>;
  private members: ReadonlyMap<OwnerId, readonly Member[]> | undefined;

  constructor(
    /** All of it, also what is not active. */
    readonly state: ProjectState,
  ) {
    this.data = state.directory;
    const active = state.users.filter((person) => person.active);
    this.people = new Map(active.map((person) => [person.userId, person]));
  }

  user(userId: string): DirectoryUser {
    return { userId, kind: this.people.get(userId)?.kind ?? 'mobile' };
  }

  /** Everybody who is active, in order of username. */
  get users(): readonly ProjectPerson[] {
    return [...this.people.values()];
  }

  /** The groups and locations that may own what the user registers, each once. */
  candidates(userId: string): DirectoryCandidate[] {
    return candidates(this.user(userId), this.data);
  }

  /** Why there are none; `undefined` when there are. */
  noCandidateReason(userId: string): NoCandidateReason | undefined {
    return noCandidateReason(this.user(userId), this.data);
  }

  /** All ids by which the user owns cases: exactly the user's own and those of the `user-groups` fixture. */
  ownerIds(userId: string): ReadonlySet<OwnerId> {
    return new Set([userId, ...allCandidateIds(this.user(userId), this.data)]);
  }

  /** Whether somebody or something of the project has this id, active or not archived. */
  isOwner(id: OwnerId): boolean {
    const { groups, tree } = directoryIndex(this.data);
    return this.people.has(id) || groups.has(id) || tree.get(id)?.archived === false;
  }

  /** Who stands behind an owner id; `undefined` for one that is not of the project. */
  owner(id: OwnerId): Owner | undefined {
    const person = this.people.get(id);
    if (person !== undefined) {
      return { id, name: displayName(person), kind: 'user', members: [memberOf(person)] };
    }
    const { groups, tree } = directoryIndex(this.data);
    const group = groups.get(id);
    const location = tree.get(id);
    const members = this.membersOf(id);
    if (group !== undefined) return { id, name: group.name, kind: 'group', members };
    return location && { id, name: tree.path(location), kind: 'location', members };
  }

  /** Worked out when it is first asked for, because it goes through everybody's candidates. */
  private membersOf(id: OwnerId): readonly Member[] {
    this.members ??= this.readMembers();
    return this.members.get(id) ?? [];
  }

  private readMembers(): Map<OwnerId, Member[]> {
    const members = new Map<OwnerId, Member[]>();
    for (const person of this.people.values()) {
      for (const id of new Set(allCandidateIds(person, this.data))) {
        const known = members.get(id);
        if (known === undefined) members.set(id, [memberOf(person)]);
        else known.push(memberOf(person));
      }
    }
    return members;
  }
}

function memberOf(person: ProjectPerson): Member {
  return {
    userId: person.userId,
    username: person.username,
    displayName: displayName(person),
  };
}
