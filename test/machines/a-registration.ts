import type { OwnerCandidate } from '../../src/case/ownership/owner-candidate.ts';
import type { OwnerPlan } from '../../src/case/ownership/owner-resolution.ts';
import type { OwnerPolicy } from '../../src/case/ownership/sharing-rules.ts';
import { Scenario } from '../support/scenario.ts';

/** A form that registers a mother, and each of her children below her; the mother's owner may be given as an answer. */
export function aRegistration(): Scenario {
  const block = (type: string, id: string) =>
    `<case xmlns="http://commcarehq.org/case/transaction/v2" case_id="${id}" date_modified="2026-03-15T12:00:00Z" user_id="">
      <create><case_type>${type}</case_type><case_name/><owner_id/></create></case>`;
  return Scenario.load({
    data: `<name/><owner/>
      ${block('mother', 'm1')}
      <child xmlns:jr="http://openrosa.org/javarosa" jr:template="">
        <name/>${block('child', 'c1')}
      </child>
      <meta><instanceID>i1</instanceID></meta>`,
    binds: `<bind nodeset="/data/name" required="true()"/>
      <bind nodeset="/data/case/create/case_name" calculate="/data/name"/>
      <bind nodeset="/data/child/case/create/case_name" calculate="concat('Child of ', /data/name)"/>
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
