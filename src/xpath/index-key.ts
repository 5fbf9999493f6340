import type { Expression, Step } from './expression.ts';
import { childName } from './static-analysis.ts';

/** The key that an index may be asked for: a relative path of names such as `@case_id`, `index/parent`. */
export function indexKey(expression: Expression): string | undefined {
  if (expression.kind !== 'path' || expression.start.kind !== 'context') return undefined;
  const names: string[] = [];
  for (const step of expression.steps) {
    const name = keyName(step);
    if (name === undefined) return undefined;
    if (name !== '.') names.push(name);
  }
  return names.length === 0 ? undefined : names.join('/');
}

function keyName(step: Step): string | undefined {
  if (step.predicates.length > 0) return undefined;
  if (step.axis === 'self' && step.test.kind === 'node') return '.';
  if (step.axis === 'attribute' && step.test.kind === 'name' && step.test.prefix === '') {
    return `@${step.test.name}`;
  }
  return childName(step);
}
