import type { Axis, NodeTest } from './expression.ts';
import type { XPathNode } from './xpath-node.ts';

/** Whether a node passes the test of a step. */
export type NodeMatcher = (node: XPathNode) => boolean;

/**
 * Namespaces of the prefixes that forms of the field use in paths: expressions do not carry declarations. Any other
 * prefix matches nothing.
 */
const NAMESPACES: Readonly<Record<string, string>> = {
  orx: 'http://openrosa.org/xforms',
  jr: 'http://openrosa.org/javarosa',
  xf: 'http://www.w3.org/2002/xforms',
  h: 'http://www.w3.org/1999/xhtml',
  odk: 'http://www.opendatakit.org/xforms',
  entities: 'http://www.opendatakit.org/xforms/entities',
  cc: 'http://commcarehq.org/xforms',
};

/** The matcher of a node test. There are no text nodes in the tree: `text()` is a leaf that has text, itself. */
export function nodeMatcher(test: NodeTest, axis: Axis): NodeMatcher {
  const principal = axis === 'attribute' ? 'attribute' : 'element';
  switch (test.kind) {
    case 'node':
      return () => true;
    case 'name': {
      const { name, prefix } = test;
      const inNamespace = namespaceMatcher(prefix);
      return (node) => node.kind === principal && node.name === name && inNamespace(node);
    }
    case 'any': {
      const inNamespace = namespaceMatcher(test.prefix);
      return (node) => node.kind === principal && inNamespace(node);
    }
    case 'text':
      return (node) => node.kind === 'element' && node.children.length === 0 && node.text !== '';
    default:
      return () => false;
  }
}

/** Whether a node is in the namespace of a prefix; every node is when there is none. */
export function namespaceMatcher(prefix: string): NodeMatcher {
  if (prefix === '') return () => true;
  const namespace = NAMESPACES[prefix];
  return (node) => node.namespace === namespace;
}

/** The nodes of an axis, nearest first: document order for forward axes, its reverse for the others. */
export function axisNodes(node: XPathNode, axis: Axis): readonly XPathNode[] {
  switch (axis) {
    case 'child':
      return node.children;
    case 'attribute':
      return node.attributes;
    case 'self':
      return [node];
    case 'parent':
      return node.parent === undefined ? [] : [node.parent];
    case 'descendant':
      return descendants(node, []);
    case 'descendant-or-self':
      return descendants(node, [node]);
    case 'ancestor':
      return ancestors(node, []);
    case 'ancestor-or-self':
      return ancestors(node, [node]);
    case 'following-sibling':
      return siblings(node, 1);
    case 'preceding-sibling':
      return siblings(node, -1);
    case 'following':
      return ancestors(node, [node]).flatMap((above) => trees(siblings(above, 1)));
    case 'preceding':
      return ancestors(node, [node]).flatMap((above) => trees(siblings(above, -1), true));
    case 'namespace':
      return [];
  }
}

/** Without recursion: a hostile document may be deep. */
function descendants(node: XPathNode, found: XPathNode[]): XPathNode[] {
  const waiting: XPathNode[] = [];
  pushReversed(waiting, node.children);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    pushReversed(waiting, next.children);
  }
  return found;
}

function pushReversed(stack: XPathNode[], nodes: readonly XPathNode[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) stack.push(nodes[i]!);
}

function ancestors(node: XPathNode, found: XPathNode[]): XPathNode[] {
  for (let above = node.parent; above !== undefined; above = above.parent) found.push(above);
  return found;
}

function siblings(node: XPathNode, direction: 1 | -1): readonly XPathNode[] {
  if (node.parent === undefined || node.kind !== 'element') return [];
  const all = node.parent.children;
  const at = all.indexOf(node);
  return direction === 1 ? all.slice(at + 1) : all.slice(0, Math.max(at, 0)).reverse();
}

function trees(roots: readonly XPathNode[], reverse = false): XPathNode[] {
  return roots.flatMap((root) => {
    const tree = descendants(root, [root]);
    return reverse ? tree.reverse() : tree;
  });
}

/** Nodes in document order without duplicates. */
export function inDocumentOrder(nodes: readonly XPathNode[]): readonly XPathNode[] {
  if (nodes.length < 2) return nodes;
  const numbers = new Numbering();
  const unique = [...new Set(nodes)];
  const places = new Map(unique.map((node) => [node, numbers.placeOf(node)]));
  return unique.sort((a, b) => comparePlaces(places.get(a)!, places.get(b)!));
}

/** Remembers which child each node is, so that a large family is counted once. */
class Numbering {
  private readonly families = new Map<XPathNode, ReadonlyMap<XPathNode, number>>();

  /** Numbers from the root down; attributes come before children. */
  placeOf(node: XPathNode): number[] {
    const place: number[] = [];
    for (let at = node, parent = at.parent; parent !== undefined; at = parent, parent = at.parent) {
      place.push(this.family(parent).get(at) ?? 0);
    }
    return place.reverse();
  }

  private family(parent: XPathNode): ReadonlyMap<XPathNode, number> {
    let family = this.families.get(parent);
    if (family === undefined) {
      const { attributes, children } = parent;
      family = new Map([...attributes, ...children].map((node, i) => [node, i]));
      this.families.set(parent, family);
    }
    return family;
  }
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] !== b[i]) return a[i]! - b[i]!;
  }
  return a.length - b.length;
}
