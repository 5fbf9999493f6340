import type { NodeDefinition } from './node-definition.ts';

/** The definition that a reference names, seen from `context`; positions and other predicates count for nothing, and the document itself is none. */
export function resolveReference(ref: string, context: NodeDefinition): NodeDefinition | undefined {
  const document = documentOf(context);
  const plain = ref.startsWith('/') ? document.find(ref.split('/'), 1) : undefined;
  if (plain !== undefined) return plain;
  const path = pathOf(ref, context);
  return path === undefined || path.length === 0 ? undefined : document.find(path);
}

const PREDICATE = /\[[^\]]*\]/g;

/** Steps of a reference from the document down, prefixes and predicates left out; `undefined` when it is no path. */
function pathOf(ref: string, context: NodeDefinition): string[] | undefined {
  const text = ref.replace(PREDICATE, '').trim();
  const path = text.startsWith('/') ? [] : [...context.path];
  for (const step of text.split('/')) {
    const name = step.trim();
    if (name === '' || name === '.' || name === 'current()') continue;
    else if (name === '..') path.pop();
    else if (!/^@?[\p{L}_][\w.\-\p{L}\p{M}\p{N}:]*$/u.test(name)) return undefined;
    else path.push(localStep(name));
  }
  return path;
}

function localStep(step: string): string {
  const colon = step.indexOf(':');
  if (colon < 0) return step;
  return step.startsWith('@') ? `@${step.slice(colon + 1)}` : step.slice(colon + 1);
}

function documentOf(definition: NodeDefinition): NodeDefinition {
  let document = definition;
  while (document.parent !== undefined) document = document.parent;
  return document;
}
