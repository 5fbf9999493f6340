import {
  attributeOf,
  childElements,
  childNamed,
  childrenNamed,
  textOf,
} from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { Fixture } from './restore.ts';

/**
 * A fixture with the indices of the schema that stood before it, or what is wrong with it; `undefined` for one that
 * is empty, which is how servers say that there is nothing.
 */
export function readFixture(
  element: XmlElement,
  schemas: ReadonlyMap<string, readonly string[]>,
): Fixture | string | undefined {
  const id = attributeOf(element, 'id') ?? '';
  if (id === '') return 'A fixture has no id';
  const root = childElements(element)[0];
  if (root === undefined) return undefined;
  const indexed = attributeOf(element, 'indexed') === 'true';
  const indices = indexed ? (schemas.get(id) ?? []) : [];
  return { id, userId: attributeOf(element, 'user_id'), root, indices, indexed };
}

const INDEX_PATH = /^@?[\w.:-]+(\/@?[\w.:-]+)*(,@?[\w.:-]+(\/@?[\w.:-]+)*)*$/;

/** The indexed paths of a `<schema>`, or what is wrong with them. */
export function readFixtureIndices(schema: XmlElement): string[] | string {
  const list = childNamed(schema, 'indices');
  const paths =
    list === undefined ? [] : childrenNamed(list, 'index').map((index) => textOf(index).trim());
  const bad = paths.find((path) => !INDEX_PATH.test(path));
  return bad === undefined ? paths : `Fixture schema contains an invalid index: '${bad}'`;
}
