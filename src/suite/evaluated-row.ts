import type { XPathNode } from '../xpath/xpath-node.ts';
import type { Detail, DetailField } from './detail.ts';
import type { Evaluator } from './evaluator.ts';
import type { SortKey } from './rank-keys.ts';
import { rowEvaluator } from './row-evaluator.ts';
import type { ListRow } from './screen.ts';
import type { EntityDatum } from './session-datum.ts';
import { sortKey } from './sort-rows.ts';

/** What all rows of a list have in common. */
export interface RowsOfList {
  readonly datum: EntityDatum;
  readonly detail: Detail | undefined;
  readonly fields: readonly DetailField[];
  readonly evaluator: Evaluator;
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
    return (this.#id ??= this.#place.string(this.#list.datum.value));
  }

  get cells(): readonly string[] {
    const { detail, fields } = this.#list;
    if (detail === undefined) return [this.id];
    return (this.#cells ??= fields.map((_, column) => this.#cell(column)));
  }

  get group(): string | undefined {
    const group = this.#list.detail?.group;
    return group && this.#place.readable({ kind: 'xpath', source: group.function, variables: [] });
  }

  sortKey(column: number): SortKey {
    const sort = this.#list.fields[column]?.sort;
    const text = sort?.text === undefined ? this.#cell(column) : this.#place.readable(sort.text);
    return sortKey(sort, text);
  }

  #cell(column: number): string {
    return this.#cells?.[column] ?? this.#place.readable(this.#list.fields[column]?.template.text);
  }

  get #place(): Evaluator {
    const { detail, evaluator } = this.#list;
    return (this.#evaluator ??= rowEvaluator(this.#node, detail, evaluator));
  }
}
