/**
 * A list that forms look things up in: towns, medicines. Forms read it as `jr://fixture/item-list:<code>`, one element
 * `<code>` a row.
 */
export interface LookupTable {
  /** A name that can stand in XML; it cannot be changed. */
  readonly code: string;
  /** Otherwise each row goes only to its owners. */
  readonly forEverybody: boolean;
  readonly columns: readonly LookupColumn[];
}

export interface LookupColumn {
  /** A name that can stand in XML. */
  readonly name: string;
  /** Written as an attribute of the row in place of an element. */
  readonly isAttribute: boolean;
  /** Whether clients are told to keep an index of it. */
  readonly isIndexed: boolean;
}

export interface LookupRow {
  /** By name of the column; what is not there is empty. */
  readonly values: Readonly<Record<string, string>>;
  /**
   * Ids of the users, groups and locations that receive the row. A location's row goes to those whose primary location it is
   * or lies below it. Without meaning where the table is for everybody.
   */
  readonly owners: readonly string[];
}

/** A table with all its rows, in their order. */
export interface FullLookupTable extends LookupTable {
  readonly rows: readonly LookupRow[];
}
