import { expect } from 'chai';
import { applyRestoredCases } from '../../src/case/apply-restored-cases.ts';
import { readCaseTransactions } from '../../src/case/read-case-transactions.ts';
import { parseXml } from '../../src/xml/parse-xml.ts';
import { aCase } from './a-case.ts';

const OPTIONS = { userId: 'u1', now: '2026-01-01T00:00:00Z' };

describe('applyRestoredCases', () => {
  it('leaves a block out that cannot be applied, tells why, and takes the others', () => {
    const blocks = `<r>
      <case case_id="x" date_modified="2026-01-01"><update><a>1</a></update></case>
      <case case_id="c" date_modified="2026-01-01"><update><a>1</a></update></case></r>`;
    const held = aCase('c');
    const { changes, problems } = applyRestoredCases(
      (id) => (id === 'c' ? held : undefined),
      readCaseTransactions(parseXml(blocks, 'r')),
      OPTIONS,
    );
    expect(changes.map((change) => change.after.caseId)).to.deep.equal(['c']);
    expect(problems).to.deep.equal(["Unable to update or close case x, it wasn't found"]);
  });

  it('makes one change of a case that comes twice', () => {
    const create = '<create><case_type>t</case_type><case_name>n</case_name></create>';
    const blocks = `<r><case case_id="c" date_modified="2026-01-01">${create}</case>
      <case case_id="c" date_modified="2026-01-02"><close/></case></r>`;
    const transactions = readCaseTransactions(parseXml(blocks, 'r'));
    const { changes } = applyRestoredCases(() => undefined, transactions, OPTIONS);
    expect(changes).to.have.lengthOf(1);
    expect(changes[0]).to.include({ before: undefined, disrupted: true });
    expect(changes[0]!.after).to.include({ status: 'closed', caseName: 'n' });
  });
});
