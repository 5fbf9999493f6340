import type { QueryDatum } from './query-datum.ts';

/** One thing that must be known before an entry can go on. CommCare's suite, `<session>`. */
export type SessionDatum = EntityDatum | ComputedDatum | QueryDatum;

/** Chosen from a list: a case, a row of a lookup table, or several of them. */
export interface EntityDatum {
  readonly kind: 'entity';
  readonly id: string;
  /** The rows to choose from. */
  readonly nodeset: string;
  /** Relative to a row: what the datum becomes. */
  readonly value: string;
  /** Ids of details: the columns, the long detail before confirming, the expanding one, the one that stays on top. */
  readonly detailSelect: string | undefined;
  readonly detailConfirm: string | undefined;
  readonly detailInline: string | undefined;
  readonly detailPersistent: string | undefined;
  /** Takes the row by itself when there is exactly one. */
  readonly autoselect: boolean;
  /** How many may be chosen at once; `undefined` when exactly one is. */
  readonly maxSelect: number | undefined;
}

/** Found out by an expression: `uuid()` for the id of a new case. */
export interface ComputedDatum {
  readonly kind: 'computed';
  readonly id: string;
  readonly function: string;
  /** True for `<form function>`: the value is the xmlns of the form to open. */
  readonly isForm: boolean;
}
