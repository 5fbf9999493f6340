import type { CaseAttachment, CaseIndex } from '../case.ts';
import { CASE_FIELDS, readIndexShape } from './packed-cases.ts';
import type { CaseField, PackedCases } from './packed-cases.ts';
import { ColumnReader } from './packed-column.ts';

/** Reads packed cases, one value at a time. */
export class CaseBlock {
  readonly #packed: PackedCases;
  readonly #fields: Readonly<Record<CaseField, ColumnReader>>;
  readonly #indexShapes: ColumnReader;
  readonly #targets: readonly ColumnReader[];
  readonly #attachments: ColumnReader;
  /** By name; those that were asked for. */
  readonly #properties = new Map<string, ColumnReader | undefined>();
  /** Shapes that were read, by their text. */
  readonly #shapes = new Map<string, readonly Omit<CaseIndex, 'target'>[]>();

  constructor(packed: PackedCases) {
    this.#packed = packed;
    this.#fields = readers(packed.fields);
    this.#indexShapes = new ColumnReader(packed.indexShapes);
    this.#targets = packed.targets.map((column) => new ColumnReader(column));
    this.#attachments = new ColumnReader(packed.attachments);
  }

  get size(): number {
    return this.#packed.size;
  }

  field(name: CaseField, n: number): string {
    return this.#fields[name].at(n) ?? '';
  }

  /** The values of a field. */
  column(name: CaseField): ColumnReader {
    return this.#fields[name];
  }

  /** Whether case `n` has this id. */
  hasId(n: number, id: string): boolean {
    return this.#fields.caseId.is(n, id);
  }

  /** `undefined` for a property that the case does not have. */
  property(name: string, n: number): string | undefined {
    return this.propertyColumn(name)?.at(n);
  }

  /** The values of a property; `undefined` for one that no case of the block has. */
  propertyColumn(name: string): ColumnReader | undefined {
    let column = this.#properties.get(name);
    if (column === undefined && !this.#properties.has(name)) {
      column = this.#findProperty(name);
      this.#properties.set(name, column);
    }
    return column;
  }

  properties(n: number): Record<string, string> {
    const entries: [string, string][] = [];
    for (const [name] of this.#packed.properties) {
      const value = this.property(name, n);
      if (value !== undefined) entries.push([name, value]);
    }
    return Object.fromEntries(entries);
  }

  indices(n: number): readonly CaseIndex[] {
    const text = this.#indexShapes.at(n);
    if (text === undefined) return NO_INDICES;
    return this.#shape(text).map((shape, place) => ({
      ...shape,
      target: this.#targets[place]?.at(n) ?? '',
    }));
  }

  attachments(n: number): readonly CaseAttachment[] {
    return JSON.parse(this.#attachments.at(n) ?? '[]') as CaseAttachment[];
  }

  #findProperty(name: string): ColumnReader | undefined {
    const found = this.#packed.properties.find(([each]) => each === name);
    return found && new ColumnReader(found[1]);
  }

  #shape(text: string): readonly Omit<CaseIndex, 'target'>[] {
    const known = this.#shapes.get(text);
    if (known !== undefined) return known;
    const shape = readIndexShape(text);
    this.#shapes.set(text, shape);
    return shape;
  }
}

const NO_INDICES: readonly CaseIndex[] = [];

function readers(fields: PackedCases['fields']): Readonly<Record<CaseField, ColumnReader>> {
  const entries = CASE_FIELDS.map((name) => [name, new ColumnReader(fields[name])]);
  return Object.fromEntries(entries) as Record<CaseField, ColumnReader>;
}
