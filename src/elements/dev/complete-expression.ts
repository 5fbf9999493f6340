import { compileXPath } from '../../xpath/compile-xpath.ts';
import { FUNCTION_TABLES } from '../../xpath/functions/function-tables.ts';
import type { XPathNode } from '../../xpath/xpath-node.ts';
import type { ExpressionPlace } from './expression-place.ts';

/** What could come next in an expression: each option replaces the text from `from` to the caret. */
export interface Completions {
  readonly from: number;
  readonly options: readonly string[];
}

/** More are not shown: who looks for one of them types another letter. */
const MOST = 40;

/** Nodes whose children are looked at: cases of one type have much the same properties. */
const SAMPLE = 50;

const FRAGMENT = /@?[\p{L}\p{N}_.-]*$/u;
const INSTANCE_ID = /instance\(\s*(['"])([^'"]*)$/;

/** The functions, instances and paths that may stand at the caret, by what is written before it. */
export function completeExpression(
  source: string,
  caret: number,
  place: ExpressionPlace,
): Completions {
  const before = source.slice(0, caret);
  const [, quote = '', id] = INSTANCE_ID.exec(before) ?? [];
  if (id !== undefined) {
    return options(caret - id.length, id, place.instances, (name) => `${name}${quote})`);
  }
  const fragment = FRAGMENT.exec(before)?.[0] ?? '';
  const start = caret - fragment.length;
  if (before[start - 1] !== '/') return wordsAt(start, fragment, place);
  return options(start, fragment, stepsBelow(pathBefore(before.slice(0, start - 1)), place));
}

function wordsAt(start: number, fragment: string, place: ExpressionPlace): Completions {
  const functions = [...FUNCTION_TABLES[place.dialect].names(), 'instance'].map(
    (name) => `${name}(`,
  );
  return options(start, fragment, [...stepsOf([place.node]), ...functions]);
}

function options(
  from: number,
  fragment: string,
  names: readonly string[],
  written = (name: string) => name,
): Completions {
  const fitting = names.filter((name) => name.startsWith(fragment) && name !== fragment);
  return { from, options: [...new Set(fitting)].toSorted().slice(0, MOST).map(written) };
}

/** The path that ends where the text ends: backwards over names, `instance('…')` and predicates. */
function pathBefore(text: string): string {
  let start = text.length;
  while (start > 0) {
    const last = text[start - 1] as string;
    if (last === ']' || last === ')') start = openingOf(text, start - 1);
    else if (/[\p{L}\p{N}_.@/:*-]/u.test(last)) start -= 1;
    else break;
  }
  return text.slice(start);
}

/** Where the bracket that closes at `end` was opened. Brackets in quotes count as well: the path is then none, and offers nothing. */
function openingOf(text: string, end: number): number {
  let depth = 0;
  for (let index = end; index >= 0; index -= 1) {
    if (']})'.includes(text[index] as string)) depth += 1;
    if ('[{('.includes(text[index] as string)) depth -= 1;
    if (depth === 0) return index;
  }
  return 0;
}

function stepsBelow(path: string, place: ExpressionPlace): readonly string[] {
  if (path === '') return stepsOf(place.scope.main === undefined ? [] : [place.scope.main]);
  try {
    const { node, scope, dialect } = place;
    return stepsOf(compileXPath(path, dialect).evaluateNodes(node, scope));
  } catch {
    return stepsOf(documentOf(path, place));
  }
}

/** `instance('x')` alone is a document, which is no value of an expression. */
function documentOf(path: string, { scope }: ExpressionPlace): readonly XPathNode[] {
  const id = /^instance\(\s*(['"])([^'"]+)\1\s*\)$/.exec(path)?.[2];
  const document = id === undefined ? undefined : scope.instance(id);
  return document === undefined ? [] : [document];
}

function stepsOf(nodes: readonly XPathNode[]): readonly string[] {
  return nodes
    .slice(0, SAMPLE)
    .flatMap(({ attributes, children }) => [
      ...children.slice(0, SAMPLE).map(({ name }) => name),
      ...attributes.map(({ name }) => `@${name}`),
    ]);
}
