import { expect } from 'chai';
import fc from 'fast-check';
import { CaseDatabase } from '../../src/case/case-database.ts';
import type { Case } from '../../src/case/case.ts';
import type { LinkedCase } from '../../src/case/case-graph.ts';
import { purge } from '../../src/case/purge.ts';
import { purgeAfter } from '../../src/case/purge-after.ts';
import { aCase, child, extension } from './a-case.ts';
import { caseGraphs } from './case-graphs.ts';

const OWNERS = new Set(['me', 'us']);

/** The cases that a device holds: what the purge leaves of these. */
function held(graph: readonly LinkedCase[]): Case[] {
  const dropped = new Set(purge(graph, OWNERS));
  return graph.filter((of) => !dropped.has(of.caseId)).map((of) => aCase(of.caseId, of));
}

/** Held cases, each replaced by a case of the second graph where `picks` says so; also new ones. */
const situation = fc
  .tuple(caseGraphs({ acyclic: true }), caseGraphs({ acyclic: true }), fc.array(fc.nat(8)))
  .map(([before, after, picks]) => {
    const cases = new Map(held(before).map((of) => [of.caseId, of]));
    const changes = [...new Set(picks)].flatMap((pick) => {
      const of = after[pick];
      return of === undefined
        ? []
        : [{ before: cases.get(of.caseId), after: aCase(of.caseId, of) }];
    });
    return { cases: [...cases.values()], changes };
  });

describe('purgeAfter', () => {
  it('names the same cases as looking at everything, or leaves it to that', () => {
    let small = 0;
    fc.assert(
      fc.property(situation, ({ cases, changes }) => {
        const found = purgeAfter(changes, new CaseDatabase(cases), OWNERS);
        if (found === undefined) return;
        small += 1;
        const all = new Map(cases.map((of) => [of.caseId, of]));
        for (const { after } of changes) all.set(after.caseId, after);
        expect(found.sort()).to.deep.equal(purge(all.values(), OWNERS).sort());
      }),
      { numRuns: 20_000 },
    );
    expect(small).to.be.greaterThan(5000);
  });

  it('leaves it to the whole purge when a change points nowhere, or makes a circle', () => {
    const [a, b] = [
      aCase('a', { ownerId: 'me' }),
      aCase('b', { ownerId: 'me', indices: [child('a')] }),
    ];
    const after = (indices: Case['indices']) =>
      purgeAfter([{ before: a, after: { ...a, indices } }], new CaseDatabase([a, b]), OWNERS);
    expect(after([child('gone')])).to.equal(undefined);
    expect(after([extension('b')])).to.equal(undefined);
    expect(after([])).to.deep.equal([]);
  });

  it('looks only at what can have changed', () => {
    const household = aCase('h', { ownerId: '-' });
    const members = Array.from({ length: 1000 }, (_, n) =>
      aCase(`m${n}`, { ownerId: 'me', indices: [child('h')] }),
    );
    const database = new CaseDatabase([household, ...members]);
    const looked = new Set<string>();
    const watched = {
      links: database.links,
      get: (id: string) => {
        looked.add(id);
        return database.get(id);
      },
    };
    const [before] = members as [Case];
    const change = { before, after: { ...before, ownerId: 'them' } };
    expect(purgeAfter([change], watched, OWNERS)).to.deep.equal(['m0']);
    expect([...looked]).to.deep.equal(['h']);
  });
});
