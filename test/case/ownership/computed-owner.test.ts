import { expect } from 'chai';
import {
  isNoOwner,
  lookUpOwners,
  withFoundOwners,
} from '../../../src/case/ownership/computed-owner.ts';
import type { OwnerCandidate } from '../../../src/case/ownership/owner-candidate.ts';
import { ownerFixes } from '../../../src/case/ownership/owner-fixes.ts';
import type { OwnerPlan } from '../../../src/case/ownership/owner-resolution.ts';
import { isOwnerProblem, problemBehind } from '../../../src/case/ownership/owner-resolution.ts';
import { resolveOwner } from '../../../src/case/ownership/resolve-owner.ts';
import type { ComputedOwnerRule, OwnerPolicy } from '../../../src/case/ownership/sharing-rules.ts';

const USER = { userId: 'u', name: 'Uma', primaryLocationId: 'post' };
const CLINIC: ComputedOwnerRule = { kind: 'location', level: 'clinic' };
const CANDIDATES = ['team', 'post', 'other'].map((id): OwnerCandidate => {
  return { id, name: id, kind: id === 'team' ? 'group' : 'location' };
});

function plan(policy: OwnerPolicy, expression = "'x'", rule = CLINIC): OwnerPlan {
  const computed = { rule, expression, instances: [{ id: 'i', src: 'jr://i' }] };
  return { caseType: 'patient', ref: '/data/case', source: 'computed', policy, computed };
}

const resolve = (policy: OwnerPolicy, owners: string, candidates = CANDIDATES) =>
  resolveOwner([withFoundOwners(plan(policy), owners)], candidates, USER);

describe('an owner that an app works out by a rule', () => {
  it('needs nobody when it is one, or cannot be known yet', () => {
    expect(resolve('strict', 'c1')).to.deep.equal({ kind: 'unneeded' });
    expect(resolveOwner([plan('strict')], CANDIDATES, USER)).to.deep.equal({ kind: 'unneeded' });
  });

  for (const [owners, found] of [
    ['', []],
    ['c1 c2', ['c1', 'c2']],
  ] as const) {
    it(`is a problem with its rule when it is “${owners}” and the app is strict`, () => {
      const resolution = resolve('strict', owners);
      expect(isOwnerProblem(resolution)).to.equal(true);
      expect(resolution).to.deep.include({
        kind: 'noComputedOwner',
        computed: { rule: CLINIC, found },
      });
    });

    it(`is asked for when it is “${owners}” and the app may ask`, () => {
      const resolution = resolve('ask', owners);
      if (resolution.kind !== 'choice') return expect.fail(resolution.kind);
      expect(resolution.candidates).to.deep.equal(CANDIDATES);
      expect(problemBehind(resolution).kind).to.equal('noComputedOwner');
    });

    it(`is the primary location when it is “${owners}” and the app says so`, () => {
      expect(resolve('primary', owners)).to.deep.include({ kind: 'resolved', ownerId: 'post' });
      const away = resolveOwner(
        [withFoundOwners(plan('primary'), owners)],
        CANDIDATES.filter(({ id }) => id !== 'post'),
        USER,
      );
      expect(away.kind).to.equal('choice');
    });
  }

  it('is asked for among those that the rule has found, where several of them may own', () => {
    const resolution = resolve('ask', 'other post nobody');
    if (resolution.kind !== 'choice') return expect.fail(resolution.kind);
    expect(resolution.candidates.map(({ id }) => id)).to.deep.equal(['post', 'other']);
  });

  it('is a problem when nobody could be chosen', () => {
    for (const policy of ['ask', 'primary'] as const) {
      expect(resolve(policy, '', []).kind).to.equal('noComputedOwner');
    }
  });

  it('tells problems of different rules apart', () => {
    const xpath: ComputedOwnerRule = { kind: 'expression', xpath: "''" };
    const plans = [plan('strict'), plan('strict', "''", xpath), plan('strict')];
    const resolution = resolveOwner(
      plans.map((each) => withFoundOwners(each, '')),
      [],
      USER,
    );
    if (resolution.kind !== 'noComputedOwner') return expect.fail(resolution.kind);
    expect(resolution.creates.map(({ computed }) => computed?.rule)).to.deep.equal([
      CLINIC,
      CLINIC,
    ]);
  });

  it('has remedies of its own: a place of that level, another rule', () => {
    const fixes = (owners: string) => {
      const problem = resolve('strict', owners);
      return isOwnerProblem(problem) ? ownerFixes(problem).map(({ kind }) => kind) : [];
    };
    expect(fixes('')).to.deep.equal(['assignLevel', 'mendRule']);
    expect(fixes('a b')).to.deep.equal(['mendRule']);
  });

  it('is looked up before the form where neither answers nor a chosen case matter', () => {
    const found = (expression: string) =>
      lookUpOwners([plan('strict', expression)], () => ' a  b ')[0]?.computed?.found;
    expect(found("instance('i')/x/@id")).to.deep.equal(['a', 'b']);
    expect(found("instance('s')/session/user/data/where")).to.deep.equal(['a', 'b']);
    expect(found('/data/village')).to.equal(undefined);
    expect(found("instance('i')/x[@id=/data/village]/@id")).to.equal(undefined);
    expect(found("instance('i')/x[@id=instance('s')/session/data/case_id]/y")).to.equal(undefined);
    const failing = lookUpOwners([plan('strict')], () => {
      throw new Error('no such instance');
    });
    expect(failing).to.deep.equal([plan('strict')]);
  });

  it('is none when it is blank or several ids', () => {
    expect(['', 'a b', 'a', '-'].map(isNoOwner)).to.deep.equal([true, true, false, false]);
  });
});
