import type { OwnerCandidate } from '../../src/case/ownership/owner-candidate.ts';
import type { OwnerPlan } from '../../src/case/ownership/owner-resolution.ts';
import type { OwnerPolicy } from '../../src/case/ownership/sharing-rules.ts';
import { Scenario } from '../support/scenario.ts';

/** A form that registers a mother, and each of her children below her; the mother's owner may be given as an answer. */
export function aRegistration(): Scenario {
  const block = '<create><case_type/><case_name/><owner_id/></create>';
  const namespace = 'xmlns="http://commcarehq.org/case/transaction/v2"';
  return Scenario.load({
    data: `<name/><owner/>
      <case ${namespace} case_id="m1" date_modified="" user_id="">${block}</case>
      <child xmlns:jr="http://openrosa.org/javarosa" jr:template="">
        <name/><case ${namespace} case_id="" date_modified="" user_id="">${block}</case>
      </child>
      <meta><instanceID>i1</instanceID></meta>`,
    binds: `<bind nodeset="/data/name" required="true()"/>
      <bind nodeset="/data/case/create/owner_id" calculate="/data/owner"/>`,
    body: `<input ref="/data/name"/><input ref="/data/owner"/>
      <group ref="/data/child"><repeat nodeset="/data/child"><input ref="/data/child/name"/></repeat></group>`,
  });
}

/** One plan for each of the two blocks. */
export function plans(
  source: OwnerPlan['source'],
  policy: OwnerPolicy = 'strict',
): readonly OwnerPlan[] {
  return [
    { caseType: 'mother', ref: '/data/case', source, policy },
    { caseType: 'child', ref: '/data/child/case', source, policy },
  ];
}

export const NORTH: OwnerCandidate = { id: 'g-north', name: 'North', kind: 'group' };
export const SOUTH: OwnerCandidate = { id: 'g-south', name: 'South', kind: 'group' };
export const DAVID = { userId: 'u-david', name: 'David' };
