import { expect } from 'chai';
import { caseSharingTests } from '../../../src/cli/conformance/run-case-sharing.ts';

function judged(document: Parameters<typeof caseSharingTests>[0]): (string | undefined)[] {
  return caseSharingTests(document).map(({ run }) => run());
}

const OPENING = [{ action: 'open' }] as const;

describe('case sharing vectors', () => {
  it('may leave out what is off or empty', () => {
    const world = {
      locationTypes: { ward: { ownsCases: true } },
      locations: { w: { type: 'ward' } },
    };
    const resolution = [
      { id: 'survey' },
      { id: 'own', actions: OPENING, expect: { owners: ['USER'] } },
      {
        ...{ id: 'shared', caseSharing: true, assignedTo: ['w'], actions: OPENING },
        ...{ candidates: ['w'], assertion: true, expect: { owners: ['w'] } },
      },
    ];
    expect(judged({ worlds: [{ ...world, resolution }] })).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
    expect(judged({})).to.deep.equal([]);
  });

  it('are not met by another order of candidates, or by an owner where the form is refused', () => {
    const world = { groups: { a: { caseSharing: true }, b: { caseSharing: true } } };
    const line = {
      caseSharing: true,
      memberOf: ['b', 'a'],
      actions: OPENING,
    } as const;
    const resolution = [
      { id: 'order', ...line, candidates: ['a', 'b'] },
      { id: 'refused', ...line, expect: { owners: ['b'] } },
    ];
    const [order, refused] = judged({ worlds: [{ ...world, resolution }] });
    expect(order).to.match(/^candidates\[0\]/);
    expect(refused).to.match(/^expect/);
  });

  it('know a user without owner ids by the own id, and drop a case that points nowhere', () => {
    const line = { id: 'v', owners: { a: 'ann', b: 'ann', c: 'ann' } };
    const child = [
      ['b', 'gone'],
      ['c', 'b'],
    ] as const;
    expect(judged({ visibility: [{ ...line, child, visible: { ann: ['a'] } }] })).to.deep.equal([
      undefined,
    ]);
  });
});
