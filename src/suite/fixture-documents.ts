import type { XmlElement } from '../xml/xml-element.ts';
import { staticDocument } from '../xpath/static-node.ts';
import type { XPathNode } from '../xpath/xpath-node.ts';

/** Anything with a root element and the paths below its records that are asked for often. */
interface IndexedRoot {
  readonly root: XmlElement;
  readonly indices: readonly string[];
}

/** The documents of fixtures for `instance()`, made once for each fixture and gone with it. */
export class FixtureDocuments {
  readonly #documents = new WeakMap<IndexedRoot, XPathNode>();

  of(fixture: IndexedRoot): XPathNode {
    const known = this.#documents.get(fixture);
    if (known !== undefined) return known;
    const document = staticDocument(fixture.root, fixture.indices);
    this.#documents.set(fixture, document);
    return document;
  }
}
