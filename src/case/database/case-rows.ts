import type { Case, CaseId } from '../case.ts';
import { CaseBlock } from './case-block.ts';
import { IdTable } from './id-table.ts';
import { packCases } from './packed-cases.ts';
import type { PackedCases } from './packed-cases.ts';
import { PackedCase } from './packed-case.ts';
import type { HeldCase } from './packed-case.ts';

/** Packed cases, with the place of each in the order of all. */
export interface PlacedCases {
  /** Ascending or not; no two cases have the same. */
  readonly places: ArrayLike<number>;
  readonly cases: PackedCases;
}

/** A block with the rows of its cases, of which some may have changed since and lie elsewhere. */
export interface HeldBlock {
  readonly block: CaseBlock;
  /** By number in the block. */
  readonly rows: Int32Array;
}

/**
 * Cases by row, in the order of their arrival. Most lie packed in blocks; those that came or changed lately are plain
 * until there are enough to pack. A row number stays the case's own until the case is removed, and is not given out again.
 */
export class CaseRows {
  /** By row: the block that the case lies in, or the case itself. */
  readonly #holders: (CaseBlock | Case)[] = [];
  /** By row: the number in the block. */
  readonly #numbers: number[] = [];
  #blocks: HeldBlock[] = [];
  /** Made when an id is first sought. */
  #ids: IdTable | undefined;
  readonly #removed = new Set<number>();
  /** Rows with plain cases. */
  #loose: number[] = [];
  /** How many of the removed rows stand before a row; by row, made when first asked for. */
  #gaps: Int32Array | undefined;

  constructor(blocks: readonly PlacedCases[] = []) {
    for (const { cases } of blocks) {
      this.#blocks.push({ block: new CaseBlock(cases), rows: new Int32Array(cases.size) });
    }
    const most = Math.max(1, ...blocks.map(({ cases }) => cases.size));
    for (const at of inOrder(blocks, most)) {
      const { block, rows } = this.#blocks[Math.floor(at / most)] as HeldBlock;
      const n = at % most;
      rows[n] = this.#holders.push(block) - 1;
      this.#numbers.push(n);
    }
  }

  /** The number of cases. */
  get size(): number {
    return this.end - this.#removed.size;
  }

  /** One more than the last row. */
  get end(): number {
    return this.#holders.length;
  }

  /** Whether the case of a row is still there. */
  has(row: number): boolean {
    return this.#removed.size === 0 || !this.#removed.has(row);
  }

  /** The case of a row, also of one that was removed. */
  at(row: number): HeldCase {
    const holder = this.#holders[row] as CaseBlock | Case;
    return holder instanceof CaseBlock
      ? new PackedCase(holder, this.#numbers[row] as number)
      : holder;
  }

  /** The block that the case of a row lies in; `undefined` for a plain one. */
  blockOf(row: number): CaseBlock | undefined {
    const holder = this.#holders[row];
    return holder instanceof CaseBlock ? holder : undefined;
  }

  /** The number of a row's case in its block. */
  numberOf(row: number): number {
    return this.#numbers[row] as number;
  }

  /** All blocks that hold a case, in the order in which they came. */
  get blocks(): readonly HeldBlock[] {
    return this.#blocks;
  }

  /** Whether a row still holds the case in the state that {@link at} gave. */
  holds(row: number, of: HeldCase): boolean {
    const holder = this.#holders[row];
    if (!(holder instanceof CaseBlock)) return holder === of;
    return of instanceof PackedCase && of.isIn(holder, this.#numbers[row] as number);
  }

  /** -1 for a case that is not there. */
  rowOf(id: CaseId): number {
    if (this.end === 0) return -1;
    const row = this.#idTable().find(id);
    return row < 0 || this.#removed.has(row) ? -1 : row;
  }

  /** How many cases stand before this one. */
  position(row: number): number {
    if (this.#removed.size === 0) return row;
    this.#gaps ??= gapsBefore(this.end, this.#removed);
    return row - (this.#gaps[row] as number);
  }

  add(of: Case): number {
    const row = this.end;
    this.#holders.push(of);
    this.#numbers.push(0);
    this.#ids?.set(of.caseId, row);
    this.#gaps = undefined;
    this.#loosen(row);
    return row;
  }

  replace(row: number, of: Case): void {
    const isPacked = this.#holders[row] instanceof CaseBlock;
    this.#holders[row] = of;
    if (isPacked) this.#loosen(row);
  }

  remove(row: number): void {
    this.#removed.add(row);
    this.#gaps = undefined;
  }

  #idTable(): IdTable {
    if (this.#ids !== undefined) return this.#ids;
    const table = new IdTable(
      (row, id) => this.#hasId(row, id),
      (row) => this.at(row).caseId,
      this.end,
    );
    for (let row = 0; row < this.end; row += 1) table.set(this.at(row).caseId, row);
    return (this.#ids = table);
  }

  #hasId(row: number, id: CaseId): boolean {
    const holder = this.#holders[row] as CaseBlock | Case;
    if (holder instanceof CaseBlock) return holder.hasId(this.#numbers[row] as number, id);
    return holder.caseId === id;
  }

  #loosen(row: number): void {
    this.#loose.push(row);
    if (this.#loose.length >= MOST_LOOSE) this.#pack();
  }

  /** Whether a case still lies there. */
  #isHeld({ block, rows }: HeldBlock): boolean {
    return rows.some((row) => this.#holders[row] === block);
  }

  #pack(): void {
    const rows = this.#loose.filter((row) => this.has(row));
    const block = new CaseBlock(packCases(rows.map((row) => this.#holders[row] as Case)));
    for (const [n, row] of rows.entries()) {
      this.#holders[row] = block;
      this.#numbers[row] = n;
    }
    this.#blocks = this.#blocks.filter((held) => this.#isHeld(held));
    this.#blocks.push({ block, rows: Int32Array.from(rows) });
    this.#loose = [];
  }
}

const MOST_LOOSE = 1000;

/** All cases by their places, each as the number of its block times `most`, and its number in the block. */
function inOrder(blocks: readonly PlacedCases[], most: number): Float64Array {
  const width = blocks.length * most;
  // A place and what stands there as one number: numbers are sorted much faster than objects.
  const keys = new Float64Array(blocks.reduce((sum, { cases }) => sum + cases.size, 0));
  let end = 0;
  for (const [block, { places }] of blocks.entries()) {
    const first = block * most;
    for (let n = 0; n < places.length; n += 1) keys[end++] = places[n]! * width + first + n;
  }
  // Four times as fast as the remainder of a division.
  return keys.sort().map((key) => key - Math.floor(key / width) * width);
}

function gapsBefore(end: number, removed: ReadonlySet<number>): Int32Array {
  const gaps = new Int32Array(end);
  for (let row = 0, gap = 0; row < end; row += 1) {
    gaps[row] = gap;
    if (removed.has(row)) gap += 1;
  }
  return gaps;
}
