import type { XPathNode } from '../xpath/xpath-node.ts';
import type { AppDefinition } from './app-definition.ts';
import { buildGraph } from './build-graph.ts';
import type { Detail, DetailField, DetailSort } from './detail.ts';
import type { Evaluator } from './evaluator.ts';
import type { Graph, GraphDefinition } from './graph.ts';
import { holds } from './holds.ts';
import type { SortKey } from './rank-keys.ts';
import { rowEvaluator } from './row-evaluator.ts';
import { RowText } from './row-text.ts';
import type { ListRow } from './screen.ts';
import type { EntityDatum } from './session-datum.ts';
import { sortKey } from './sort-rows.ts';
import type { SuiteText } from './suite-text.ts';

/** What all rows of a list have in common. */
export interface RowsOfList {
  readonly datum: EntityDatum;
  /** The child or attribute that is the id of a row; `undefined` where an expression computes it. */
  readonly idKey: string | undefined;
  readonly detail: Detail | undefined;
  readonly columns: readonly RowColumn[];
  readonly evaluator: Evaluator;
}

/** How one column of every row is read. */
export interface RowColumn {
  readonly cell: RowText;
  readonly sort: DetailSort | undefined;
  /** `undefined` where rows are sorted by the cell. */
  readonly sortText: RowText | undefined;
  readonly alternative: SuiteText | undefined;
  readonly graph: GraphDefinition | undefined;
}

/** The columns of these fields of a detail. */
export function rowColumns(
  app: AppDefinition,
  detail: Detail | undefined,
  fields: readonly DetailField[],
): RowColumn[] {
  const hasVariables = (detail?.variables.length ?? 0) > 0;
  return fields.map(({ template, sort, alternative }) => ({
    cell: new RowText(template.text, app, hasVariables),
    sort,
    sortText: sort?.text && new RowText(sort.text, app, hasVariables),
    alternative,
    graph: template.graph,
  }));
}

/** A row whose cells are evaluated when they are asked for: of 100,000 rows a person sees a hundred. */
export class EvaluatedRow implements ListRow {
  readonly #node: XPathNode;
  readonly #list: RowsOfList;
  #evaluator: Evaluator | undefined;
  #id: string | undefined;
  #cells: readonly string[] | undefined;

  constructor(node: XPathNode, list: RowsOfList) {
    this.#node = node;
    this.#list = list;
  }

  get id(): string {
    return (this.#id ??= this.#knownId || this.#place.string(this.#list.datum.value));
  }

  get cells(): readonly string[] {
    const { detail, columns } = this.#list;
    if (detail === undefined) return [this.id];
    return (this.#cells ??= columns.map(({ cell }) => this.#read(cell)));
  }

  /** Not kept: of most rows only search and order read it, once. */
  cell(column: number): string {
    const { columns, detail } = this.#list;
    if (detail === undefined) return this.id;
    return this.#cells?.[column] ?? this.#read(columns[column]?.cell);
  }

  get group(): string | undefined {
    const group = this.#list.detail?.group;
    return group && this.#place.readable({ kind: 'xpath', source: group.function, variables: [] });
  }

  sortKey(column: number, cell?: string): SortKey {
    const { sort, sortText } = this.#list.columns[column] ?? NO_COLUMN;
    return sortKey(sort, sortText ? this.#read(sortText) : (cell ?? this.cell(column)));
  }

  alternative(column: number): string {
    return this.#place.readable(this.#list.columns[column]?.alternative);
  }

  graph(column: number): Graph | undefined {
    const graph = this.#list.columns[column]?.graph;
    return graph && buildGraph(graph, this.#place);
  }

  /** True when the row fulfils a condition; one that cannot be evaluated it does not. */
  fulfils(condition: string): boolean {
    return holds(condition, this.#place);
  }

  /** Without an evaluator of the row's own; `''` where only that can tell. */
  get #knownId(): string {
    const { idKey } = this.#list;
    const value = idKey === undefined ? undefined : this.#node.scalarNamed?.(idKey);
    return typeof value === 'string' ? value : '';
  }

  #read(text: RowText | undefined): string {
    return text?.of(this.#node, () => this.#place) ?? '';
  }

  get #place(): Evaluator {
    const { detail, evaluator } = this.#list;
    return (this.#evaluator ??= rowEvaluator(this.#node, detail, evaluator));
  }
}

const NO_COLUMN: Partial<RowColumn> = {};
