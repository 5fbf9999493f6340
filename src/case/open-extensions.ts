import { CaseGraph } from './case-graph.ts';
import type { LinkedCase } from './case-graph.ts';
import type { CaseId } from './case.ts';
import { addOpenExtensions, Reach } from './closure.ts';

/**
 * The open extensions of these hosts, their open extensions and so on, whoever owns them: what a project that wants it
 * closes with its hosts. A chain ends at a closed link. The hosts themselves are not among them.
 */
export function openExtensions(
  cases: Iterable<LinkedCase>,
  hostIds: ReadonlySet<CaseId>,
): ReadonlySet<CaseId> {
  const graph = new CaseGraph(cases);
  const reached = new Reach(graph);
  for (const id of hostIds) reached.add(graph.numberOf(id));
  reached.spread((host) => addOpenExtensions(host, graph, reached));
  return new Set([...reached.ids()].filter((id) => !hostIds.has(id)));
}
