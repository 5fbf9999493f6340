import type { XPathNode } from '../xpath/xpath-node.ts';
import type { Detail } from './detail.ts';
import { buildGraph } from './build-graph.ts';
import type { Evaluator } from './evaluator.ts';
import { holds } from './holds.ts';
import { describeColumn, visibleFields } from './list-screen.ts';
import { rowEvaluator } from './row-evaluator.ts';
import type { DetailRow, DetailTable, DetailTab } from './screen.ts';

/** The pages of a detail for one row; a detail without tabs is one page. */
export function buildDetailTabs(
  detail: Detail,
  node: XPathNode,
  evaluator: Evaluator,
): DetailTab[] {
  const row = rowEvaluator(node, detail, evaluator);
  const pages = detail.tabs.length === 0 ? [detail] : detail.tabs;
  return pages
    .filter(({ relevant }) => relevant === undefined || holds(relevant, row))
    .map((page) => buildTab(page, detail, node, row));
}

function buildTab(page: Detail, whole: Detail, node: XPathNode, row: Evaluator): DetailTab {
  const inPage = page === whole ? row : rowEvaluator(node, page, row);
  return {
    title: inPage.readable(page.title),
    rows: page.nodeset === undefined ? pageRows(page, inPage) : [],
    table: page.nodeset === undefined ? undefined : buildTable(page, page.nodeset, inPage),
  };
}

/** What is blank is left out: a person has more properties that are not known than fit a screen. */
function pageRows(page: Detail, row: Evaluator): DetailRow[] {
  const rows = visibleFields(page, row).map((field) => ({
    label: row.readable(field.header.text),
    value: row.readable(field.template.text),
    form: field.template.form,
    graph: field.template.graph && buildGraph(field.template.graph, row),
  }));
  return rows.filter(({ value, form }) => value.trim() !== '' || form === 'graph');
}

function buildTable(page: Detail, nodeset: string, row: Evaluator): DetailTable {
  const fields = visibleFields(page, row);
  const related = row.nodes(nodeset).map((node) => rowEvaluator(node, page, row));
  return {
    columns: fields.map((field) => describeColumn(field, row)),
    rows: related.map((inner) => fields.map((field) => inner.readable(field.template.text))),
  };
}
