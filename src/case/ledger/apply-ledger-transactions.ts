import type { LedgerQuantity, LedgerTransaction } from './ledger-transaction.ts';
import type { Ledgers } from './ledgers.ts';

/** The ledgers after the transactions, in their order. What came in is left as it was. */
export function applyLedgerTransactions(
  ledgers: Ledgers,
  transactions: readonly LedgerTransaction[],
): Ledgers {
  return transactions.reduce(apply, ledgers);
}

function apply(ledgers: Ledgers, transaction: LedgerTransaction): Ledgers {
  const { kind, quantities } = transaction;
  if (kind === 'balance') {
    return change(ledgers, transaction.entityId, quantities, (_, quantity) => quantity);
  }
  const { source, destination } = transaction;
  const left = change(ledgers, source, quantities, (held, moved) => held - moved);
  return change(left, destination, quantities, (held, moved) => held + moved);
}

function change(
  ledgers: Ledgers,
  entityId: string | undefined,
  quantities: readonly LedgerQuantity[],
  newQuantity: (held: number, given: number) => number,
): Ledgers {
  if (entityId === undefined) return ledgers;
  const sections = new Map(ledgers.get(entityId));
  for (const { sectionId, entryId, quantity } of quantities) {
    const entries = new Map(sections.get(sectionId));
    entries.set(entryId, newQuantity(entries.get(entryId) ?? 0, quantity));
    sections.set(sectionId, entries);
  }
  return new Map(ledgers).set(entityId, sections);
}
