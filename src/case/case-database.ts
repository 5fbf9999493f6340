import type { CaseChange } from './case-change.ts';
import { caseReader } from './case-key.ts';
import type { CaseKey } from './case-key.ts';
import { CaseLinks } from './case-links.ts';
import { CaseLookup } from './case-lookup.ts';
import type { Case, CaseId } from './case.ts';

/** Called with the ids of all cases that came, changed or went. */
export type CaseObserver = (changed: ReadonlySet<CaseId>) => void;

/**
 * The cases of one user, in memory and read synchronously by XPath. The order is that of arrival; a case keeps its
 * place when it changes. An index is built when a key is first asked for and kept up to date from then on.
 */
export class CaseDatabase {
  readonly #cases = new Map<CaseId, Case>();
  readonly #lookups = new Map<CaseKey, CaseLookup | undefined>();
  readonly #observers = new Set<CaseObserver>();
  /** Long answers of `find` since the last change: a case list asks the same again and again. */
  readonly #found = new Map<string, readonly Case[]>();
  #all: readonly Case[] | undefined;
  /** `undefined` until it is first asked for. */
  #links: CaseLinks | undefined;
  /** Place of each case in the order; `undefined` after cases have gone, until it is asked for. */
  #positions: Map<CaseId, number> | undefined = new Map();

  constructor(cases: Iterable<Case> = []) {
    for (const of of cases) this.#set(of);
  }

  get size(): number {
    return this.#cases.size;
  }

  get(id: CaseId): Case | undefined {
    return this.#cases.get(id);
  }

  /** Who points to whom. */
  get links(): CaseLinks {
    return (this.#links ??= new CaseLinks(this.#cases.values()));
  }

  /** All cases, in stable order. Not to be kept while the database changes. */
  cases(): Iterable<Case> {
    return this.#cases.values();
  }

  /** The same as an array, which stays the same one until a case changes. */
  all(): readonly Case[] {
    return (this.#all ??= [...this.#cases.values()]);
  }

  /** 0-based place in the order, -1 for a case that is not there. */
  position(id: CaseId): number {
    this.#positions ??= new Map([...this.#cases.keys()].map((key, place) => [key, place]));
    return this.#positions.get(id) ?? -1;
  }

  /**
   * Cases whose `key` has that value, in the order of the database; `undefined` for a key that cannot be indexed.
   * Keys are XPath's, from the `case` element: `@case_type`, `@owner_id`, `index/parent`, `village`.
   */
  find(key: CaseKey, value: string): readonly Case[] | undefined {
    if (key === '@case_id') return this.#only(value);
    const lookup = this.#lookup(key);
    if (lookup === undefined) return undefined;
    const ids = lookup.find(value);
    if (ids.size < LONG) return this.#inOrder(ids);
    const question = `${key}=${value}`;
    const known = this.#found.get(question) ?? this.#inOrder(ids);
    this.#found.set(question, known);
    return known;
  }

  /** Adds cases and replaces those of the same id. */
  put(cases: Iterable<Case>): void {
    const changed = new Set<CaseId>();
    for (const of of cases) {
      if (this.#set(of)) changed.add(of.caseId);
    }
    this.#notify(changed);
  }

  /** Takes cases out; unknown ids are passed over. */
  remove(ids: Iterable<CaseId>): void {
    const changed = new Set<CaseId>();
    for (const id of ids) {
      if (this.#delete(id)) changed.add(id);
    }
    this.#notify(changed);
  }

  /** The database holds exactly these cases afterwards, in their order. */
  replaceAll(cases: Iterable<Case>): void {
    const changed = new Set(this.#cases.keys());
    this.#cases.clear();
    this.#lookups.clear();
    this.#positions = new Map();
    this.#links = undefined;
    this.#forgetAnswers();
    for (const of of cases) {
      this.#set(of);
      changed.add(of.caseId);
    }
    this.#notify(changed);
  }

  /** Takes over what `applyCaseTransactions` found. */
  commit(changes: readonly CaseChange[]): void {
    this.put(changes.map((change) => change.after));
  }

  /** `observer` is called once after each call that changed anything. Returns the function that ends it. */
  observe(observer: CaseObserver): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  #only(id: CaseId): readonly Case[] {
    const found = this.#cases.get(id);
    return found === undefined ? [] : [found];
  }

  #inOrder(ids: ReadonlySet<CaseId>): readonly Case[] {
    const places = new Map([...ids].map((id) => [this.position(id), id]));
    // An index hardly ever gets out of order, and then a check is much cheaper than a sort.
    const keys = [...places.keys()];
    if (keys.some((place, i) => i > 0 && place < (keys[i - 1] as number))) keys.sort(ascending);
    return keys.map((place) => this.#cases.get(places.get(place) as CaseId) as Case);
  }

  #lookup(key: CaseKey): CaseLookup | undefined {
    if (this.#lookups.has(key)) return this.#lookups.get(key);
    const read = caseReader(key);
    const lookup = read === undefined ? undefined : new CaseLookup(read, this.#cases.values());
    this.#lookups.set(key, lookup);
    return lookup;
  }

  #set(of: Case): boolean {
    const before = this.#cases.get(of.caseId);
    if (before === of) return false;
    this.#cases.set(of.caseId, of);
    if (before !== undefined) this.#links?.remove(before);
    this.#links?.add(of);
    this.#forgetAnswers();
    if (before === undefined) this.#append(of);
    else for (const lookup of this.#lookups.values()) lookup?.replace(before, of);
    return true;
  }

  #append(of: Case): void {
    this.#positions?.set(of.caseId, this.#cases.size - 1);
    for (const lookup of this.#lookups.values()) lookup?.add(of);
  }

  #delete(id: CaseId): boolean {
    const before = this.#cases.get(id);
    if (before === undefined) return false;
    this.#cases.delete(id);
    this.#positions = undefined;
    this.#links?.remove(before);
    this.#forgetAnswers();
    for (const lookup of this.#lookups.values()) lookup?.remove(before);
    return true;
  }

  #forgetAnswers(): void {
    this.#all = undefined;
    this.#found.clear();
  }

  #notify(changed: ReadonlySet<CaseId>): void {
    if (changed.size === 0) return;
    for (const observer of [...this.#observers]) observer(changed);
  }
}

/** Answers with fewer cases are put together faster than they are worth keeping. */
const LONG = 50;

function ascending(a: number, b: number): number {
  return a - b;
}
