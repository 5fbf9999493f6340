import { SaxesParser } from 'saxes';

/** An element as a client of its own kind sees it. Nothing here is shared with the server under test. */
export interface Node {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  /** The text of this element itself, trimmed. */
  readonly text: string;
}

/** The root element. Throws for text that is not well-formed. */
export function readXml(text: string): Node {
  const root: Building = { ...nameless(), name: '#document' };
  const path = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes).map(({ name, value }) => [name, value]);
    const element = { ...nameless(), name: tag.local, namespace: tag.uri };
    element.attributes = Object.fromEntries(attributes) as Record<string, string>;
    path.at(-1)!.children.push(element);
    path.push(element);
  });
  parser.on('text', (part) => (path.at(-1)!.text += part));
  parser.on('closetag', () => {
    const closed = path.pop()!;
    closed.text = closed.text.trim();
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return root.children[0]!;
}

interface Building {
  name: string;
  namespace: string;
  attributes: Record<string, string>;
  children: Building[];
  text: string;
}

function nameless(): Building {
  return { name: '', namespace: '', attributes: {}, children: [], text: '' };
}

/** The first child of that name. */
export function child(node: Node | undefined, name: string): Node | undefined {
  return node?.children.find((each) => each.name === name);
}

/** The element that is reached by these names; throws when it is not there, as clients that need it do. */
export function at(node: Node, ...names: readonly string[]): Node {
  let found = node;
  for (const name of names) {
    const next = child(found, name);
    if (next === undefined) throw new Error(`<${found.name}> has no <${name}>`);
    found = next;
  }
  return found;
}
