/** A `<balance>` sets quantities of an entity; a `<transfer>` moves them from a source, to a destination, or both. */
export type LedgerTransaction =
  | {
      readonly kind: 'balance';
      readonly entityId: string;
      readonly quantities: readonly LedgerQuantity[];
    }
  | {
      readonly kind: 'transfer';
      readonly source: string | undefined;
      readonly destination: string | undefined;
      readonly quantities: readonly LedgerQuantity[];
    };

export interface LedgerQuantity {
  readonly sectionId: string;
  readonly entryId: string;
  readonly quantity: number;
}
