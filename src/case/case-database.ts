import type { CaseChange } from './case-change.ts';
import type { LinkedCase } from './case-graph.ts';
import { caseReader, columnOf, sourceReader } from './case-key.ts';
import type { CaseKey } from './case-key.ts';
import { CaseLinks } from './case-links.ts';
import type { Case, CaseId } from './case.ts';
import { CaseLookup, rowsInBoth } from './database/case-lookup.ts';
import type { Rows } from './database/case-lookup.ts';
import { CaseRows } from './database/case-rows.ts';
import type { PlacedCases } from './database/case-rows.ts';
import { rowsWhere } from './database/rows-where.ts';
import { plainCase } from './database/packed-case.ts';
import type { HeldCase } from './database/packed-case.ts';

/** A key and the value that a case is to have there. */
export type CaseCondition = readonly [key: CaseKey, value: string];

/**
 * The cases of one user, in memory and read synchronously by XPath. The order is that of arrival; a case keeps its
 * place when it changes. An index is built when a key is first asked for and kept up to date from then on.
 */
export class CaseDatabase {
  #rows = new CaseRows();
  readonly #lookups = new Map<CaseKey, CaseLookup | undefined>();
  /** `undefined` until it is first asked for. */
  #links: CaseLinks | undefined;
  #changes = 0;

  constructor(cases: Iterable<Case> = []) {
    this.put(cases);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Another number after each call that changed anything. */
  get revision(): number {
    return this.#changes;
  }

  get(id: CaseId): Case | undefined {
    const row = this.#rows.rowOf(id);
    return row < 0 ? undefined : plainCase(this.#rows.at(row));
  }

  has(id: CaseId): boolean {
    return this.#rows.rowOf(id) >= 0;
  }

  /** Who points to whom. */
  get links(): CaseLinks {
    return (this.#links ??= new CaseLinks(this.linkedCases()));
  }

  /** All cases, in stable order. Not to be kept while the database changes. */
  *cases(): Iterable<Case> {
    for (const row of this.rows()) yield plainCase(this.#rows.at(row));
  }

  /** The same, as much of them as decides who holds them. */
  *linkedCases(): Iterable<LinkedCase> {
    for (const row of this.rows()) yield this.#rows.at(row);
  }

  /** 0-based place in the order, -1 for a case that is not there. */
  position(id: CaseId): number {
    const row = this.#rows.rowOf(id);
    return row < 0 ? -1 : this.#rows.position(row);
  }

  /** Rows of all cases, in order. A row stays a case's own until the case goes or {@link load} is called. */
  rows(): Rows {
    const rows: number[] = [];
    for (let row = 0; row < this.#rows.end; row += 1) if (this.#rows.has(row)) rows.push(row);
    return rows;
  }

  /** The case of a row. */
  at(row: number): HeldCase {
    return this.#rows.at(row);
  }

  /** Whether the case of a row is still in the state that {@link at} gave. */
  holds(row: number, of: HeldCase): boolean {
    return this.#rows.holds(row, of);
  }

  /**
   * Rows of the cases whose `key` has that value, in order; `undefined` for a key that cannot be indexed. Keys are
   * XPath's, from the `case` element: `@case_type`, `@owner_id`, `index/parent`, `village`. Not to be kept while the
   * database changes.
   */
  find(key: CaseKey, value: string): Rows | undefined {
    if (key === '@case_id') return this.#only(value);
    return this.#lookup(key)?.find(value);
  }

  /** Rows of the cases that meet all conditions, in order; `undefined` when there are none or one has a key that cannot be indexed. */
  findAll(conditions: readonly CaseCondition[]): Rows | undefined {
    const found: Rows[] = [];
    for (const [key, value] of conditions) {
      const rows = this.find(key, value);
      if (rows === undefined) return undefined;
      found.push(rows);
    }
    const [fewest, ...others] = found.toSorted((a, b) => a.length - b.length);
    // What every case has leaves nothing out.
    const narrowing = others.filter(({ length }) => length < this.size);
    return fewest && narrowing.reduce(rowsInBoth, fewest);
  }

  /**
   * Those of the rows whose cases pass a test that depends on nothing but the value of `key`; it is made once for each value. `undefined`
   * for a key of which that cannot be told.
   */
  where(rows: Rows, key: CaseKey, passes: (of: HeldCase) => boolean): Rows | undefined {
    const read = sourceReader(key);
    return read && rowsWhere(rows, this.#rows, { read, columnOf: columnOf(key), passes });
  }

  /** Adds cases and replaces those of the same id. */
  put(cases: Iterable<Case>): void {
    for (const of of cases) this.#put(of);
  }

  /** Takes cases out; unknown ids are passed over. */
  remove(ids: Iterable<CaseId>): void {
    for (const id of ids) this.#remove(id);
  }

  /** The database holds exactly these cases afterwards, by their places. */
  load(blocks: readonly PlacedCases[]): void {
    this.#rows = new CaseRows(blocks);
    this.#lookups.clear();
    this.#links = undefined;
    this.#changes += 1;
  }

  /** Takes over what `applyCaseTransactions` found. */
  commit(changes: readonly CaseChange[]): void {
    this.put(changes.map((change) => change.after));
  }

  #only(id: CaseId): Rows {
    const row = this.#rows.rowOf(id);
    return row < 0 ? [] : [row];
  }

  #lookup(key: CaseKey): CaseLookup | undefined {
    if (this.#lookups.has(key)) return this.#lookups.get(key);
    const read = caseReader(key);
    const lookup = read && new CaseLookup(read, this.#rows, columnOf(key));
    this.#lookups.set(key, lookup);
    return lookup;
  }

  #put(of: Case): void {
    const row = this.#rows.rowOf(of.caseId);
    if (row < 0) this.#enter(this.#rows.add(of));
    else if (this.#rows.at(row) !== of) {
      this.#leave(row);
      this.#rows.replace(row, of);
      this.#enter(row);
    }
  }

  #remove(id: CaseId): void {
    const row = this.#rows.rowOf(id);
    if (row < 0) return;
    this.#leave(row);
    this.#rows.remove(row);
  }

  #enter(row: number): void {
    for (const lookup of this.#lookups.values()) lookup?.add(row);
    this.#links?.add(this.#rows.at(row));
    this.#changes += 1;
  }

  #leave(row: number): void {
    for (const lookup of this.#lookups.values()) lookup?.remove(row);
    this.#links?.remove(this.#rows.at(row));
    this.#changes += 1;
  }
}
