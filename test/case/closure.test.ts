import { expect } from 'chai';
import fc from 'fast-check';
import type { CaseIndex } from '../../src/case/case.ts';
import { hostsOf } from '../../src/case/case-graph.ts';
import { liveCases } from '../../src/case/closure.ts';
import type { LinkedCase } from '../../src/case/case-graph.ts';
import { child, extension } from './a-case.ts';
import { caseGraphs } from './case-graphs.ts';

/** `[id, owner]` or `[id, owner, ...indices]`; a closed case has `!` behind its id. */
type Row = readonly [string, string, ...CaseIndex[]];

function graph(...rows: Row[]): LinkedCase[] {
  return rows.map(([id, ownerId, ...indices]) => ({
    caseId: id.replace('!', ''),
    ownerId,
    status: id.endsWith('!') ? 'closed' : 'open',
    indices,
  }));
}

const live = (owner: string, ...rows: Row[]): string[] =>
  [...liveCases(graph(...rows), new Set([owner]))].sort();

describe('liveCases', () => {
  it('is what an owner has open', () => {
    expect(live('me', ['a', 'me'], ['b!', 'me'], ['c', 'you'])).to.deep.equal(['a']);
  });

  it('brings the parents of a live case, whoever owns them, open or closed', () => {
    const rows: Row[] = [
      ['g!', 'x'],
      ['p', 'x', child('g')],
      ['c', 'me', child('p')],
    ];
    expect(live('me', ...rows)).to.deep.equal(['c', 'g', 'p']);
  });

  it('does not bring the children of an owned parent', () => {
    expect(live('me', ['p', 'me'], ['c', 'x', child('p')])).to.deep.equal(['p']);
  });

  it('brings open extensions with their host, and the host with its extension', () => {
    const rows: Row[] = [
      ['h', 'me'],
      ['e', '-', extension('h')],
      ['f!', '-', extension('h')],
    ];
    expect(live('me', ...rows)).to.deep.equal(['e', 'h']);
    expect(live('me', ['h', 'x'], ['e', 'me', extension('h')])).to.deep.equal(['e', 'h']);
  });

  it('lets an extension go when its host is closed', () => {
    expect(live('me', ['h!', 'x'], ['e', 'me', extension('h')])).to.deep.equal([]);
  });

  it('lets a chain of extensions go at the first closed link', () => {
    const rows: Row[] = [
      ['a', 'me'],
      ['b!', '-', extension('a')],
      ['c', 'me', extension('b')],
    ];
    expect(live('me', ...rows)).to.deep.equal(['a']);
  });

  it('keeps an extension that has one available host', () => {
    const rows: Row[] = [
      ['a!', 'x'],
      ['b', 'x'],
      ['e', 'me', extension('a'), extension('b', 'h2')],
    ];
    expect(live('me', ...rows)).to.deep.equal(['a', 'b', 'e']);
  });

  it('counts a child and an extension index to one target as child', () => {
    const rows: Row[] = [
      ['a!', 'x'],
      ['c', 'me', child('a'), extension('a')],
    ];
    expect(live('me', ...rows)).to.deep.equal(['a', 'c']);
    expect(hostsOf(graph(...rows)[1]!)).to.deep.equal([]);
  });

  it('takes a child of one case that is an extension of a closed one for unavailable', () => {
    const rows: Row[] = [
      ['a!', '-'],
      ['b', '-'],
      ['c', 'me', child('b'), extension('a')],
    ];
    expect(live('me', ...rows)).to.deep.equal([]);
  });

  it('brings a referral with the family that it hangs on', () => {
    const rows: Row[] = [
      ['h', 'w1'],
      ['w', '-', extension('h')],
      ['r', 'c2', child('w')],
    ];
    expect(live('w1', ...rows)).to.deep.equal(['h', 'w']);
    expect(live('c2', ...rows)).to.deep.equal(['h', 'r', 'w']);
  });

  it('holds no case that is owned on purpose by nobody', () => {
    expect(live('me', ['a', '-'], ['b', 'junk'])).to.deep.equal([]);
  });

  it('passes over indices to cases that are not there', () => {
    expect(live('me', ['a', 'me', child('gone')])).to.deep.equal(['a']);
  });

  it('equals the definition, evaluated naively until nothing changes', () => {
    fc.assert(
      fc.property(caseGraphs({ acyclic: false }), (cases) => {
        const owners = new Set(['me', 'us']);
        expect([...liveCases(cases, owners)].sort()).to.deep.equal(
          [...naive(cases, owners)].sort(),
        );
      }),
      { numRuns: 20_000 },
    );
  });

  it('works on chains longer than the call stack', () => {
    const cases = Array.from({ length: 50_000 }, (_, i): Row => {
      return i === 0 ? ['c0', 'x'] : [`c${i}`, i === 49_999 ? 'me' : 'x', child(`c${i - 1}`)];
    });
    expect(liveCases(graph(...cases), new Set(['me'])).size).to.equal(50_000);
  });
});

/** The definition word for word: grow two sets until they stay as they are. */
function naive(cases: readonly LinkedCase[], owners: ReadonlySet<string>): Set<string> {
  const byId = new Map(cases.map((of) => [of.caseId, of]));
  const isHost = (of: LinkedCase, host: string): boolean => {
    const edges = of.indices.filter((index) => index.target === host);
    return edges.length > 0 && edges.every((index) => index.relationship === 'extension');
  };
  const grow = (add: (of: LinkedCase, set: ReadonlySet<string>) => boolean): Set<string> => {
    const set = new Set<string>();
    for (let size = -1; size !== set.size;) {
      size = set.size;
      for (const of of cases) if (add(of, set)) set.add(of.caseId);
    }
    return set;
  };
  const available = grow((of, set) => {
    const hosts = of.indices.filter((index) => isHost(of, index.target));
    return (
      of.status === 'open' && (hosts.length === 0 || hosts.some((index) => set.has(index.target)))
    );
  });
  return grow((of, set) => {
    if (owners.has(of.ownerId) && available.has(of.caseId)) return true;
    const pointedTo = [...set].some((id) =>
      byId.get(id)!.indices.some((index) => index.target === of.caseId),
    );
    const carried =
      of.status === 'open' &&
      of.indices.some((index) => isHost(of, index.target) && set.has(index.target));
    return pointedTo || carried;
  });
}
