import { expect } from 'chai';
import type { OwnerCandidate } from '../../../src/case/ownership/owner-candidate.ts';
import type { OwnerPlan } from '../../../src/case/ownership/owner-resolution.ts';
import { resolveOwner } from '../../../src/case/ownership/resolve-owner.ts';

const USER = { userId: 'u', name: 'Uma' };
const plan = (source: OwnerPlan['source']): OwnerPlan => ({
  caseType: 't',
  ref: '/data/case',
  source,
});
const group = (id: string): OwnerCandidate => ({ id, name: `Group ${id}`, kind: 'group' });

describe('resolveOwner', () => {
  it('is unneeded when the form gives every owner, or creates nothing', () => {
    expect(resolveOwner([plan('given')], [], USER)).to.deep.equal({ kind: 'unneeded' });
    expect(resolveOwner([], [group('a')], USER)).to.deep.equal({ kind: 'unneeded' });
  });

  it('is the user where cases are not shared', () => {
    const resolution = resolveOwner([plan('user')], [group('a'), group('b')], USER);
    expect(resolution).to.deep.equal({ kind: 'resolved', ownerId: 'u', name: 'Uma' });
  });

  it('is the only candidate where they are', () => {
    const resolution = resolveOwner([plan('user'), plan('shared')], [group('a')], USER);
    expect(resolution).to.deep.equal({ kind: 'resolved', ownerId: 'a', name: 'Group a' });
  });

  it('names the creates that need an owner when there is none or a choice', () => {
    const creates = [plan('shared')];
    const none = resolveOwner([plan('given'), ...creates], [], USER);
    expect(none).to.deep.equal({ kind: 'noCandidate', creates });
    const candidates = [group('a'), group('b')];
    const many = resolveOwner(creates, candidates, USER);
    expect(many).to.deep.equal({ kind: 'manyCandidates', creates, candidates });
  });

  it('counts an id once, unless it is to be strict', () => {
    const twice = [group('a'), group('a')];
    expect(resolveOwner([plan('shared')], twice, USER).kind).to.equal('resolved');
    expect(resolveOwner([plan('shared')], twice, USER, { strict: true }).kind).to.equal(
      'manyCandidates',
    );
  });
});
