/** Numbers from 0, each in as many bytes as the largest needs. */
export type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/**
 * One value for each of many cases, as one text and tables of numbers: a tenth of the memory that a string for each
 * value takes, and IndexedDB hands it out as it is. Plain data.
 */
export interface PackedColumn {
  /** The values without anything between them; where there are codes, each distinct value once. */
  readonly texts: string;
  /** By value: where it ends in `texts`. */
  readonly ends: Numbers;
  /** By case: the number of its value from 1, 0 when it has none. `undefined` when case n has value n. */
  readonly codes: Numbers | undefined;
}

/** Packs the values of a column. */
export function packColumn(values: readonly (string | undefined)[]): PackedColumn {
  return isVaried(values) ? joined(values, undefined) : packDistinct(values);
}

/** True when every case has a value and hardly two have the same, as ids and names: a table of the distinct ones is vain. */
function isVaried(values: readonly (string | undefined)[]): values is readonly string[] {
  const sample = values.slice(0, SAMPLE);
  return new Set(sample).size > sample.length * VARIED && !values.includes(undefined);
}

const SAMPLE = 32;
const VARIED = 0.8;

function packDistinct(values: readonly (string | undefined)[]): PackedColumn {
  const numbers = new Map<string, number>();
  const codes = new Uint32Array(values.length);
  for (let n = 0; n < values.length; n += 1) {
    const value = values[n];
    if (value !== undefined) codes[n] = numberOf(value, numbers);
  }
  return joined([...numbers.keys()], narrow(codes, numbers.size));
}

function numberOf(value: string, numbers: Map<string, number>): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  numbers.set(value, numbers.size + 1);
  return numbers.size;
}

function joined(values: readonly string[], codes: Numbers | undefined): PackedColumn {
  const ends = new Uint32Array(values.length);
  let end = 0;
  for (let n = 0; n < values.length; n += 1) ends[n] = end += (values[n] as string).length;
  return { texts: values.join(''), ends: narrow(ends, end), codes };
}

function narrow(numbers: Uint32Array<ArrayBuffer>, largest: number): Numbers {
  if (largest < 2 ** 8) return Uint8Array.from(numbers);
  return largest < 2 ** 16 ? Uint16Array.from(numbers) : numbers;
}

/** Reads the values of a packed column. */
export class ColumnReader {
  readonly #column: PackedColumn;
  /** Where few values come again and again: each that was read, so that it is one string for all cases. */
  readonly #known: string[] | undefined;

  constructor(column: PackedColumn) {
    this.#column = column;
    const { ends, codes } = column;
    if (codes !== undefined && ends.length * SHARED <= codes.length) this.#known = [];
  }

  /** The value of a case; `undefined` when it has none. */
  at(n: number): string | undefined {
    const { codes } = this.#column;
    const value = codes === undefined ? n : (codes[n] as number) - 1;
    if (value < 0) return undefined;
    if (this.#known === undefined) return this.#text(value);
    return (this.#known[value] ??= this.#text(value));
  }

  /** Whether a case has exactly this value, without making a string of it. */
  is(n: number, text: string): boolean {
    const { texts, ends, codes } = this.#column;
    const value = codes === undefined ? n : (codes[n] as number) - 1;
    if (value < 0) return false;
    const start = value === 0 ? 0 : (ends[value - 1] as number);
    return ends[value] === start + text.length && texts.startsWith(text, start);
  }

  #text(value: number): string {
    const { texts, ends } = this.#column;
    return texts.slice(value === 0 ? 0 : ends[value - 1], ends[value]);
  }
}

/** On average so many cases share a value. */
const SHARED = 4;
