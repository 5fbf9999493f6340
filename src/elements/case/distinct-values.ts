/**
 * The values of one column, row by row: each distinct one once, with the number of its value for each row. A column of villages has
 * few; what is to be done with every value is done once for each of them.
 */
export class DistinctValues<Value extends string | number> {
  readonly #numbers = new Map<Value, number>();
  readonly #rows: number[] = [];

  /** Adds the value of the next row. */
  add(value: Value): void {
    let number = this.#numbers.get(value);
    if (number === undefined) this.#numbers.set(value, (number = this.#numbers.size));
    this.#rows.push(number);
  }

  /** In the order in which they came. */
  get values(): Value[] {
    return [...this.#numbers.keys()];
  }

  /** By row: the number of its value in {@link values}. */
  get rows(): readonly number[] {
    return this.#rows;
  }
}
