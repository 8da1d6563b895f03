import { shuffled, type Words } from '../../privacy/index.ts';
import type { Fit } from './fit.ts';
import { never } from './targets.ts';

/**
 * Fills all records, column by column, each value exactly as often as is asked for. Who gets which follows from the
 * pairs with the columns before: what is left of each pair is drawn in proportion, so that pairs come out nearly right.
 * Combinations that must not occur may occur; they are taken out later.
 */
export function begin(fit: Fit, words: Words): void {
  const { columns } = fit.targets;
  const order = columns
    .map((_, column) => column)
    .toSorted((a, b) => (columns[b]?.codes.length ?? 0) - (columns[a]?.codes.length ?? 0));
  for (const [at, column] of order.entries())
    new ColumnDraw(fit, column, order.slice(0, at)).fill(words);
}

/** How much the pairs with m columns before count together, against m independent witnesses: they repeat each other. */
const trust = 1.6;

/** Draws the values of one column for all records. */
class ColumnDraw {
  readonly #fit: Fit;
  readonly #column: number;
  readonly #before: readonly number[];
  readonly #width: number;
  /** Of each value, blank first, how many are left to give; of each earlier column, how many records are left by value. */
  readonly #left: Float64Array;
  readonly #records: readonly Float64Array[];
  /** Of each earlier column, how many of each pair are left, by its value and the column's. */
  readonly #pairs: readonly Float64Array[];
  readonly #weights: Float64Array;
  readonly #product: Float64Array;

  constructor(fit: Fit, column: number, before: readonly number[]) {
    const { columns } = fit.targets;
    this.#fit = fit;
    this.#column = column;
    this.#before = before;
    this.#width = (columns[column]?.codes.length ?? 0) + 1;
    this.#left = withBlank(columns[column]?.totals ?? new Int32Array(1), fit.records);
    this.#records = before.map((other) =>
      withBlank(fit.placed[other]?.with(0, 0) ?? new Int32Array(1), fit.records),
    );
    this.#pairs = before.map((other) => this.#pairsWith(other));
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
      if (value > 0) this.#fit.set(record, this.#column, value);
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
      const other = this.#fit.at(record, this.#before[at] ?? 0);
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
      const other = this.#fit.at(record, this.#before[at] ?? 0);
      const [records, pairs] = [this.#records[at], this.#pairs[at]];
      if (records !== undefined) records[other] = (records[other] ?? 0) - 1;
      const place = other * this.#width + value;
      if (pairs !== undefined) pairs[place] = (pairs[place] ?? 0) - 1;
    }
  }

  /** Pairs with an earlier column as they are asked for; what is left of a value over all its pairs goes with blank. */
  #pairsWith(other: number): Float64Array {
    const { columns, pairs, asked, off } = this.#fit.targets;
    const [n, width] = [columns.length, this.#width];
    const ownTotals = columns[this.#column]?.totals ?? new Int32Array(1);
    const otherTotals = columns[other]?.totals ?? new Int32Array(1);
    const [a, b] = other < this.#column ? [other, this.#column] : [this.#column, other];
    const first = pairs[a * n + b] ?? 0;
    const table = new Float64Array(otherTotals.length * width);
    for (let u = 1; u < otherTotals.length; u += 1)
      for (let v = 1; v < width; v += 1) {
        const place = first + (other < this.#column ? u * width + v : v * otherTotals.length + u);
        table[u * width + v] = (off[place] ?? never) >= never ? 0 : (asked[place] ?? 0);
      }
    const sumOf = (places: readonly number[]) =>
      places.reduce((sum, place) => sum + (table[place] ?? 0), 0);
    const upTo = (count: number) => Array.from({ length: count - 1 }, (_, at) => at + 1);
    for (const u of upTo(otherTotals.length))
      table[u * width] = Math.max(
        0,
        (otherTotals[u] ?? 0) - sumOf(upTo(width).map((v) => u * width + v)),
      );
    for (const v of upTo(width))
      table[v] = Math.max(
        0,
        (ownTotals[v] ?? 0) - sumOf(upTo(otherTotals.length).map((u) => u * width + v)),
      );
    const blanks = withBlank(otherTotals, this.#fit.records)[0] ?? 0;
    table[0] = Math.max(0, blanks - sumOf(upTo(width)));
    return table;
  }
}

/** Factors that are multiplied before a logarithm is taken. */
const together = 8;

const noPairs = new Float64Array();

/** Keeps what was never seen from being impossible, and division from nothing. */
const some = 0.3;

function withBlank(totals: Int32Array, records: number): Float64Array {
  const left = Float64Array.from(totals);
  left[0] = Math.max(0, records - totals.reduce((sum, total) => sum + total, 0));
  return left;
}
