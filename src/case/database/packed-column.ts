import { countOf, numberAt, packNumbers } from './packed-numbers.ts';
import type { PackedNumbers } from './packed-numbers.ts';

/**
 * One value for each of many cases, as texts: a tenth of the memory that a string for each
 * value takes, and IndexedDB hands it out as it is. Plain data.
 */
export interface PackedColumn {
  /** The values without anything between them; where there are codes, each distinct value once. */
  readonly texts: string;
  /** By value: where it ends in `texts`. */
  readonly ends: PackedNumbers;
  /** By case: the number of its value from 1, 0 when it has none. `undefined` when case n has value n. */
  readonly codes: PackedNumbers | undefined;
}

/** Packs the values of a column. */
export function packColumn(values: readonly (string | undefined)[]): PackedColumn {
  return isVaried(values) ? joined(values, undefined) : packDistinct(values);
}

/** True when every case has a value and hardly two have the same, as ids and names: a table of the distinct ones is vain. */
function isVaried(values: readonly (string | undefined)[]): values is readonly string[] {
  const size = Math.min(SAMPLE, values.length);
  let repeated = 0;
  for (let n = 0; n < size; n += 1) if (values.indexOf(values[n]) < n) repeated += 1;
  return repeated < size * REPEATED && !values.includes(undefined);
}

const SAMPLE = 8;
const REPEATED = 0.2;

function packDistinct(values: readonly (string | undefined)[]): PackedColumn {
  const numbers = new Map<string, number>();
  const codes = new Uint32Array(values.length);
  let [last, code]: [string | undefined, number] = [undefined, 0];
  for (let n = 0; n < values.length; n += 1) {
    const value = values[n];
    // In many columns nearly all are the same.
    if (value !== last) code = value === undefined ? 0 : numberOf(value, numbers);
    codes[n] = code;
    last = value;
  }
  return joined([...numbers.keys()], packNumbers(codes));
}

function numberOf(value: string, numbers: Map<string, number>): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  numbers.set(value, numbers.size + 1);
  return numbers.size;
}

function joined(values: readonly string[], codes: PackedNumbers | undefined): PackedColumn {
  const ends = new Uint32Array(values.length);
  let end = 0;
  for (let n = 0; n < values.length; n += 1) ends[n] = end += (values[n] as string).length;
  return { texts: textsOf(values), ends: packNumbers(ends), codes };
}

/** A text of its own: what was only cut out of a restore would keep all of that in memory. */
function textsOf(values: readonly string[]): string {
  const [only] = values;
  // One text joined is still the same one.
  return only !== undefined && values.length === 1 ? only.split('').join('') : values.join('');
}

/** Reads the values of a packed column. */
export class ColumnReader {
  readonly #column: PackedColumn;
  /** Where few values come again and again: each that was read, so that it is one string for all cases. */
  readonly #known: string[] | undefined;

  constructor(column: PackedColumn) {
    this.#column = column;
    const { ends, codes } = column;
    if (codes !== undefined && countOf(ends) * SHARED <= countOf(codes)) this.#known = [];
  }

  /** The value of a case; `undefined` when it has none. */
  at(n: number): string | undefined {
    const value = this.valueOf(n);
    return value < 0 ? undefined : this.textOf(value);
  }

  /** The number of a case's value from 0; -1 when it has none. */
  valueOf(n: number): number {
    const { codes } = this.#column;
    return codes === undefined ? n : numberAt(codes, n) - 1;
  }

  /** A value by its number. */
  textOf(value: number): string {
    if (this.#known === undefined) return this.#text(value);
    return (this.#known[value] ??= this.#text(value));
  }

  /** Whether a case has exactly this value, without making a string of it. */
  is(n: number, text: string): boolean {
    const value = this.valueOf(n);
    if (value < 0) return false;
    const { texts, ends } = this.#column;
    const start = this.#startOf(value);
    return numberAt(ends, value) === start + text.length && texts.startsWith(text, start);
  }

  #startOf(value: number): number {
    return value === 0 ? 0 : numberAt(this.#column.ends, value - 1);
  }

  #text(value: number): string {
    const { texts, ends } = this.#column;
    return texts.slice(this.#startOf(value), numberAt(ends, value));
  }
}

/** On average so many cases share a value. */
const SHARED = 4;
