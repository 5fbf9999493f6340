import type {
  Directory,
  DirectoryGroup,
  DirectoryLocation,
  DirectoryUser,
  LocationType,
} from '../../case/ownership/directory.ts';

/** Somebody of the project. The id is also the name to sign in with. */
export interface WorldUser extends DirectoryUser {
  /** As people call them. */
  readonly name: string;
  /** Ids of groups, in no order. */
  readonly groups: readonly string[];
  /** Ids of locations, the primary one first. */
  readonly locations: readonly string[];
  readonly data: Readonly<Record<string, string>>;
}

/** The people, groups and places of a project in memory. What comes under a known id takes the other's place. */
export class WorldDirectory {
  readonly #users = new Map<string, WorldUser>();
  readonly #groups = new Map<string, DirectoryGroup>();
  readonly #levels = new Map<string, LocationType>();
  readonly #locations = new Map<string, DirectoryLocation>();
  #rows: Directory | undefined;

  get users(): Iterable<WorldUser> {
    return this.#users.values();
  }

  user(userId: string): WorldUser | undefined {
    return this.#users.get(userId);
  }

  group(groupId: string): DirectoryGroup | undefined {
    return this.#groups.get(groupId);
  }

  level(code: string): LocationType | undefined {
    return this.#levels.get(code);
  }

  location(locationId: string): DirectoryLocation | undefined {
    return this.#locations.get(locationId);
  }

  putUser(user: WorldUser): void {
    this.#put(this.#users, user.userId, user);
  }

  putGroup(group: DirectoryGroup): void {
    this.#put(this.#groups, group.groupId, group);
  }

  putLevel(level: LocationType): void {
    this.#put(this.#levels, level.code, level);
  }

  putLocation(location: DirectoryLocation): void {
    this.#put(this.#locations, location.locationId, location);
  }

  /** As the rules about owners read it; the same object until something changes. */
  get rows(): Directory {
    return (this.#rows ??= this.#readRows());
  }

  #put<T>(map: Map<string, T>, id: string, value: T): void {
    map.set(id, value);
    this.#rows = undefined;
  }

  #readRows(): Directory {
    const users = [...this.#users.values()];
    return {
      groups: [...this.#groups.values()],
      memberships: users.flatMap(({ userId, groups }) =>
        groups.map((groupId) => ({ userId, groupId })),
      ),
      locationTypes: [...this.#levels.values()],
      locations: [...this.#locations.values()],
      assignments: users.flatMap(({ userId, locations }) =>
        locations.map((locationId) => ({ userId, locationId })),
      ),
    };
  }
}
