import type { OwnerId } from '../case/case.ts';

/** Keeps one owner id. */
export interface OwnerMemory {
  read(): OwnerId | undefined;
  write(ownerId: OwnerId): void;
}

/** As long as the page. */
export class ShortOwnerMemory implements OwnerMemory {
  #ownerId: OwnerId | undefined;

  read(): OwnerId | undefined {
    return this.#ownerId;
  }

  write(ownerId: OwnerId): void {
    this.#ownerId = ownerId;
  }
}
