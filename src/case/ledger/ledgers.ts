/** Whole quantities by entity (a case or a location), section and entry: what `ledgerdb` holds. */
export type Ledgers = ReadonlyMap<string, LedgerSections>;
export type LedgerSections = ReadonlyMap<string, ReadonlyMap<string, number>>;

export const NO_LEDGERS: Ledgers = new Map();
