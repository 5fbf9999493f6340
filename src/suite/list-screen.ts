import type { AppDefinition } from './app-definition.ts';
import { faultMessage } from './app-fault.ts';
import type { Detail, DetailAction, DetailField } from './detail.ts';
import type { Entry } from './entry.ts';
import type { Evaluator } from './evaluator.ts';
import type { ListAction, ListColumn, ListScreen } from './screen.ts';
import type { EntityDatum } from './session-datum.ts';
import { EvaluatedRow, rowColumns } from './evaluated-row.ts';
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
  const list = { datum, detail, columns: rowColumns(app, detail, fields), evaluator };
  const rows = nodes.map((node) => new EvaluatedRow(node, list));
  const columns = fields.map((field) => describeColumn(field, evaluator));
  return {
    kind: 'list',
    entry,
    datumId: datum.id,
    title: evaluator.readable(detail?.title),
    headers: columns.map((column) => column.header),
    columns,
    rows: groupRows(sortRows(rows, fields)),
    emptyText: evaluator.readable(detail?.emptyText),
    hasDetail:
      hasFields(app.details.get(datum.detailConfirm ?? '')) ||
      hasFields(app.details.get(datum.detailInline ?? '')),
    maxSelect: datum.maxSelect,
    actions: listActions(detail, evaluator),
    selectText: evaluator.readable(detail?.selectText),
    headerRows: detail?.group?.headerRows,
    fuzzySearch: app.profile.properties['cc-fuzzy-search-enabled'] === 'yes',
    isSearched: entry.datums.some(({ kind }) => kind === 'query'),
  };
}

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

/** True when the condition holds; one that the app got wrong does not. */
export function holds(condition: string, evaluator: Evaluator): boolean {
  try {
    return evaluator.boolean(condition);
  } catch (error) {
    faultMessage(error, condition);
    return false;
  }
}

/** How a column is headed and shown. */
export function describeColumn(field: DetailField, evaluator: Evaluator): ListColumn {
  return {
    header: evaluator.readable(field.header.text),
    form: field.template.form,
    isNumeric: field.sort?.type === 'int' || field.sort?.type === 'double',
    hidden: field.template.width === '0' || field.header.width === '0',
    tile: field.grid,
  };
}

function hasFields(detail: Detail | undefined): boolean {
  return detail !== undefined && (detail.fields.length > 0 || detail.tabs.some(hasFields));
}
