import fc from 'fast-check';
import type { LinkedCase } from '../../src/case/case-graph.ts';

/** Small graphs of cases, some with indices to a case that is not there. */
export function caseGraphs(options: { readonly acyclic: boolean }): fc.Arbitrary<LinkedCase[]> {
  const index = fc.record({
    target: fc.nat(8),
    relationship: fc.constantFrom('child', 'extension'),
  });
  const node = fc.record({
    ownerId: fc.constantFrom('me', 'us', 'them', '-'),
    status: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
    indices: fc.array(index, { maxLength: 3 }),
  });
  return fc.array(node, { maxLength: 8 }).map((nodes) =>
    nodes.map(({ indices, ...rest }, place) => ({
      ...rest,
      caseId: `c${place}`,
      indices: indices
        .filter(({ target }) => (options.acyclic ? target > place : target !== place))
        .map(({ target, relationship }, n) => {
          return { name: `i${n}`, caseType: 't', target: `c${target}`, relationship };
        }),
    })),
  );
}
