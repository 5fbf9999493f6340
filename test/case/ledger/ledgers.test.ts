import { expect } from 'chai';
import { applyLedgerTransactions } from '../../../src/case/ledger/apply-ledger-transactions.ts';
import { ledgerdbDocument } from '../../../src/case/ledger/ledgerdb-document.ts';
import type { Ledgers } from '../../../src/case/ledger/ledgers.ts';
import { NO_LEDGERS } from '../../../src/case/ledger/ledgers.ts';
import {
  isLedgerBlock,
  readLedgerTransaction,
} from '../../../src/case/ledger/read-ledger-transaction.ts';
import { CaseTransactionError } from '../../../src/case/case-error.ts';
import { parseXml } from '../../../src/xml/parse-xml.ts';
import { compileXPath } from '../../../src/xpath/compile-xpath.ts';
import { testScope } from '../../xpath/test-scope.ts';

function block(name: string, attributes: string, inner: string) {
  const text = `<${name} xmlns="http://commcarehq.org/ledger/v1" ${attributes}>${inner}</${name}>`;
  return parseXml(text, 'ledger.xml');
}

function applied(held: Ledgers, name: string, attributes: string, inner: string): Ledgers {
  return applyLedgerTransactions(held, [readLedgerTransaction(block(name, attributes, inner))]);
}

const stock = applied(
  NO_LEDGERS,
  'balance',
  'entity-id="clinic" date="2026-03-01" section-id="stock"',
  '<entry id="ors" quantity="12"/><entry id="zinc" quantity="3"/>',
);

function evaluated(expression: string, ledgers: Ledgers = stock): string {
  const document = ledgerdbDocument(ledgers);
  return compileXPath(expression, 'commcare').evaluateString(
    document,
    testScope({ instances: { ledgerdb: document } }),
  );
}

describe('ledgers', () => {
  it('take the quantities of a balance as they are', () => {
    const later = applied(
      stock,
      'balance',
      'entity-id="clinic" section-id="stock"',
      '<entry id="ors" quantity="7"/>',
    );
    expect(later.get('clinic')?.get('stock')?.get('ors')).to.equal(7);
    expect(later.get('clinic')?.get('stock')?.get('zinc')).to.equal(3);
    expect(stock.get('clinic')?.get('stock')?.get('ors')).to.equal(12);
  });

  it('read a balance whose entries name their sections', () => {
    const inner = '<entry id="ors"><value section-id="stock" quantity="5"/></entry>';
    const read = applied(NO_LEDGERS, 'balance', 'entity-id="clinic"', inner);
    expect(read.get('clinic')?.get('stock')?.get('ors')).to.equal(5);
  });

  it('move what a transfer names from source to destination', () => {
    const moved = applied(
      stock,
      'transfer',
      'src="clinic" dest="monica" section-id="stock"',
      '<entry id="ors" quantity="2"/>',
    );
    expect(moved.get('clinic')?.get('stock')?.get('ors')).to.equal(10);
    expect(moved.get('monica')?.get('stock')?.get('ors')).to.equal(2);
  });

  it('refuse a block without an entity, without both ends, or with a quantity that is no whole number', () => {
    const faulty = [
      block('balance', 'section-id="stock"', ''),
      block('transfer', 'section-id="stock"', ''),
      block('balance', 'entity-id="a" section-id="stock"', '<entry id="ors" quantity="some"/>'),
    ];
    for (const each of faulty) {
      expect(() => readLedgerTransaction(each)).to.throw(CaseTransactionError);
    }
  });

  it('are known by their namespace, not by their name alone', () => {
    expect(isLedgerBlock(block('balance', '', ''))).to.equal(true);
    expect(isLedgerBlock(parseXml('<balance/>', 'form.xml'))).to.equal(false);
  });
});

describe('ledgerdb', () => {
  const entry =
    "instance('ledgerdb')/ledgerdb/ledger[@entity-id = 'clinic']/section[@section-id = 'stock']/entry";

  it('gives the quantity of an entry, and nothing for one that is not there', () => {
    expect(evaluated(`${entry}[@id = 'ors']`)).to.equal('12');
    expect(evaluated(`${entry}[@id = 'other']`)).to.equal('');
  });

  it('can be counted and summed', () => {
    expect(evaluated(`sum(${entry})`)).to.equal('15');
    expect(evaluated("count(instance('ledgerdb')/ledgerdb/ledger)")).to.equal('1');
  });

  it('is empty, and no error, where there are no ledgers', () => {
    expect(evaluated(`${entry}[@id = 'ors']`, NO_LEDGERS)).to.equal('');
  });
});
