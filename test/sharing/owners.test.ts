import { expect } from 'chai';
import { allCandidates, candidates } from '../../src/case/ownership/candidates.ts';
import { allCandidatesFromGroups } from '../../src/case/ownership/candidates-from-groups.ts';
import type { OwnerCandidate } from '../../src/case/ownership/owner-candidate.ts';
import type { CaseFormAction } from '../../src/case/ownership/owner-rule.ts';
import { assertsSingleOwner } from '../../src/case/ownership/owner-rule.ts';
import type { AnsweredAction, CaseOwner } from '../../src/case/ownership/resolve-owners.ts';
import { resolveOwners } from '../../src/case/ownership/resolve-owners.ts';
import { userGroupsFixture } from '../../src/openrosa/user-groups-fixture.ts';
import { aProject, aUser, rowsOf, words } from './a-project.ts';

// The form: what it does, in order. `open`, `child` (in a repeat: `child*3`), `update`, `save` (a save-to-case question), `adv`
// (an advanced create, with the relationships of its indices). `=G1`: owner_id is saved, with that value; `=` blank; `=?` a
// question that is not relevant. `~`: its condition does not hold.
// The outcome: an owner each; `-` nobody on purpose; `same` as before; `none` no case; `no(n)`: blocked, with n candidates.
// A last column is for us, where we do otherwise than CommCare.
const ROWS = rowsOf(`
  R01 | off | .        | open                      | USER
  R02 | off | G1       | open                      | USER
  R03 | off | G1 G2 W1 | open                      | USER
  R04 | off | .        | open=G1                   | G1
  R05 | off | G1       | child                     | USER
  R06 | on! | .        | open                      | no(0)
  R07 | on! | G1       | open                      | G1
  R08 | on! | G1 G2    | open                      | no(2)
  R09 | on! | R1       | open                      | no(0)
  R10 | on! | G1 R1    | open                      | G1
  R11 | on! | W1       | open                      | W1
  R12 | on! | A1       | open                      | no(0)
  R13 | on! | W1 G1    | open                      | no(2)
  R14 | on! | A1 G1    | open                      | G1
  R15 | on! | W1 W2    | open                      | no(2)
  R16 | on! | C1       | open                      | no(3)
  R17 | on! | W1       | open                      | W1
  R18 | on! | W2       | open                      | W2
  R19 | on! | D1       | open                      | no(5)
  R20 | on! | C2       | open                      | C2
  R21 | on! | D2       | open                      | no(0)
  R22 | on! | D3       | open                      | W9
  R23 | on! | C3       | open                      | C3
  R24 | on! | C4       | open                      | C4
  R25 | on! | D3 W9    | open                      | no(2)     | W9
  R26 | on! | C1 W1    | open                      | no(4)     | no(3)
  R27 | on  | .        | open=G2                   | G2
  R28 | on  | G1 G2    | open=G2                   | G2
  R29 | on  | C1       | open=C1                   | C1
  R30 | on  | C1       | open=W2                   | W2
  R31 | on  | G1       | open=USER                 | USER
  R32 | on  | G1       | open=?                    | -
  R33 | on  | G1       | open=                     | blank     | USER
  R34 | on  | G1       | open=xyz                  | xyz
  R35 | on  | G1 G2    | open=G1+G2                | G1+G2
  R36 | on! | G1 G2    | open=G1 child             | no(2)
  R37 | on  | G1 G2    | open=G1 child=G2          | G1 G2
  R38 | on! | .        | open child=G2             | no(0)
  R39 | on! | .        | open~                     | no(0)
  R40 | on! | G1       | open~                     | none
  R41 | on  | .        | update                    | same
  R42 | on  | G1 G2    | update                    | same
  R43 | on  | .        | update=W3                 | W3
  R44 | on  | .        | .                         | .
  R45 | on! | G1       | child*3                   | G1 G1 G1
  R46 | on! | G1 G2    | child*3                   | no(2)
  R47 | on! | W1       | update child              | same W1
  R48 | on  | .        | adv(extension)            | -
  R49 | on! | .        | adv(extension,child)      | no(0)
  R50 | on! | G1       | adv(extension,child)      | G1
  R51 | on  | G1       | adv(question)child        | USER      | G1
  R52 | on  | G1 G2    | adv(question)extension    | -
  R53 | on! | G1       | adv()                     | G1
  R54 | on  | .        | adv()=W3                  | W3
  R55 | on! | .        | adv()=W3 adv()            | no(0)
  R56 | on  | .        | save                      | USER
  R57 | on  | G1 G2    | save=G2                   | G2
  R58 | on! | web W1   | open                      | W1
  R59 | on! | web      | open                      | no(0)
  R60 | on! | web C1   | open                      | no(3)`);

const USER = 'USER';

function anAction(text: string): AnsweredAction {
  const parts =
    /^(open|child|update|save|adv)(?:\((.*?)\))?(child|extension)?(~)?(?:\*(\d))?(?:=(.*))?$/;
  const [, verb = '', indices, relationship, fails, times, owner] = parts.exec(text) ?? [];
  const base = { caseType: 't', ref: '/data/case', ownerMapped: owner !== undefined };
  return {
    action: { ...base, ...kindOf(verb, indices) } as CaseFormAction,
    ...(owner !== undefined && owner !== '?' && { owner: owner.replace('+', ' ') }),
    ...(fails && { happens: false }),
    ...(times && { times: Number(times) }),
    ...(relationship && { relationship: relationship as 'child' | 'extension' }),
  };
}

function kindOf(verb: string, indices = '') {
  if (verb === 'adv') return { kind: 'advancedOpen', indices: words(indices.replace(',', ' ')) };
  return { kind: { child: 'subcase', save: 'saveToCase' }[verb] ?? verb };
}

function outcome(
  actions: readonly AnsweredAction[],
  found: readonly OwnerCandidate[],
  options: { readonly caseSharing: boolean; readonly strict: boolean },
): string {
  const resolved = resolveOwners(actions, found, { userId: USER, name: 'Uma' }, options);
  if (resolved.kind !== 'resolved') return `no(${found.length})`;
  return resolved.owners.map(ownerText).join(' ') || '.';
}

function ownerText(owner: CaseOwner): string {
  if (owner.kind !== 'owner') return owner.kind === 'noCase' ? 'none' : 'same';
  return owner.ownerId === '' ? 'blank' : owner.ownerId.replace(' ', '+');
}

describe('who will own what a form creates', () => {
  for (const [id, app = '', where = '', form = '', asCommCare = '', ours = asCommCare] of ROWS) {
    it(`${id}: in an app with sharing ${app}, at ${where}, ${form} → ${ours}`, () => {
      const user = aUser(USER, where.startsWith('web') ? 'web' : 'mobile');
      const directory = aProject({ [USER]: where.replace('web', '') });
      const actions = words(form).map(anAction);
      const caseSharing = app !== 'off';
      const all = allCandidates(user, directory);
      expect(outcome(actions, all, { caseSharing, strict: true })).to.equal(asCommCare);
      const distinct = candidates(user, directory);
      expect(outcome(actions, distinct, { caseSharing, strict: false })).to.equal(ours);
      const asserts = assertsSingleOwner(
        actions.map(({ action }) => action),
        { caseSharing },
      );
      expect(asserts).to.equal(app === 'on!');
    });

    it(`${id}: the device reads the same candidates off its fixture`, () => {
      const all = allCandidates(aUser(USER), aProject({ [USER]: where.replace('web', '') }));
      const read = allCandidatesFromGroups(userGroupsFixture(USER, all).root);
      expect(read.map((of) => [of.id, of.kind])).to.deep.equal(all.map((of) => [of.id, of.kind]));
    });
  }
});
