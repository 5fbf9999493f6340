import type { Case } from '../../case/case.ts';
import type { CaseSearch, SearchCondition } from '../search/read-case-search.ts';
import { CASE_COLUMNS, caseOf } from './cases.ts';
import type { CaseRow } from './cases.ts';
import type { Queries } from './database.ts';

/** The cases of a project that a search finds among these types, last changed first, at most `limit`. */
export async function searchCases(
  queries: Queries,
  projectId: number,
  caseTypes: readonly string[],
  search: CaseSearch,
  limit: number,
): Promise<Case[]> {
  const statement = new SearchStatement(projectId, caseTypes);
  statement.add(search);
  const rows = await queries.query<CaseRow>(
    `select ${CASE_COLUMNS} from cases c where ${statement.where}
     order by c.last_modified desc, c.case_id limit ${limit}`,
    statement.parameters,
  );
  return rows.map(caseOf);
}

/** Columns that a search calls by their names in the case database. */
const COLUMNS: Readonly<Record<string, string>> = {
  external_id: 'c.external_id',
  category: 'c.category',
  state: 'c.state',
  date_opened: 'c.date_opened',
  last_modified: 'c.last_modified',
};

/** A `where` that grows; every value is bound. */
class SearchStatement {
  readonly parameters: unknown[] = [];
  readonly #conditions: string[] = [];

  constructor(projectId: number, caseTypes: readonly string[]) {
    this.#conditions.push(`c.project_id = ${this.#bind(projectId)}`);
    this.#among('c.case_type', caseTypes);
  }

  get where(): string {
    return this.#conditions.join(' and ');
  }

  add(search: CaseSearch): void {
    if (!search.includeClosed) this.#conditions.push('not c.closed');
    if (search.caseIds.length > 0) this.#among('c.case_id', search.caseIds);
    if (search.ownerIds.length > 0) this.#among('c.owner_id', search.ownerIds);
    if (search.excludedOwnerIds.length > 0) {
      const ids = this.#bind(search.excludedOwnerIds);
      this.#conditions.push(`c.owner_id <> all(${ids}::text[])`);
    }
    for (const condition of search.conditions) this.#conditions.push(this.#condition(condition));
  }

  #among(column: string, values: readonly string[]): void {
    this.#conditions.push(`${column} = any(${this.#bind(values)}::text[])`);
  }

  #condition(condition: SearchCondition): string {
    switch (condition.kind) {
      case 'name':
        return `(${condition.values.map((value) => this.#words(value)).join(' or ')})`;
      case 'property': {
        const values = condition.values.map((value) => value.toLowerCase());
        return `lower(${this.#column(condition.name)}) = any(${this.#bind(values)}::text[])`;
      }
      case 'range':
        return this.#range(condition.name, condition.first, condition.last);
    }
  }

  #words(value: string): string {
    const words = value.split(/\s+/).filter(Boolean);
    const found = words.map(
      (word) => `strpos(lower(c.case_name), lower(${this.#bind(word)}::text)) > 0`,
    );
    return found.length === 0 ? 'true' : `(${found.join(' and ')})`;
  }

  #range(name: string, first: string, last: string): string {
    const day = `left(${this.#column(name)}, 10)`;
    const from = first === '' ? `${day} <> ''` : `${day} >= ${this.#bind(first)}::text`;
    return last === '' ? `(${from})` : `(${from} and ${day} <= ${this.#bind(last)}::text)`;
  }

  #column(name: string): string {
    return COLUMNS[name] ?? `coalesce(c.properties ->> ${this.#bind(name)}::text, '')`;
  }

  #bind(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }
}
