import type { XPathNode } from './xpath-node.ts';

/** What a tree knows one of its records by: a number, the node itself. */
export type RecordKey = unknown;

/** Some of the records, in document order; not to be changed. */
export type Rows<Key = RecordKey> = readonly Key[];

/**
 * The many children of one name, of which conditions can be asked without making nodes: cases, rows of a table. All of them are always
 * relevant.
 */
export interface Records<Key = RecordKey> {
  readonly name: string;
  readonly all: Rows<Key>;
  /** As {@link XPathNode.lookup}. */
  lookup(name: string, key: string, value: string): Rows<Key> | undefined;
  /** As {@link XPathNode.lookupAll}. */
  lookupAll?(
    name: string,
    conditions: readonly (readonly [key: string, value: string])[],
  ): Rows<Key> | undefined;
  /** As {@link XPathNode.hasIndex}. */
  hasIndex?(key: string): boolean;
  /**
   * Those of the rows that pass a test which reads nothing of a record but `key`. The test is made once for all that have the
   * same there, with one of them or what stands in for it. `undefined` for a key that cannot be told so.
   */
  where(rows: Rows<Key>, key: string, test: (node: XPathNode) => boolean): Rows<Key> | undefined;
  nodes(rows: Rows<Key>): readonly XPathNode[];
}
