import type { LineOf } from '../format/line-shapes.ts';
import type { Claim } from './divergence.ts';
import { claim } from './divergence.ts';
import { findCase, nearestCase } from './seen-case.ts';
import { sorted } from './sorted.ts';
import type { Stage } from './stage.ts';

/** How a case is now, and who has it. */
export async function playExpectCase(stage: Stage, line: LineOf<'expectCase'>): Promise<void> {
  await stage.device(line.place);
  const seen = findCase(stage, line);
  const of: Claim = {
    place: line.place,
    subject: { label: seen?.data.caseName ?? line.subject, path: seen?.data.caseId ?? '' },
    why: () => (seen === undefined ? nearestCase(stage, line.subject) : []),
  };
  claim(of, 'exists', line.exists ?? true, seen !== undefined);
  if (seen === undefined) return;
  const { data } = seen;
  claim(of, 'type', line.type, data.caseType);
  claim(of, 'owner', line.owner, data.ownerId);
  claim(of, 'status', line.status, data.status);
  claim(of, 'properties', line.properties, seen.some(Object.keys(line.properties ?? {})));
  claim(of, 'parents', line.parents, seen.parents);
  claim(of, 'the devices that hold it:', sorted(line.heldBy), seen.heldBy);
  claim(of, 'the people who may see it:', sorted(line.visibleTo), seen.visibleTo);
}
