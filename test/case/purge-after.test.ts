import { expect } from 'chai';
import fc from 'fast-check';
import { CaseDatabase } from '../../src/case/case-database.ts';
import type { Case } from '../../src/case/case.ts';
import type { LinkedCase } from '../../src/case/case-graph.ts';
import type { LinkedChange } from '../../src/case/changed-cases.ts';
import { idOf } from '../../src/case/changed-cases.ts';
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

/** Held cases, each replaced by a case of the second graph where `picks` says so; also new ones, and some that are taken away. */
const situation = fc
  .tuple(
    caseGraphs({ acyclic: true }),
    caseGraphs({ acyclic: true }),
    fc.array(fc.nat(8)),
    fc.array(fc.nat(8), { maxLength: 2 }),
  )
  .map(([before, after, picks, goes]) => {
    const cases = new Map(held(before).map((of) => [of.caseId, of]));
    const gone = [...cases.values()].filter((_, place) => goes.includes(place));
    const removals = gone.map((of): LinkedChange => ({ before: of, after: undefined }));
    const changed = [...new Set(picks)].flatMap((pick): LinkedChange[] => {
      const of = after[pick];
      if (gone.some(({ caseId }) => caseId === of?.caseId)) return [];
      return of === undefined
        ? []
        : [{ before: cases.get(of.caseId), after: aCase(of.caseId, of) }];
    });
    return { cases: [...cases.values()], changes: [...changed, ...removals] };
  });

describe('purgeAfter', () => {
  it('names the same cases as looking at everything, or leaves it to that', () => {
    let [small, smaller] = [0, 0];
    fc.assert(
      fc.property(situation, ({ cases, changes }) => {
        const found = purgeAfter(changes, new CaseDatabase(cases), OWNERS);
        if (found === undefined) return;
        small += 1;
        smaller += Number(changes.some(({ after }) => after === undefined));
        const all = new Map<string, LinkedCase>(cases.map((of) => [of.caseId, of]));
        for (const change of changes) {
          if (change.after === undefined) all.delete(idOf(change));
          else all.set(idOf(change), change.after);
        }
        expect(found.sort()).to.deep.equal(purge(all.values(), OWNERS).sort());
      }),
      { numRuns: 20_000 },
    );
    expect(small).to.be.greaterThan(5000);
    expect(smaller).to.be.greaterThan(300);
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
