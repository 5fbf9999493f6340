import { expect } from 'chai';
import fc from 'fast-check';
import { applyRestoredCases } from '../../src/case/apply-restored-cases.ts';
import type { Case } from '../../src/case/case.ts';
import { readCaseTransaction } from '../../src/case/read-case-transactions.ts';
import { writeCaseBlock } from '../../src/case/write-case-block.ts';
import { parseXml } from '../../src/xml/parse-xml.ts';
import { serializeXml } from '../../src/xml/serialize-xml.ts';
import { aCase, child, extension } from './a-case.ts';

/** The case as a device has it that read the block. */
function sent(of: Case): Case {
  const block = parseXml(serializeXml(writeCaseBlock(of)), 'restore');
  const options = { userId: '', now: '' };
  return applyRestoredCases(() => undefined, [readCaseTransaction(block)], options).changes[0]!
    .after;
}

describe('writeCaseBlock', () => {
  it('writes base values into create and the rest into update', () => {
    const of = aCase('c', { externalId: 'X', properties: { age: '5' }, indices: [extension('h')] });
    expect(serializeXml(writeCaseBlock(of))).to.equal(
      '<case xmlns="http://commcarehq.org/case/transaction/v2" case_id="c" date_modified="2026-01-02T03:04:05Z" user_id="u1">' +
        '<create><case_type>patient</case_type><case_name>c</case_name><owner_id>u1</owner_id></create>' +
        '<update><external_id>X</external_id><date_opened>2026-01-01</date_opened><age>5</age></update>' +
        '<index><host case_type="patient" relationship="extension">h</host></index></case>',
    );
  });

  it('loses nothing of a case on the way', () => {
    const of = aCase('c', {
      status: 'closed',
      category: 'k',
      state: 's',
      properties: { note: 'a <b> & "c"\nd' },
      indices: [child('p'), extension('h')],
      attachments: [{ name: 'photo', src: 'p.jpg', from: 'local' }],
    });
    expect(sent(of)).to.deep.equal(of);
  });

  it('loses no property value, whatever it is made of', () => {
    // What devices trim never gets into a case, and XML has no other control characters.
    const value = fc
      .string({ unit: 'binary' })
      .map((text) =>
        text.replace(/[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/g, '').trim(),
      );
    fc.assert(
      fc.property(value, (note) => {
        expect(sent(aCase('c', { properties: { note } })).properties).to.deep.equal({ note });
      }),
    );
  });
});
