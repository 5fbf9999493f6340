import type { OwnerId } from '../case/case.ts';
import { withShortNames } from '../case/ownership/with-short-names.ts';
import type { ShownOwner } from '../elements/case/shown-owner.ts';
import type { SharingGroup } from '../sync/transport.ts';

/** Asks the server who stands behind owner ids; those it does not know are left out. `undefined` when it gives no answer. */
export type AskOwners = (ids: readonly OwnerId[]) => Promise<readonly SharingGroup[] | undefined>;

/**
 * Who stands behind the owners of cases. A device knows the groups and locations of its user; whoever else a page has to
 * name is asked for when it is first needed, all of a page together, and kept until the page is closed.
 */
export class OwnerDirectory {
  readonly #ask: AskOwners;
  readonly #learned: () => void;
  /** Each by a name that no other of them has. */
  #known: ReadonlyMap<OwnerId, SharingGroup> = new Map();
  #told: readonly SharingGroup[] = [];
  readonly #asked = new Set<OwnerId>();
  #waiting: OwnerId[] = [];

  /** `learned` is called when names have come that were asked for before. */
  constructor(own: readonly SharingGroup[], ask: AskOwners, learned: () => void) {
    this.#ask = ask;
    this.#learned = learned;
    this.#add(own);
  }

  /** The owner by name; `undefined` for one that is not known, or not yet. */
  owner(id: OwnerId): ShownOwner | undefined {
    const known = this.#known.get(id);
    if (known === undefined) this.#askFor(id);
    return known && shown(known);
  }

  #askFor(id: OwnerId): void {
    if (this.#asked.has(id)) return;
    this.#asked.add(id);
    this.#waiting.push(id);
    if (this.#waiting.length === 1) queueMicrotask(() => void this.#fetch());
  }

  async #fetch(): Promise<void> {
    const ids = this.#waiting;
    this.#waiting = [];
    const owners = await this.#ask(ids);
    // Without an answer they are asked for again when a page needs them next.
    if (owners === undefined) for (const id of ids) this.#asked.delete(id);
    if (owners === undefined || owners.length === 0) return;
    this.#add(owners);
    this.#learned();
  }

  #add(owners: readonly SharingGroup[]): void {
    this.#told = [...this.#told, ...owners];
    this.#known = new Map(withShortNames(this.#told).map((owner) => [owner.id, owner]));
  }
}

/** A person shares with nobody. */
function shown({ name, kind, members }: SharingGroup): ShownOwner {
  return { name, people: kind === 'user' ? [] : members.map(({ displayName }) => displayName) };
}
