import { isNodes, toText } from '../../xpath/conversions.ts';
import type { Dialect } from '../../xpath/compiled-expression.ts';
import type { XPathNode, XPathValue } from '../../xpath/xpath-node.ts';

/** What kind of value an expression came to. */
export type ValueKind = 'number' | 'string' | 'boolean' | 'date' | 'nodes';

export function valueKind(value: XPathValue): ValueKind {
  if (typeof value === 'object') return isNodes(value) ? 'nodes' : 'date';
  return typeof value as 'number' | 'string' | 'boolean';
}

/** A value on one line; of several nodes the texts of the first. */
export function valueText(value: XPathValue, dialect: Dialect, timeZone: string): string {
  if (!isNodes(value)) return toText(value, { dialect, timeZone });
  const texts = value.slice(0, SHOWN).flatMap(({ text }) => (text === '' ? [] : [text]));
  return value.length > SHOWN ? `${texts.join(', ')}, …` : texts.join(', ');
}

const SHOWN = 5;

/** Where a node stands in its document: `/casedb/case[3]/village`. */
export function nodePath(node: XPathNode): string {
  if (node.parent === undefined) return node.kind === 'document' ? '' : `/${node.name}`;
  const step = node.kind === 'attribute' ? `@${node.name}` : node.name;
  return `${nodePath(node.parent)}/${step}${node.index > 0 ? `[${node.index + 1}]` : ''}`;
}
