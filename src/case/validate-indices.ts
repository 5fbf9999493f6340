import type { CaseChange } from './case-change.ts';
import { CaseTransactionError } from './case-error.ts';
import type { Case, CaseId } from './case.ts';

/**
 * Refuses changes that leave an index without its target, or a case that is its own ancestor: every device that
 * holds it would have to start anew. Only changed indices are asked. Throws {@link CaseTransactionError}.
 */
export function validateIndices(
  changes: readonly CaseChange[],
  lookup: (id: CaseId) => Case | undefined,
): void {
  const changed = new Map(changes.map((change) => [change.after.caseId, change.after]));
  const find = (id: CaseId): Case | undefined => changed.get(id) ?? lookup(id);
  for (const { before, after } of changes) {
    if (before?.indices === after.indices) continue;
    requireTargets(after, find);
    refuseCycle(after, find);
  }
}

function requireTargets(carrier: Case, find: (id: CaseId) => Case | undefined): void {
  for (const { target } of carrier.indices) {
    if (find(target) !== undefined) continue;
    const message = `Case '${carrier.caseId}' references non-existent case '${target}'`;
    throw new CaseTransactionError(message, carrier.caseId);
  }
}

function refuseCycle(carrier: Case, find: (id: CaseId) => Case | undefined): void {
  const seen = new Set<CaseId>();
  const pending = carrier.indices.map((index) => index.target);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (id === carrier.caseId) {
      const message = `The indices of case '${id}' lead back to itself`;
      throw new CaseTransactionError(message, id);
    }
    if (seen.has(id)) continue;
    seen.add(id);
    for (const index of find(id)?.indices ?? []) pending.push(index.target);
  }
}
