import { ImpossibleNodes } from './conversions.ts';
import type { PathStart } from './expression.ts';
import { documentOf } from './frame.ts';
import type { XPathNode } from './xpath-node.ts';

/** A path that has led to no node. */
export interface LostPath {
  readonly start: PathStart;
  /** Of all its steps; `*` for one without a name, `@name` for an attribute. */
  readonly names: readonly string[];
  /** The first step that is not walked yet. */
  readonly index: number;
}

/** What a path comes to whose rest below `at` no node can ever have; `undefined` where one could. */
export function impossibleNodes(
  at: XPathNode,
  { start, names, index }: LostPath,
): ImpossibleNodes | undefined {
  if (canExist(at, names, index)) return undefined;
  const path = [...namesAbove(at), ...names.slice(index)];
  if (canExist(documentOf(at), path, 0)) return undefined;
  const place = start.kind === 'instance' ? `instance('${start.id}')` : '';
  return new ImpossibleNodes(
    `${place}/${path.join('/')} is no question or value of this instance; check the names of the path`,
  );
}

function namesAbove(node: XPathNode): string[] {
  const found: string[] = [];
  for (let at = node; at.parent !== undefined; at = at.parent) found.push(at.name);
  return found.reverse();
}

/** Whether any node below `at` has the rest of the path; a last attribute may always be absent. */
function canExist(at: XPathNode, path: readonly string[], index: number): boolean {
  const name = path[index];
  if (name === undefined || name === '*') return true;
  if (name.startsWith('@')) {
    return index === path.length - 1 || at.attribute(name.slice(1)) !== undefined;
  }
  for (const child of at.childrenNamed(name)) {
    if (canExist(child, path, index + 1)) return true;
  }
  return at.canHave?.(path.slice(index)) ?? false;
}
