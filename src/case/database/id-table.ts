/**
 * Row numbers by a text that names a row, as a hash table of numbers that leaves the texts where they are: a map of
 * 100,000 ids would take as much memory as the cases themselves.
 */
export class IdTable {
  /** By hash, then onwards: a row number plus 1; 0 for a free place. */
  #places: Int32Array;
  #size = 0;
  readonly #isNamed: (row: number, id: string) => boolean;
  readonly #nameOf: (row: number) => string;

  /** `isNamed` tells whether a row has that id; `nameOf` is asked when the table grows. */
  constructor(
    isNamed: (row: number, id: string) => boolean,
    nameOf: (row: number) => string,
    expected = 0,
  ) {
    this.#isNamed = isNamed;
    this.#nameOf = nameOf;
    this.#places = new Int32Array(placesFor(expected));
  }

  /** The row of that id that was added last; -1 when there is none. */
  find(id: string): number {
    const place = this.#placeOf(id);
    return (this.#places[place] as number) - 1;
  }

  /** Adds a row, in place of another of the same id. */
  set(id: string, row: number): void {
    if (this.#size * 2 >= this.#places.length) this.#grow();
    const place = this.#placeOf(id);
    if (this.#places[place] === 0) this.#size += 1;
    this.#places[place] = row + 1;
  }

  /** Where the id stands, or the free place where it would. */
  #placeOf(id: string): number {
    const mask = this.#places.length - 1;
    let place = hashOf(id) & mask;
    while (this.#places[place] !== 0) {
      if (this.#isNamed((this.#places[place] as number) - 1, id)) return place;
      place = (place + 1) & mask;
    }
    return place;
  }

  #grow(): void {
    const old = this.#places;
    this.#places = new Int32Array(old.length * 2);
    for (const entry of old) {
      if (entry !== 0) this.#places[this.#placeOf(this.#nameOf(entry - 1))] = entry;
    }
  }
}

/** A power of two, so that at most half of the places are taken. */
function placesFor(rows: number): number {
  return Math.max(16, 2 ** Math.ceil(Math.log2(rows * 2 + 1)));
}

/** FNV-1a, with the high bits folded in, since only the low ones choose the place. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
