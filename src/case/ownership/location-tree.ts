import type { OwnerId } from '../case.ts';
import type { Directory, DirectoryLocation, LocationType } from './directory.ts';

/** The locations of a directory with their levels, parents and children at hand. */
export class LocationTree {
  readonly #locations: ReadonlyMap<OwnerId, DirectoryLocation>;
  readonly #types: ReadonlyMap<string, LocationType>;
  readonly #children = new Map<OwnerId, DirectoryLocation[]>();
  readonly #paths = new Map<DirectoryLocation, string>();

  constructor({ locations, locationTypes }: Pick<Directory, 'locations' | 'locationTypes'>) {
    this.#locations = new Map(locations.map((location) => [location.locationId, location]));
    this.#types = new Map(locationTypes.map((type) => [type.code, type]));
    for (const location of locations) this.#addChild(location);
  }

  get(id: OwnerId): DirectoryLocation | undefined {
    return this.#locations.get(id);
  }

  ownsCases(location: DirectoryLocation): boolean {
    return this.#types.get(location.typeCode)?.ownsCases ?? false;
  }

  viewsDescendants(location: DirectoryLocation): boolean {
    return this.#types.get(location.typeCode)?.viewDescendants ?? false;
  }

  /** What people call the level of a location. */
  levelName({ typeCode }: DirectoryLocation): string {
    return this.#types.get(typeCode)?.name ?? typeCode;
  }

  /** All locations below, not the location itself: depth first, each level in the order of the directory. */
  descendants(location: DirectoryLocation): DirectoryLocation[] {
    const found: DirectoryLocation[] = [];
    const seen = new Set([location.locationId]);
    const pending = this.#childrenOf(location).toReversed();
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (seen.has(next.locationId)) continue;
      seen.add(next.locationId);
      found.push(next);
      pending.push(...this.#childrenOf(next).toReversed());
    }
    return found;
  }

  /** From the parent up to the top. */
  ancestors(location: DirectoryLocation): DirectoryLocation[] {
    const found: DirectoryLocation[] = [];
    let parent = this.#parentOf(location);
    while (parent !== undefined && parent !== location && !found.includes(parent)) {
      found.push(parent);
      parent = this.#parentOf(parent);
    }
    return found;
  }

  /** Names from the top down, `District/Clinic/Post`. */
  path(location: DirectoryLocation): string {
    const known = this.#paths.get(location);
    if (known !== undefined) return known;
    const names = [location, ...this.ancestors(location)].map((step) => step.name);
    const path = names.toReversed().join('/');
    this.#paths.set(location, path);
    return path;
  }

  #addChild(location: DirectoryLocation): void {
    if (location.parentId === null) return;
    const siblings = this.#children.get(location.parentId);
    if (siblings === undefined) this.#children.set(location.parentId, [location]);
    else siblings.push(location);
  }

  #childrenOf(location: DirectoryLocation): readonly DirectoryLocation[] {
    return this.#children.get(location.locationId) ?? [];
  }

  #parentOf(location: DirectoryLocation): DirectoryLocation | undefined {
    return location.parentId === null ? undefined : this.#locations.get(location.parentId);
  }
}
