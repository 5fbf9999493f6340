import { expect } from 'chai';
import fc from 'fast-check';
import { candidates } from '../../../src/case/ownership/candidates.ts';
import { resolveOwner, resolvePlan } from '../../../src/case/ownership/resolve-owner.ts';
import { aDirectory } from './a-directory.ts';

const policy = fc.constantFrom('strict' as const, 'ask' as const, 'primary' as const);
const plan = fc.record({
  caseType: fc.constantFrom('mother', 'child'),
  ref: fc.constantFrom('/data/case', '/data/child/case'),
  source: fc.constantFrom('given' as const, 'user' as const, 'shared' as const),
  policy,
});
const places = ['D1', 'C1', 'P1', 'P2', 'P0', 'C2', 'P3', 'D2', 'O1'];
const membership = fc.record({
  groups: fc.subarray(['G1', 'G2', 'R1']),
  locations: fc.shuffledSubarray(places, { maxLength: 3 }),
});
const kind = fc.constantFrom('mobile' as const, 'web' as const);

describe('an owner that is found', () => {
  it('is a candidate of the user for a shared case, and the user for any other, in every directory', () => {
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 4 }), membership, kind, (plans, member, userKind) => {
        const found = candidates({ userId: 'u', kind: userKind }, aDirectory(member));
        const user = { userId: 'u', name: 'Uma', primaryLocationId: member.locations[0] };
        for (const each of plans) {
          const owner = resolvePlan(each, found, user);
          if (owner.kind !== 'resolved') continue;
          const possible = each.source === 'shared' ? found.map(({ id }) => id) : ['u'];
          expect(each.source).to.not.equal('given');
          expect(possible).to.include(owner.ownerId);
        }
        const whole = resolveOwner(plans, found, user);
        if ('candidates' in whole) expect(whole.candidates).to.deep.equal(found);
        if ('creates' in whole) expect(plans).to.include.members([...whole.creates]);
      }),
      { numRuns: 5000 },
    );
  });
});
