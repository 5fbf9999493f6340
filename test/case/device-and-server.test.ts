import { expect } from 'chai';
import fc from 'fast-check';
import { applyCaseTransactions } from '../../src/case/apply-case-transactions.ts';
import type { CaseChange } from '../../src/case/case-change.ts';
import { CaseTransactionError } from '../../src/case/case-error.ts';
import type { CaseAction, CaseTransaction } from '../../src/case/case-transaction.ts';
import { CaseDatabase } from '../../src/case/case-database.ts';
import { aCase, child } from './a-case.ts';

const value = fc.constantFrom('', 'g1', 'x');
const action: fc.Arbitrary<CaseAction> = fc.oneof(
  value.map((ownerId): CaseAction => {
    return { kind: 'create', caseType: 't', caseName: 'n', ownerId: ownerId || undefined };
  }),
  fc
    .tuple(fc.constantFrom('age', 'owner_id', 'name', 'date_opened'), value)
    .map(([name, text]): CaseAction => ({ kind: 'update', properties: [{ name, value: text }] })),
  fc.constantFrom('', 'a', 'b').map((target): CaseAction => {
    const change = { name: 'parent', caseType: 't', target, relationship: 'child' };
    return { kind: 'index', indices: [change] };
  }),
  fc.constant<CaseAction>({ kind: 'close' }),
);
const transaction: fc.Arbitrary<CaseTransaction> = fc.record({
  caseId: fc.constantFrom('a', 'b', 'c', 'new'),
  dateModified: fc.constantFrom('2026-01-01', '2026-02-02'),
  userId: fc.constantFrom('', 'u2'),
  actions: fc.array(action, { maxLength: 4 }),
});
const form = fc.array(transaction, { maxLength: 5 });

function database(): CaseDatabase {
  return new CaseDatabase([
    aCase('a'),
    aCase('b', { status: 'closed' }),
    aCase('c', { indices: [child('a')] }),
  ]);
}

function apply(
  blocks: readonly CaseTransaction[],
  mode: 'device' | 'server',
): CaseChange[] | undefined {
  const cases = database();
  try {
    return applyCaseTransactions((id) => cases.get(id), blocks, { mode, userId: 'me', now: '' });
  } catch (error) {
    if (error instanceof CaseTransactionError) return undefined;
    throw error;
  }
}

/** False for a form that is refused, which then has changed nothing. */
function commit(
  cases: CaseDatabase,
  blocks: readonly CaseTransaction[],
  mode: 'device' | 'server',
): boolean {
  try {
    const options = { mode, userId: 'me', now: '' };
    cases.commit(applyCaseTransactions((id) => cases.get(id), blocks, options));
    return true;
  } catch (error) {
    if (error instanceof CaseTransactionError) return false;
    throw error;
  }
}

describe('device and server', () => {
  it('make the same of every form that both accept', () => {
    let compared = 0;
    fc.assert(
      fc.property(form, (blocks) => {
        const [device, server] = [apply(blocks, 'device'), apply(blocks, 'server')];
        if (device === undefined || server === undefined) return;
        compared += 1;
        expect(device).to.deep.equal(server);
      }),
      { numRuns: 2000 },
    );
    expect(compared).to.be.greaterThan(500);
  });

  it('hold the same after any sequence of forms that the device has accepted', () => {
    let longest = 0;
    fc.assert(
      fc.property(fc.array(form, { minLength: 2, maxLength: 12 }), (forms) => {
        const [device, server] = [database(), database()];
        let accepted = 0;
        for (const blocks of forms) {
          if (!commit(device, blocks, 'device')) continue;
          accepted += 1;
          // The server may refuse more, such as an index to a case that is not there; then the device is told so.
          if (!commit(server, blocks, 'server')) return;
          expect([...device.cases()]).to.deep.equal([...server.cases()]);
        }
        longest = Math.max(longest, accepted);
      }),
      { numRuns: 2000 },
    );
    expect(longest).to.be.greaterThan(4);
  });

  it('make the same of the blocks in whatever order the cases come', () => {
    fc.assert(
      fc.property(form, (blocks) => {
        const byId = (changes: CaseChange[] | undefined): unknown =>
          changes?.map((change) => change.after).sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
        const regrouped = ['new', 'c', 'b', 'a'].flatMap((id) =>
          blocks.filter((block) => block.caseId === id),
        );
        expect(byId(apply(regrouped, 'server'))).to.deep.equal(byId(apply(blocks, 'server')));
      }),
      { numRuns: 1000 },
    );
  });
});
