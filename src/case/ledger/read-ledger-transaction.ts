import { attributeOf, childElements } from '../../xml/xml-element.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { CaseTransactionError } from '../case-error.ts';
import type { LedgerQuantity, LedgerTransaction } from './ledger-transaction.ts';

const LEDGER_NAMESPACE = 'http://commcarehq.org/ledger/v1';

/** True for a `<balance>` or `<transfer>` of CommCare's ledgers. */
export function isLedgerBlock({ name, namespace }: XmlElement): boolean {
  return namespace === LEDGER_NAMESPACE && (name === 'balance' || name === 'transfer');
}

/** Reads one `<balance>` or `<transfer>`. Throws {@link CaseTransactionError}. */
export function readLedgerTransaction(block: XmlElement): LedgerTransaction {
  return block.name === 'balance' ? readBalance(block) : readTransfer(block);
}

function readBalance(block: XmlElement): LedgerTransaction {
  const entityId = attributeOf(block, 'entity-id');
  if (entityId === undefined) throw missing(block, 'entity-id');
  return { kind: 'balance', entityId, quantities: readQuantities(block) };
}

function readTransfer(block: XmlElement): LedgerTransaction {
  const source = attributeOf(block, 'src');
  const destination = attributeOf(block, 'dest');
  if (source === undefined && destination === undefined) throw missing(block, 'src or dest');
  return { kind: 'transfer', source, destination, quantities: readQuantities(block) };
}

/** The section stands on the block, or each entry has a value for every section. */
function readQuantities(block: XmlElement): LedgerQuantity[] {
  const sectionId = attributeOf(block, 'section-id');
  return childElements(block).flatMap((entry) => {
    const entryId = required(entry, 'id');
    if (sectionId !== undefined) return [{ sectionId, entryId, quantity: readQuantity(entry) }];
    return childElements(entry).map((value) => ({
      sectionId: required(value, 'section-id'),
      entryId,
      quantity: readQuantity(value),
    }));
  });
}

function readQuantity(element: XmlElement): number {
  const text = required(element, 'quantity');
  const quantity = Number(text);
  if (text.trim() !== '' && Number.isInteger(quantity)) return quantity;
  const message = `The quantity of a ledger entry is a whole number, not "${text}"`;
  throw new CaseTransactionError(message, '', element.line);
}

function required(element: XmlElement, attribute: string): string {
  const value = attributeOf(element, attribute);
  if (value === undefined) throw missing(element, attribute);
  return value;
}

function missing({ name, line }: XmlElement, attribute: string): CaseTransactionError {
  return new CaseTransactionError(`A <${name}> of a ledger has no ${attribute}`, '', line);
}
