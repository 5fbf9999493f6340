import type { Dialect } from '../../src/xpath/compiled-expression.ts';
import { compileXPath } from '../../src/xpath/compile-xpath.ts';
import type { SourceElement } from '../../src/xpath/source-element.ts';
import { staticDocument } from '../../src/xpath/static-node.ts';
import type { XPathNode, XPathValue } from '../../src/xpath/xpath-node.ts';
import type { XPathScope } from '../../src/xpath/xpath-scope.ts';
import { parseXml } from '../../src/xml/parse-xml.ts';

/** A tree from XML text. */
export function tree(xml: string, indices: readonly string[] = []): XPathNode {
  return staticDocument(parseXml(xml, 'test.xml') as SourceElement, indices);
}

/** What a test may set of a scope; the rest is pinned. */
export interface TestScope {
  readonly now?: string;
  readonly timeZone?: string;
  readonly instances?: Readonly<Record<string, XPathNode>>;
  readonly variables?: Readonly<Record<string, XPathValue>>;
  readonly functions?: Readonly<Record<string, NonNullable<ReturnType<XPathScope['function']>>>>;
  readonly random?: () => number;
  readonly main?: XPathNode;
}

/** A scope whose clock stands still and whose chance is `random`, 0.5 unless told. */
export function testScope(options: TestScope = {}): XPathScope {
  const { now = '2026-03-15T10:30:00Z', timeZone = 'UTC' } = options;
  return {
    environment: {
      now: () => Date.parse(now),
      timeZone,
      random: options.random ?? (() => 0.5),
      uuid: () => '6f1d1c1e-0000-4000-8000-000000000001',
      here: () => '',
    },
    instance: (id) => options.instances?.[id],
    variable: (name) => options.variables?.[name],
    function: (name) => options.functions?.[name],
    main: options.main,
  };
}

/** The node at a path of names with 1-based positions: `/data/child[2]/@id`; the document for `/`. */
export function nodeAt(document: XPathNode, path: string): XPathNode {
  let node = document;
  for (const step of path.split('/').filter((part) => part !== '')) {
    const [, name = '', position = '1'] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? [];
    const next = name.startsWith('@')
      ? node.attribute(name.slice(1))
      : node.childrenNamed(name)[Number(position) - 1];
    if (next === undefined) throw new RangeError(`No node at ${path}`);
    node = next;
  }
  return node;
}

/** Evaluates once. */
export function evaluate(
  source: string,
  document: XPathNode,
  { at = '/', dialect = 'commcare', ...scope }: TestScope & { at?: string; dialect?: Dialect } = {},
): XPathValue {
  const node = nodeAt(document, at);
  return compileXPath(source, dialect).evaluate(node, testScope({ main: document, ...scope }));
}
