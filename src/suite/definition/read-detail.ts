import type { ColumnDocument, DetailDocument, SortDocument } from './app-document.ts';
import { COLUMN_FORMATS, SORT_DIRECTIONS, SORT_TYPES } from './app-document.ts';
import { checkReadablePath } from './case-names.ts';
import type { JsonReader, LocalizedText } from './json-reader.ts';
import { optional, required } from './json-reader.ts';

const COLUMN_MEMBERS = ['header', 'property', 'xpath', 'format', 'values', 'sort', 'hidden'];

/** Reads the columns of a case list or one page of a case detail. */
export function readDetail(reader: JsonReader): DetailDocument {
  const members = reader.object(['title', 'columns']);
  const columns = required(reader, members, 'columns', (list) => list.list().map(readColumn));
  if (columns.length === 0) reader.report('There is no column.', 'Add at least one column.');
  return { title: optional(members, 'title', (title) => title.localized(), undefined), columns };
}

function readColumn(reader: JsonReader): ColumnDocument {
  const members = reader.object(COLUMN_MEMBERS);
  return {
    place: reader.place,
    header: required(reader, members, 'header', (header) => header.localized()),
    source: readSource(reader, members),
    format: optional(members, 'format', (format) => format.oneOf(COLUMN_FORMATS), 'text'),
    values: optional(members, 'values', readValues, {}),
    sort: optional(members, 'sort', readSort, undefined),
    hidden: optional(members, 'hidden', (hidden) => hidden.boolean(), false),
  };
}

function readSource(
  reader: JsonReader,
  members: ReadonlyMap<string, JsonReader>,
): ColumnDocument['source'] {
  const xpath = members.get('xpath');
  const property = members.get('property');
  if ((xpath === undefined) === (property === undefined)) {
    reader.report('A column shows one thing.', 'Give it either a “property” or an “xpath”.');
  }
  return xpath === undefined ? { property: readProperty(property) } : { xpath: xpath.string() };
}

function readProperty(reader: JsonReader | undefined): string {
  const path = reader?.string() ?? 'name';
  if (reader !== undefined) checkReadablePath(path, reader);
  return path;
}

function readValues(reader: JsonReader): Record<string, LocalizedText> {
  return Object.fromEntries(
    [...reader.members()].map(([value, text]) => [value, text.localized()]),
  );
}

function readSort(reader: JsonReader): SortDocument {
  const members = reader.object(['type', 'direction', 'order', 'blanks']);
  const blanks = optional(members, 'blanks', (b) => b.oneOf(['last', 'first']), 'last');
  return {
    type: optional(members, 'type', (type) => type.oneOf(SORT_TYPES), 'string'),
    direction: optional(members, 'direction', (d) => d.oneOf(SORT_DIRECTIONS), 'ascending'),
    order: optional(members, 'order', (order) => order.integer(), 1),
    blanksLast: blanks === 'last',
  };
}
