import type { XPathNode } from '../xpath/xpath-node.ts';
import { xmlElement } from '../xml/xml-element.ts';
import { staticDocument } from '../xpath/static-node.ts';
import type { AppDefinition } from './app-definition.ts';
import type { Detail, DetailAction, DetailField } from './detail.ts';
import type { Entry } from './entry.ts';
import type { Evaluator } from './evaluator.ts';
import { expressionOf } from './expressions.ts';
import { holds } from './holds.ts';
import type { ListAction, ListColumn, ListScreen } from './screen.ts';
import type { EntityDatum } from './session-datum.ts';
import { EvaluatedRow, rowColumns } from './evaluated-row.ts';
import { rowEvaluator } from './row-evaluator.ts';
import { groupRows, sortRows } from './sort-rows.ts';

/** A list to choose a datum from. Throws the XPath errors of the nodeset; a bad cell is a readable text instead. */
export function buildListScreen(
  app: AppDefinition,
  entry: Entry,
  datum: EntityDatum,
  evaluator: Evaluator,
): ListScreen {
  const detail = app.details.get(datum.detailSelect ?? '');
  const fields = visibleFields(detail, evaluator);
  const nodes = evaluator.nodes(datum.nodeset);
  const idKey = expressionOf(app, datum.value).key;
  const list = { datum, idKey, detail, columns: rowColumns(app, detail, fields), evaluator };
  const rows = nodes.map((node) => new EvaluatedRow(node, list));
  const sorted = groupRows(sortRows(rows, fields));
  const columns = fields.map((field) => describeColumn(field, evaluator));
  let focused: { readonly id: string | undefined } | undefined;
  return {
    kind: 'list',
    entry,
    datumId: datum.id,
    title: evaluator.readable(detail?.title),
    headers: columns.map((column) => column.header),
    columns,
    rows: sorted,
    emptyText: evaluator.readable(detail?.emptyText),
    hasDetail: hasFields(app.details.get(datum.detailConfirm ?? '')),
    maxSelect: datum.maxSelect,
    actions: listActions(detail, evaluator),
    selectText: evaluator.readable(detail?.selectText),
    headerRows: detail?.group?.headerRows,
    fuzzySearch: app.profile.properties['cc-fuzzy-search-enabled'] === 'yes',
    isSearched: entry.datums.some(({ kind }) => kind === 'query'),
    tilesAcross: detail?.tilesAcross ?? 1,
    get focusedRow() {
      return (focused ??= { id: focusedRow(sorted, detail) }).id;
    },
  };
}

/** Tells what a row is called in breadcrumbs: the text of the first column that is a text; `undefined` where there are no columns. */
export function rowNames(
  app: AppDefinition,
  { detailSelect }: EntityDatum,
  evaluator: Evaluator,
): (row: XPathNode) => string | undefined {
  const detail = app.details.get(detailSelect ?? '');
  const fields = visibleFields(detail, evaluator);
  const field = fields.find((each) => !isHidden(each) && each.template.form === '') ?? fields[0];
  return (row) => field && rowEvaluator(row, detail, evaluator).readable(field.template.text);
}

function focusedRow(rows: readonly EvaluatedRow[], detail: Detail | undefined): string | undefined {
  const focus = detail?.focus;
  return focus === undefined ? undefined : rows.find((row) => row.fulfils(focus))?.id;
}

/** What the app does by itself as the list opens, before a row is chosen; `coming` are the rows that will be, where that is known. */
export function launchedAction(
  detail: Detail | undefined,
  coming: readonly string[],
  evaluator: Evaluator,
): DetailAction | undefined {
  const aware = awareOf(coming, evaluator);
  return detail?.actions.find(
    (action) =>
      action.autoLaunch !== undefined &&
      holds(action.autoLaunch, aware) &&
      isOffered(action, evaluator),
  );
}

/** One row that is chosen next is the variable `next_input`, several are an instance of that name. CommCare. */
function awareOf(coming: readonly string[], evaluator: Evaluator): Evaluator {
  const values = coming.map((id) => xmlElement('value', '', {}, [id]));
  const results = staticDocument(xmlElement('results', '', { id: NEXT_INPUT }, values));
  return evaluator.with([[NEXT_INPUT, coming[0] ?? '']]).withInstance(NEXT_INPUT, results);
}

const NEXT_INPUT = 'next_input';

/** The actions of a list whose condition holds; a condition that cannot be evaluated does not. */
export function listActions(detail: Detail | undefined, evaluator: Evaluator): ListAction[] {
  const actions: ListAction[] = [];
  for (const [index, action] of (detail?.actions ?? []).entries()) {
    if (!isOffered(action, evaluator)) continue;
    const { text, image } = action.display;
    actions.push({
      index,
      text: evaluator.readable(text),
      image: image && evaluator.readable(image),
    });
  }
  return actions;
}

function isOffered(action: DetailAction, evaluator: Evaluator): boolean {
  return action.relevant === undefined || holds(action.relevant, evaluator);
}

/** The fields of a detail that are relevant here. */
export function visibleFields(detail: Detail | undefined, evaluator: Evaluator): DetailField[] {
  const fields = detail?.fields ?? [];
  return fields.filter(({ relevant }) => relevant === undefined || holds(relevant, evaluator));
}

/** How a column is headed and shown. */
export function describeColumn(field: DetailField, evaluator: Evaluator): ListColumn {
  return {
    header: evaluator.readable(field.header.text),
    form: field.template.form,
    isNumeric: field.sort?.type === 'int' || field.sort?.type === 'double',
    hidden: isHidden(field),
    tile: field.grid,
    endpoint: field.endpoint,
  };
}

function isHidden({ template, header }: DetailField): boolean {
  return template.width === '0' || header.width === '0';
}

/** True for a detail that has something to show, itself or on a tab. */
export function hasFields(detail: Detail | undefined): boolean {
  return detail !== undefined && (detail.fields.length > 0 || detail.tabs.some(hasFields));
}
