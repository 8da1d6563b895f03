import { shuffled, type Words } from '../../privacy/index.ts';
import type { RestOfCounts } from './by-counts.ts';
import type { Fit } from './fit.ts';
import type { Column } from './targets.ts';

/**
 * Fills one column of all records, those before it being filled, each value exactly as often as is asked for. Who gets
 * which follows from the pairs with the columns before: what is left of each pair is drawn in proportion, so that pairs
 * come out nearly right. Combinations that must not occur may occur; they are taken out later.
 */
export function fill(fit: Fit, column: number, words: Words): void {
  const own = fit.targets.columns[column];
  if (own !== undefined) new ColumnDraw(fit, column, own).fill(words);
}

/** Grows records from one to before another, of what is left of the reported counts. Nothing in them must not occur. */
export function grow(fit: Fit, rest: RestOfCounts, from: number, end: number): void {
  const { numberOf, columnOf } = fit.targets;
  for (let record = from; record < end && rest.left > 0; record += 1)
    for (const told of rest.record()) {
      const value = numberOf[told] ?? 0;
      fit.set(record, columnOf[value] ?? 0, value);
    }
}

/** How much the pairs with m columns before count together, against m independent witnesses: they repeat each other. */
const trust = 1.6;

/** Draws the values of one column for all records. Values of a column count from 1 here, blank being 0. */
class ColumnDraw {
  readonly #fit: Fit;
  readonly #column: number;
  readonly #own: Column;
  readonly #before: readonly Column[];
  readonly #width: number;
  /** Of each value, blank first, how many are left to give; of each earlier column, how many records are left by value. */
  readonly #left: Float64Array;
  readonly #records: readonly Float64Array[];
  /** Of each earlier column, how many of each pair are left, by its value and the column's. */
  readonly #pairs: readonly Float64Array[];
  readonly #weights: Float64Array;
  readonly #product: Float64Array;

  constructor(fit: Fit, column: number, own: Column) {
    const { columns, asked, off } = fit.targets;
    this.#fit = fit;
    this.#column = column;
    this.#own = own;
    this.#before = columns.slice(0, column);
    this.#width = own.end - own.first + 1;
    this.#left = withBlank(asked.subarray(own.first, own.end), fit.records);
    this.#records = this.#before.map(({ first, end }) =>
      withBlank(
        asked.subarray(first, end).map((count, at) => count + (off[first + at] ?? 0)),
        fit.records,
      ),
    );
    this.#pairs = this.#before.map((other) => this.#pairsWith(other));
    this.#weights = new Float64Array(this.#width);
    this.#product = new Float64Array(this.#width);
  }

  fill(words: Words): void {
    const power = Math.min(1, trust / Math.sqrt(Math.max(1, this.#before.length)));
    const order = shuffled(
      Uint32Array.from({ length: this.#fit.records }, (_, record) => record),
      words,
    );
    for (const [done, record] of order.entries()) {
      const value = this.#drawn(record, this.#fit.records - done, power, words);
      this.#use(record, value);
      if (value > 0) this.#fit.set(record, this.#column, this.#own.first + value - 1);
    }
  }

  #drawn(record: number, remaining: number, power: number, words: Words): number {
    this.#weigh(record, remaining, power);
    const weights = this.#weights;
    let most = -Infinity;
    for (let value = 0; value < this.#width; value += 1) most = Math.max(most, weights[value] ?? 0);
    let sum = 0;
    for (let value = 0; value < this.#width; value += 1) {
      weights[value] = Math.exp((weights[value] ?? 0) - most);
      sum += weights[value] ?? 0;
    }
    let drawn = (words() / 2 ** 32) * sum;
    for (let value = 0; value < this.#width; value += 1) {
      drawn -= weights[value] ?? 0;
      if (drawn < 0) return value;
    }
    return 0;
  }

  /** The logarithms of the values' weights: how many are left of each, and how much likelier each pair makes it. */
  #weigh(record: number, remaining: number, power: number): void {
    const [weights, product, width] = [this.#weights, this.#product, this.#width];
    weights.fill(0);
    product.fill(1);
    for (let at = 0; at < this.#before.length; at += 1) {
      const other = this.#earlier(record, at);
      const pairs = this.#pairs[at] ?? noPairs;
      const usual = remaining / ((this.#records[at]?.[other] ?? 0) + some);
      for (let value = 0; value < width; value += 1) {
        const pair = Math.max(0, pairs[other * width + value] ?? 0) + some;
        product[value] = ((product[value] ?? 0) * pair * usual) / ((this.#left[value] ?? 0) + some);
      }
      // A logarithm for some factors together; of many the product would leave what numbers can be.
      if (at % together === together - 1 || at === this.#before.length - 1)
        for (let value = 0; value < width; value += 1) {
          weights[value] = (weights[value] ?? 0) + power * Math.log(product[value] ?? 0);
          product[value] = 1;
        }
    }
    for (let value = 0; value < width; value += 1)
      weights[value] = (weights[value] ?? 0) + Math.log((this.#left[value] ?? 0) / remaining);
  }

  #use(record: number, value: number): void {
    this.#left[value] = (this.#left[value] ?? 0) - 1;
    for (let at = 0; at < this.#before.length; at += 1) {
      const other = this.#earlier(record, at);
      const [records, pairs] = [this.#records[at], this.#pairs[at]];
      if (records !== undefined) records[other] = (records[other] ?? 0) - 1;
      const place = other * this.#width + value;
      if (pairs !== undefined) pairs[place] = (pairs[place] ?? 0) - 1;
    }
  }

  /** The value that a record has in an earlier column. */
  #earlier(record: number, at: number): number {
    const value = this.#fit.at(record, at);
    return value === 0 ? 0 : value - (this.#before[at]?.first ?? 0) + 1;
  }

  /** Pairs with an earlier column as they are asked for; what is left of a value over all its pairs goes with blank. */
  #pairsWith({ first, end }: Column): Float64Array {
    const { asked, below, longest } = this.#fit.targets;
    const [width, height] = [this.#width, end - first + 1];
    const table = new Float64Array(height * width);
    for (let u = 1; u < height; u += 1) {
      const row = (below[first + u - 1] ?? 0) + this.#own.first - 1;
      let rest = asked[first + u - 1] ?? 0;
      for (let v = 1; v < width && longest > 1; v += 1) {
        table[u * width + v] = asked[row + v] ?? 0;
        rest -= asked[row + v] ?? 0;
      }
      table[u * width] = Math.max(0, rest);
    }
    for (let v = 0; v < width; v += 1) {
      let rest = this.#left[v] ?? 0;
      for (let u = 1; u < height; u += 1) rest -= table[u * width + v] ?? 0;
      table[v] = Math.max(0, rest);
    }
    return table;
  }
}

/** Factors that are multiplied before a logarithm is taken. */
const together = 8;

const noPairs = new Float64Array();

/** Keeps what was never seen from being impossible, and division from nothing. */
const some = 0.3;

/** How often each value stands, blank first: what is left of all records. */
function withBlank(values: Int32Array, records: number): Float64Array {
  const blank = values.reduce((left, count) => left - count, records);
  return Float64Array.from([Math.max(0, blank), ...values]);
}
