import type { Detail, DetailField, DetailSort } from '../detail.ts';
import type { SuiteText, TextVariable } from '../suite-text.ts';
import { EMPTY_TEXT } from '../suite-text.ts';
import type { ColumnDocument, DetailDocument, SortDocument } from './app-document.ts';
import { propertyOfRow } from './session-case.ts';
import type { LocalizedText } from './json-reader.ts';
import type { StringsBuilder } from './strings-builder.ts';

/** The columns of a case list. */
export function compileCaseList(
  id: string,
  list: DetailDocument,
  title: SuiteText,
  emptyText: LocalizedText | undefined,
  strings: StringsBuilder,
): Detail {
  return {
    ...compilePage(id, list, title, strings),
    id,
    emptyText: emptyText && strings.add(`${id}.no_items_text`, emptyText),
  };
}

/** The pages of a case detail; a single page stands alone. */
export function compileCaseDetail(
  id: string,
  pages: readonly DetailDocument[],
  title: SuiteText,
  strings: StringsBuilder,
): Detail {
  const compiled = pages.map((page, index) => {
    const pageTitle = page.title && strings.add(`${id}.tab_${index}.title`, page.title);
    return compilePage(`${id}.tab_${index}`, page, pageTitle ?? title, strings);
  });
  const [single] = compiled;
  if (single !== undefined && compiled.length === 1) return { ...single, id };
  return { ...emptyDetail(id, title), tabs: compiled };
}

function compilePage(
  key: string,
  page: DetailDocument,
  title: SuiteText,
  strings: StringsBuilder,
): Detail {
  const ownTitle = page.title && strings.add(`${key}.title`, page.title);
  const fields = page.columns.map((column, index) =>
    compileColumn(`${key}.${columnName(column)}_${index + 1}`, column, strings),
  );
  return { ...emptyDetail(key, ownTitle ?? title), fields };
}

function emptyDetail(id: string, title: SuiteText): Detail {
  return {
    id,
    title,
    nodeset: undefined,
    relevant: undefined,
    fields: [],
    tabs: [],
    variables: [],
    actions: [],
    selectText: undefined,
    emptyText: undefined,
    group: undefined,
    focus: undefined,
    tilesAcross: 1,
    hasLookup: false,
  };
}

function columnName({ source }: ColumnDocument): string {
  return 'property' in source ? source.property : 'calculated';
}

function compileColumn(key: string, column: ColumnDocument, strings: StringsBuilder): DetailField {
  const header = strings.add(`${key}.header`, column.header);
  const form = column.format === 'date' || column.format === 'enum' ? '' : column.format;
  const width = column.hidden ? '0' : undefined;
  return {
    header: { form: '', width, text: column.hidden ? EMPTY_TEXT : header },
    template: { form: form === 'text' ? '' : form, width, text: template(key, column, strings) },
    sort: column.sort && compileSort(column.sort, columnSource(column)),
    relevant: undefined,
    grid: undefined,
    alternative: undefined,
    endpoint: undefined,
  };
}

function compileSort(sort: SortDocument, source: string): DetailSort {
  return { ...sort, text: { kind: 'xpath', source, variables: [] } };
}

/** The expression of what a column shows, before it is formatted. */
export function columnSource({ source }: ColumnDocument): string {
  return 'xpath' in source ? source.xpath : propertyOfRow(source.property);
}

function template(key: string, column: ColumnDocument, strings: StringsBuilder): SuiteText {
  const source = columnSource(column);
  if (column.format === 'date') {
    const formatted = `if(${source} = '', '', format-date(date(${source}), '%d/%m/%Y'))`;
    return { kind: 'xpath', source: formatted, variables: [] };
  }
  return column.format === 'enum'
    ? enumTemplate(key, source, column, strings)
    : { kind: 'xpath', source, variables: [] };
}

/** A choice between texts that are translated: `if(x = 'a', $k0, if(x = 'b', $k1, x))`. */
function enumTemplate(
  key: string,
  property: string,
  { values }: ColumnDocument,
  strings: StringsBuilder,
): SuiteText {
  const variables: TextVariable[] = [];
  let source = property;
  for (const [index, [value, text]] of Object.entries(values).entries()) {
    const name = `k${index}`;
    variables.push({ name, text: strings.add(`${key}.enum.${value}`, text) });
    source = `if(${property} = '${value.replaceAll("'", '')}', $${name}, ${source})`;
  }
  return { kind: 'xpath', source, variables };
}
