import type { XPathNode } from '../../xpath/xpath-node.ts';
import type { Table } from './table.ts';

const NONE: readonly never[] = [];
const ITEM = 'item';

/**
 * A table as the document that expressions read: `root`, an `item` for each row, in it an element for each cell. Nodes
 * are made when they are first visited, and equality on a column is answered from an index, so that 50,000 rows cost
 * little more than their texts.
 */
export function tableDocument(table: Table): XPathNode {
  return new TableDocument(table);
}

/** What all nodes of a table have in common: neither attributes nor namespace nor datatype. */
abstract class TableNode implements XPathNode {
  readonly namespace = '';
  readonly attributes = NONE;
  readonly relevant = true;
  abstract readonly kind: 'document' | 'element';
  abstract readonly name: string;
  abstract readonly parent: XPathNode | undefined;
  abstract readonly children: readonly XPathNode[];
  abstract readonly text: string;
  abstract readonly index: number;

  abstract childrenNamed(name: string): readonly XPathNode[];

  /** Only cells have a value. */
  get value(): string {
    return '';
  }

  attribute(): undefined {
    return undefined;
  }
}

class TableDocument extends TableNode {
  readonly kind = 'document';
  readonly name = '';
  readonly parent = undefined;
  readonly index = 0;
  readonly children: readonly TableRoot[];

  constructor(table: Table) {
    super();
    this.children = [new TableRoot(table, this)];
  }

  get text(): string {
    return this.children[0]!.text;
  }

  childrenNamed(name: string): readonly XPathNode[] {
    return name === 'root' ? this.children : NONE;
  }
}

class TableRoot extends TableNode {
  readonly kind = 'element';
  readonly name = 'root';
  readonly index = 0;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #items: TableItem[];
  readonly #lookups = new Map<number, ReadonlyMap<string, readonly number[]>>();
  #complete = false;

  constructor(
    readonly table: Table,
    readonly parent: XPathNode,
  ) {
    super();
    this.#columns = new Map(table.columns.map((column, at) => [column, at]));
    this.#items = new Array<TableItem>(table.rows.length);
  }

  get children(): readonly TableItem[] {
    if (!this.#complete) this.table.rows.forEach((_, row) => this.#item(row));
    this.#complete = true;
    return this.#items;
  }

  get text(): string {
    return this.children.map((item) => item.text).join('');
  }

  childrenNamed(name: string): readonly TableItem[] {
    return name === ITEM ? this.children : NONE;
  }

  lookup(name: string, key: string, value: string): readonly TableItem[] | undefined {
    const column = this.column(key);
    if (name !== ITEM || column === undefined) return undefined;
    const rows = this.#rowsBy(column).get(value);
    return rows === undefined ? NONE : rows.map((row) => this.#item(row));
  }

  column(name: string): number | undefined {
    return this.#columns.get(name);
  }

  #item(row: number): TableItem {
    return (this.#items[row] ??= new TableItem(this, row));
  }

  #rowsBy(column: number): ReadonlyMap<string, readonly number[]> {
    const known = this.#lookups.get(column);
    if (known !== undefined) return known;
    const lookup = buildLookup(this.table.rows, column);
    this.#lookups.set(column, lookup);
    return lookup;
  }
}

function buildLookup(rows: Table['rows'], column: number): Map<string, number[]> {
  const lookup = new Map<string, number[]>();
  rows.forEach((cells, row) => {
    const cell = cells[column];
    if (cell === undefined) return;
    const same = lookup.get(cell);
    if (same === undefined) lookup.set(cell, [row]);
    else same.push(row);
  });
  return lookup;
}

class TableItem extends TableNode {
  readonly kind = 'element';
  readonly name = ITEM;
  // One-element arrays, ready to be the result of a step.
  readonly #cells: (readonly [TableCell])[] = [];

  constructor(
    readonly parent: TableRoot,
    readonly index: number,
  ) {
    super();
  }

  get children(): readonly XPathNode[] {
    return this.parent.table.columns.flatMap((_, column) => this.#cell(column));
  }

  get text(): string {
    return this.#texts.join('');
  }

  childrenNamed(name: string): readonly XPathNode[] {
    const column = this.parent.column(name);
    return column === undefined ? NONE : this.#cell(column);
  }

  get #texts(): Table['rows'][number] {
    return this.parent.table.rows[this.index]!;
  }

  #cell(column: number): readonly XPathNode[] {
    const text = this.#texts[column];
    if (text === undefined) return NONE;
    return (this.#cells[column] ??= [
      new TableCell(this, this.parent.table.columns[column]!, text),
    ]);
  }
}

class TableCell extends TableNode {
  readonly kind = 'element';
  readonly index = 0;
  readonly children = NONE;

  constructor(
    readonly parent: TableItem,
    readonly name: string,
    readonly text: string,
  ) {
    super();
  }

  override get value(): string {
    return this.text;
  }

  childrenNamed(): readonly XPathNode[] {
    return NONE;
  }
}
