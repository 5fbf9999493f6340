import { expect } from 'chai';
import { CaseGraph } from '../../src/case/case-graph.ts';
import type { Case } from '../../src/case/case.ts';
import { atOnce } from '../../src/case/steps.ts';
import type { CasesToDrop } from '../../src/sync/cases-to-drop.ts';
import { casesToDrop } from '../../src/sync/cases-to-drop.ts';
import { testCase } from './support/user-store-contract.ts';

const owners = new Set(['G1']);

function pointing(caseId: string, target: string): Case {
  const index = { name: 'parent', caseType: 't', target, relationship: 'child' };
  return { ...testCase(caseId), indices: [index] };
}

function drop(cases: readonly Case[]): CasesToDrop {
  return atOnce(casesToDrop(new CaseGraph(cases), owners));
}

describe('casesToDrop', () => {
  it('drops what the user does not hold, and finds nothing wrong with it', () => {
    const foreign = { ...testCase('f'), ownerId: 'G2' };
    expect(drop([testCase('a'), foreign])).to.deep.equal({
      ids: ['f'],
      problem: undefined,
    });
  });

  it('drops a case whose parent is missing', () => {
    expect(drop([pointing('c', 'nobody'), testCase('a')]).ids).to.deep.equal(['c']);
  });

  it('tells of a cycle and keeps the cases of the user all the same', () => {
    const foreign = { ...testCase('f'), ownerId: 'G2' };
    const cases = [pointing('x', 'y'), pointing('y', 'x'), testCase('a'), foreign];
    const { ids, problem } = drop(cases);
    expect(ids).to.deep.equal(['f']);
    expect(problem).to.contain('x → y → x');
  });
});
