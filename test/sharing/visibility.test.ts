import { expect } from 'chai';
import type { Case, CaseIndex } from '../../src/case/case.ts';
import { CaseDatabase } from '../../src/case/case-database.ts';
import { ChangedCases } from '../../src/case/changed-cases.ts';
import { liveCases } from '../../src/case/closure.ts';
import { holdingOwners } from '../../src/case/holding-owners.ts';
import { candidates } from '../../src/case/ownership/candidates.ts';
import { purge } from '../../src/case/purge.ts';
import { aCase, child, extension } from '../case/a-case.ts';
import { aProject, aUser, rowsOf, words } from './a-project.ts';

const USERS = {
  david: 'G1',
  maria: 'G1',
  nina: 'G1 G2',
  zed: 'G2',
  chw1: 'W1',
  chw2: 'W2',
  chw3: 'W3',
  nurse1: 'C1',
  nurse2: 'C2',
  sup: 'D1',
};

// A case: `id:owner`, `!` when it is closed, `<` before each parent, `~` before each host. Then who holds what.
const ROWS = rowsOf(`
  V01 | a:david                                 | david(a) maria() nina()
  V02 | a:G1                                    | david(a) maria(a) nina(a) zed()
  V03 | a!:G1                                   | david() maria() nina()
  V04 | a:david                                 | david(a) maria()
  V05 | a:W1                                    | chw1(a) chw2() nurse1(a) nurse2() sup(a)
  V06 | a:C1                                    | nurse1(a) chw1() sup(a)
  V07 | a:W3                                    | chw3(a) nurse2() sup(a)
  V08 | a:C2                                    | nurse2(a) chw3() sup(a)
  V09 | a:-                                     | david() sup()
  V10 | a:xyz b:G1+G2                           | david() nina()
  V11 | a:G1 e:-~a                              | david(a,e) zed()
  V12 | p:david c:zed<p                         | zed(c,p) david(p)
  V13 | p!:david c:zed<p                        | zed(c,p) david()
  V14 | p:david c!:zed<p                        | zed() david(p)
  V15 | a:david e:zed~a                         | zed(a,e) david(a,e)
  V16 | a!:david e:zed~a                        | zed() david()
  V17 | a:david e!:zed~a                        | zed() david(a)
  V18 | g:maria p:david<g c:zed<p               | zed(c,g,p) david(g,p) maria(g)
  V19 | p:G1 c1:david<p c2:zed<p                | david(c1,p) zed(c2,p) maria(p)
  V20 | a:david e1:zed~a e2:-~a                 | zed(a,e1,e2) david(a,e1,e2)
  V21 | a:G1 b:-~a c:-~b                        | david(a,b,c) zed()
  V22 | a:G1 b!:-~a c:-~b                       | david(a)
  V23 | a:G1 x:-<a~a                            | david(a)
  V24 | a:david e:-~a c:zed<e                   | zed(a,c,e) david(a,e)
  V25 | h:W1 w:-~h r:C2<w                       | chw1(h,w) nurse2(h,r,w) nurse1(h,w) sup(h,r,w)
  V26 | a:david k:zed~a                         | zed(a,k) david(a,k)
  V27 | a!:- b:- c:zed<b~a                      | zed()`);

function theCase(text: string): Case {
  const [, id = '', closed, ownerId = '', links = ''] =
    /^(\w+)(!?):([\w+-]+)(.*)$/.exec(text) ?? [];
  const indices = [...links.matchAll(/([<~])(\w+)/g)].map(([, sign, target = '']): CaseIndex => {
    return sign === '<' ? child(target, `parent of ${target}`) : extension(target);
  });
  return aCase(id, {
    ownerId: ownerId.replace('+', ' '),
    status: closed ? 'closed' : 'open',
    indices,
  });
}

const directory = aProject(USERS);

function ownersOf(userId: string): ReadonlySet<string> {
  return new Set([userId, ...candidates(aUser(userId), directory).map(({ id }) => id)]);
}

describe('who holds which cases', () => {
  for (const [id, cases = '', holders = ''] of ROWS) {
    const all = words(cases).map(theCase);
    for (const [, user = '', held = ''] of holders.matchAll(/(\w+)\(([\w,]*)\)/g)) {
      const expected = held.split(',').filter(Boolean);

      it(`${id}: of ${cases}, ${user} is sent ${held || 'nothing'} and keeps it`, () => {
        expect([...liveCases(all, ownersOf(user))].sort()).to.deep.equal(expected);
        const dropped = purge(all, ownersOf(user));
        const kept = all.map(({ caseId }) => caseId).filter((each) => !dropped.includes(each));
        expect(kept.sort()).to.deep.equal(expected);
      });

      it(`${id}: of ${cases}, ${user} is named as one who sees ${held || 'nothing'}`, () => {
        const database = new CaseDatabase(all);
        const seen = all.filter(({ caseId }) => {
          const owners = holdingOwners(caseId, new ChangedCases(database));
          return [...ownersOf(user)].some((owner) => owners.has(owner));
        });
        expect(seen.map(({ caseId }) => caseId).sort()).to.deep.equal(expected);
      });
    }
  }
});
