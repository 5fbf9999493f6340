import type { LookupColumn, LookupRow, LookupTable } from '../project/lookup-table.ts';
import { xmlElement } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { Fixture } from './restore.ts';

/**
 * A lookup table as the fixture `item-list:<code>`: one element called like the table for each row that the user receives. It is sent
 * also when there are none, so that forms find an empty list and no error.
 */
export function lookupTableFixture(
  userId: string,
  table: LookupTable,
  rows: readonly Pick<LookupRow, 'values'>[],
): Fixture {
  const records = rows.map(({ values }) => recordElement(table, values));
  const root = xmlElement(`${table.code}_list`, '', {}, records);
  const indices = table.columns.filter(({ isIndexed }) => isIndexed).map(pathOf);
  return { id: `item-list:${table.code}`, userId, root, indices, indexed: indices.length > 0 };
}

function pathOf({ name, isAttribute }: LookupColumn): string {
  return isAttribute ? `@${name}` : name;
}

function recordElement({ code, columns }: LookupTable, values: LookupRow['values']): XmlElement {
  const attributes = columns
    .filter(({ isAttribute }) => isAttribute)
    .map(({ name }) => [name, values[name] ?? '']);
  const fields = columns.filter(({ isAttribute }) => !isAttribute);
  const children = fields.map(({ name }) => {
    const text = values[name] ?? '';
    return xmlElement(name, '', {}, text === '' ? [] : [text]);
  });
  return xmlElement(code, '', Object.fromEntries(attributes), children);
}
