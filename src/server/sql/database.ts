/** What a statement needs: the database itself, or a transaction that is under way. */
export interface Queries {
  /** Runs one statement; `$1` … are bound from `parameters`. `bigint` columns come as numbers. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Runs any number of statements that have no parameters. */
  exec(sql: string): Promise<void>;
}

/**
 * A PostgreSQL: embedded (PGlite) or a server's. Both get the same SQL and give the same values back: `bigint` as number,
 * `jsonb` parsed, `timestamptz` as Date. JSON goes in as text with a cast (`$1::jsonb`), because the two drivers read
 * JavaScript arrays differently.
 */
export interface Database extends Queries {
  /** How many connections stand open and how many wait for one; absent where there is no pool. */
  readonly connections?: () => ConnectionCounts;
  /** Commits when `work` is done and rolls back when it throws; the error is handed on. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export interface ConnectionCounts {
  readonly idle: number;
  readonly busy: number;
  /** Statements that wait for a connection. */
  readonly waiting: number;
}

/** The `bigint` of a row as a number. Throws RangeError beyond 2^53, where a number would lie. */
export function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is too big for a number`);
  return value;
}
