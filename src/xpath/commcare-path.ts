import type { PathExpression, Step } from './expression.ts';
import { leadingParents } from './path-steps.ts';

/** What CommCare's engine does not evaluate, in words, or `undefined`. */
export function unsupportedPath({ start, steps }: PathExpression): string | undefined {
  if (start.kind === 'expression') return 'Steps and predicates cannot follow a value';
  const ups = start.kind === 'root' || start.kind === 'instance' ? 0 : leadingParents(steps);
  for (const [i, step] of steps.entries()) {
    if (!isSupported(step, i < ups)) {
      return 'Only steps of the forms name, *, @name, “.” and a leading “..” are possible';
    }
  }
  return undefined;
}

function isSupported({ axis, test }: Step, leading: boolean): boolean {
  if (axis === 'child') return test.kind === 'name' || (test.kind === 'any' && test.prefix === '');
  if (axis === 'attribute') return test.kind === 'name';
  return test.kind === 'node' && (axis === 'self' || (axis === 'parent' && leading));
}
