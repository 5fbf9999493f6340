import { expect } from 'chai';
import type { OwnerCandidate } from '../../../src/case/ownership/owner-candidate.ts';
import { assertsSingleOwner, ownerRule } from '../../../src/case/ownership/owner-rule.ts';
import type { CaseFormAction } from '../../../src/case/ownership/owner-rule.ts';
import { resolveOwners } from '../../../src/case/ownership/resolve-owners.ts';
import type { AnsweredAction } from '../../../src/case/ownership/resolve-owners.ts';

const USER = { userId: 'u', name: 'Uma' };
const BASE = { caseType: 't', ref: '/data/case', ownerMapped: false };
const plain = (
  kind: 'open' | 'subcase' | 'saveToCase' | 'update',
  ownerMapped = false,
): CaseFormAction => {
  return { ...BASE, kind, ownerMapped };
};
const advanced = (...indices: ('child' | 'extension' | 'question')[]): CaseFormAction => {
  return { ...BASE, kind: 'advancedOpen', indices };
};
const groups = (...ids: string[]): OwnerCandidate[] =>
  ids.map((id) => ({ id, name: id, kind: 'group' }));

function owners(
  answered: AnsweredAction[],
  candidates: OwnerCandidate[] = groups('g'),
  options: { caseSharing?: boolean; strict?: boolean } = {},
): unknown {
  const found = resolveOwners(answered, candidates, USER, { caseSharing: true, ...options });
  if (found.kind !== 'resolved') return found.kind;
  return found.owners.map((owner) => (owner.kind === 'owner' ? owner.ownerId : owner.kind));
}

describe('ownerRule', () => {
  it('follows the builder for each kind of action', () => {
    expect(ownerRule(plain('open'))).to.equal('automatic');
    expect(ownerRule(plain('subcase'))).to.equal('automatic');
    expect(ownerRule(plain('subcase', true))).to.equal('given');
    expect(ownerRule(plain('saveToCase'))).to.equal('sender');
    expect(ownerRule(plain('update'))).to.equal('unchanged');
    expect(ownerRule(advanced())).to.equal('automatic');
    expect(ownerRule(advanced('extension'))).to.equal('unowned');
    expect(ownerRule(advanced('extension', 'child'))).to.equal('automatic');
    expect(ownerRule(advanced('question', 'child'))).to.equal('relationship');
  });

  it('puts the assertion into an entry for one automatic create, and only in an app that shares', () => {
    const asserts = (actions: CaseFormAction[], caseSharing = true): boolean =>
      assertsSingleOwner(actions, { caseSharing });
    expect(asserts([plain('open', true), plain('subcase')])).to.equal(true);
    expect(asserts([plain('open', true), plain('update'), advanced('extension')])).to.equal(false);
    expect(asserts([plain('open')], false)).to.equal(false);
  });
});

describe('resolveOwners', () => {
  it('gives one owner for each case, in the order of actions and repeats', () => {
    expect(
      owners([
        { action: plain('open', true), owner: 'x' },
        { action: plain('subcase'), times: 2 },
        { action: plain('update') },
        { action: advanced('extension') },
        { action: plain('saveToCase') },
      ]),
    ).to.deep.equal(['x', 'g', 'g', 'unchanged', '-', 'u']);
  });

  it('gives the user in an app that does not share', () => {
    expect(
      owners([{ action: plain('open') }], groups('g', 'h'), { caseSharing: false }),
    ).to.deep.equal(['u']);
  });

  it('is blocked by one automatic create, even if its condition does not hold', () => {
    const conditional = { action: plain('open'), happens: false };
    expect(owners([conditional], [])).to.equal('noCandidate');
    expect(owners([conditional], groups('g', 'h'))).to.equal('manyCandidates');
    expect(owners([conditional])).to.deep.equal(['noCase']);
  });

  it('leaves a case unowned when the owner question is not relevant', () => {
    expect(
      owners([{ action: plain('open', true) }, { action: plain('update', true) }]),
    ).to.deep.equal(['-', 'unchanged']);
  });

  it('takes a blank answer for none given, unless it is to be strict', () => {
    const blank = [{ action: plain('open', true), owner: '' }];
    expect(owners(blank)).to.deep.equal(['u']);
    expect(owners(blank, [], { strict: true })).to.deep.equal(['']);
    expect(owners([{ action: plain('update', true), owner: '' }])).to.deep.equal(['unchanged']);
  });

  it('lets the answer about the relationship decide', () => {
    const of = (relationship: 'child' | 'extension'): AnsweredAction[] => [
      { action: advanced('question'), relationship },
    ];
    expect(owners(of('extension'), [])).to.deep.equal(['-']);
    expect(owners(of('child'))).to.deep.equal(['g']);
    expect(owners(of('child'), [])).to.equal('noCandidate');
    expect(owners(of('child'), [], { strict: true })).to.deep.equal(['u']);
  });
});
