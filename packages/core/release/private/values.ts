/** Columns and numbers of values that go by one number; those of later columns by greater ones. */
export class Values {
  readonly columns: Int32Array;
  readonly numbers: Int32Array;
  readonly #first: readonly number[];

  /** @param widths Cells that columns have: values and blank. */
  constructor(widths: readonly number[]) {
    const many = widths.reduce((sum, width) => sum + width - 1, 0);
    this.#first = widths.map((_, column) =>
      widths.slice(0, column).reduce((sum, width) => sum + width - 1, 0),
    );
    this.columns = new Int32Array(many);
    this.numbers = new Int32Array(many);
    for (const [column, width] of widths.entries())
      for (let number = 1; number < width; number += 1) {
        const value = this.of(column, number);
        this.columns[value] = column;
        this.numbers[value] = number;
      }
  }

  of(column: number, number: number): number {
    return (this.#first[column] ?? 0) + number - 1;
  }
}
