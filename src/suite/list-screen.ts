import type { XPathNode } from '../xpath/xpath-node.ts';
import type { AppDefinition } from './app-definition.ts';
import { faultMessage } from './app-fault.ts';
import type { Detail, DetailAction, DetailField } from './detail.ts';
import type { Entry } from './entry.ts';
import type { Evaluator } from './evaluator.ts';
import type { ListAction, ListColumn, ListRow, ListScreen } from './screen.ts';
import type { EntityDatum } from './session-datum.ts';
import { groupRows, sortKey, sortRows } from './sort-rows.ts';

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
  const rows = nodes.map((node) => buildRow(node, datum, detail, fields, evaluator));
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
    hasDetail: hasFields(app.details.get(datum.detailConfirm ?? '')),
    maxSelect: datum.maxSelect,
    actions: listActions(detail, evaluator),
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

/** The evaluator standing on a row, with the variables of its detail. */
export function rowEvaluator(
  node: XPathNode,
  detail: Detail | undefined,
  evaluator: Evaluator,
): Evaluator {
  let row = evaluator.at(node);
  for (const variable of detail?.variables ?? []) {
    row = row.with([[variable.name, variableValue(variable.function, row)]]);
  }
  return row;
}

function variableValue(source: string, row: Evaluator): string {
  try {
    return row.string(source);
  } catch (error) {
    return faultMessage(error, '⚠');
  }
}

/** How a column is headed and shown. */
export function describeColumn(field: DetailField, evaluator: Evaluator): ListColumn {
  return {
    header: evaluator.readable(field.header.text),
    form: field.template.form,
    hidden: field.template.width === '0' || field.header.width === '0',
  };
}

function buildRow(
  node: XPathNode,
  datum: EntityDatum,
  detail: Detail | undefined,
  fields: readonly DetailField[],
  evaluator: Evaluator,
): ListRow {
  const row = rowEvaluator(node, detail, evaluator);
  const id = row.string(datum.value);
  const cells = fields.map((field) => row.readable(field.template.text));
  const sortKeys = fields.map(({ sort }, column) =>
    sortKey(sort, sort?.text === undefined ? (cells[column] ?? '') : row.readable(sort.text)),
  );
  const group =
    detail?.group && row.readable({ kind: 'xpath', source: detail.group.function, variables: [] });
  return { id, cells: detail === undefined ? [id] : cells, sortKeys, group };
}

function hasFields(detail: Detail | undefined): boolean {
  return detail !== undefined && (detail.fields.length > 0 || detail.tabs.some(hasFields));
}
