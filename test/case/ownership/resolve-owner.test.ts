import { expect } from 'chai';
import type { OwnerCandidate } from '../../../src/case/ownership/owner-candidate.ts';
import type { OwnerPlan } from '../../../src/case/ownership/owner-resolution.ts';
import type { OwnerPolicy } from '../../../src/case/ownership/sharing-rules.ts';
import { resolveOwner } from '../../../src/case/ownership/resolve-owner.ts';

const USER = { userId: 'u', name: 'Uma' };
const plan = (source: OwnerPlan['source'], policy?: OwnerPolicy): OwnerPlan => ({
  caseType: 't',
  ref: '/data/case',
  source,
  ...(policy === undefined ? {} : { policy }),
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
    const reason = { kind: 'noMembership' };
    expect(none).to.deep.equal({ kind: 'noCandidate', creates, reason });
    const candidates = [group('a'), group('b')];
    const many = resolveOwner(creates, candidates, USER);
    expect(many).to.deep.equal({ kind: 'manyCandidates', creates, candidates });
  });

  it('is a choice among several where the app asks', () => {
    const creates = [plan('shared', 'ask')];
    const candidates = [group('a'), group('b')];
    const resolution = resolveOwner(creates, candidates, USER);
    expect(resolution).to.deep.equal({ kind: 'choice', creates, candidates });
    expect(resolveOwner(creates, [group('a')], USER)).to.include({ ownerId: 'a' });
    expect(resolveOwner(creates, [], USER)).to.include({ kind: 'noCandidate' });
  });

  it('is the primary location where the app prefers it, and a choice where that is no candidate', () => {
    const creates = [plan('shared', 'primary')];
    const candidates = [group('a'), group('b')];
    const primary = (primaryLocationId: string) =>
      resolveOwner(creates, candidates, { ...USER, primaryLocationId });
    expect(primary('b')).to.include({ kind: 'resolved', ownerId: 'b' });
    expect(primary('office')).to.include({ kind: 'choice' });
  });

  it('does not give a case to a post below the user without a word, but where it is to be as in CommCare', () => {
    const of = { id: 'd', name: 'District' };
    const below: OwnerCandidate = { ...group('p'), via: { kind: 'descendant', of } };
    expect(resolveOwner([plan('shared', 'ask')], [below], USER)).to.include({ kind: 'choice' });
    expect(resolveOwner([plan('shared')], [below], USER)).to.include({ ownerId: 'p' });
  });

  it('lets the strictest of several creates decide for the form', () => {
    const plans = [plan('shared', 'ask'), plan('shared'), plan('shared', 'primary')];
    const blocked = resolveOwner(plans, [group('a'), group('b')], USER);
    expect(blocked).to.deep.include({ kind: 'manyCandidates', creates: [plan('shared')] });
    const asked = resolveOwner([plans[0]!, plans[2]!], [group('a'), group('b')], USER);
    expect(asked).to.deep.include({ kind: 'choice', creates: [plans[0], plans[2]] });
  });

  it('counts an id once, unless it is to be strict', () => {
    const twice = [group('a'), group('a')];
    expect(resolveOwner([plan('shared')], twice, USER).kind).to.equal('resolved');
    expect(resolveOwner([plan('shared')], twice, USER, { strict: true }).kind).to.equal(
      'manyCandidates',
    );
  });
});
