import type { Words } from '../../privacy/index.ts';
import { below } from './below.ts';
import type { Fit } from './fit.ts';

/** How a search goes on. */
export type Cooling = {
  /** Changes that are tried. */
  readonly tries: number;
  /** How much worse a change may make it to be taken one time in three, at first and at last. */
  readonly heat: readonly [first: number, last: number];
  /** What it costs that a value stands once less often than its total, against 1 for a combination. */
  readonly price: number;
  /** By what factor that grows for a value that is short from the first to the last; 1: not at all. */
  readonly rise: number;
};

/**
 * Brings records nearer to what is asked for by small changes drawn by chance, of which those that make it worse are taken
 * ever more rarely: values of a column swapped between two records, a value given to a record, with one other taken out
 * where the two may not stand together, a value taken out. What must not occur never comes to occur.
 */
export class Annealing {
  readonly #fit: Fit;
  readonly #cooling: Cooling;
  readonly #words: Words;
  readonly #columns: number;
  readonly #prices: Float64Array;
  /** Values that stand too rarely, each as often as it is missing. */
  readonly #short: number[] = [];
  #done = 0;
  #heat = 0;

  constructor(fit: Fit, cooling: Cooling, words: Words) {
    this.#fit = fit;
    this.#cooling = cooling;
    this.#words = words;
    this.#columns = fit.targets.columns.length;
    this.#prices = new Float64Array(fit.targets.columnOf.length).fill(cooling.price);
  }

  /** The whole search, in pieces between which it can be stopped. */
  pieces(): readonly (() => void)[] {
    const { tries } = this.#cooling;
    return Array.from({ length: Math.ceil(tries / piece) }, (_, at) => () => {
      for (const until = Math.min(tries, (at + 1) * piece); this.#done < until; this.#done += 1) {
        if (this.#done % sometimes === 0) this.#look();
        this.#change();
      }
    });
  }

  /** Cools down, sees what is missing, and raises the prices of that. */
  #look(): void {
    const { tries, heat, rise } = this.#cooling;
    const [first, last] = heat;
    this.#heat = first * (last / first) ** (this.#done / tries);
    this.#short.length = 0;
    for (let value = 1; value < this.#prices.length; value += 1) {
      const missing = -this.#fit.over(value);
      for (let one = 0; one < missing; one += 1) this.#short.push(value);
      if (missing > 0)
        this.#prices[value] = (this.#prices[value] ?? 0) * rise ** (sometimes / tries);
    }
  }

  #change(): void {
    const drawn = this.#words() / 2 ** 32;
    const record = below(this.#fit.records, this.#words);
    if (drawn < swapping) this.#swap(record, below(this.#columns, this.#words));
    else if (drawn < missing && this.#short.length > 0)
      this.#give(record, this.#short[below(this.#short.length, this.#words)] ?? 0);
    else if (drawn < giving) this.#give(record, 1 + below(this.#prices.length - 1, this.#words));
    else this.#take(record, below(this.#columns, this.#words));
  }

  #swap(one: number, column: number): void {
    const other = below(this.#fit.records, this.#words);
    const cost = this.#fit.swapCost(one, other, column, true);
    if (cost < Infinity && this.#taken(cost)) this.#fit.swap(one, other, column);
  }

  #give(record: number, value: number): void {
    const fit = this.#fit;
    const column = fit.targets.columnOf[value] ?? 0;
    const old = fit.at(record, column);
    if (old === value) return;
    let cost = fit.cost(record, column, value, true);
    const way = cost === Infinity ? fit.inTheWay(record, column, value) : column;
    if (way < 0) return;
    const out = way === column ? 0 : fit.at(record, way);
    let change = this.#more(value) + this.#less(old) + this.#less(out);
    if (out > 0) {
      change += fit.relief(record, way);
      fit.set(record, way, 0);
      cost = fit.cost(record, column, value, true);
    }
    change += cost + fit.relief(record, column);
    if (this.#taken(change)) fit.set(record, column, value);
    else if (out > 0) fit.set(record, way, out);
  }

  #take(record: number, column: number): void {
    const value = this.#fit.at(record, column);
    if (value === 0 || !this.#taken(this.#fit.relief(record, column) + this.#less(value))) return;
    this.#fit.set(record, column, 0);
  }

  /** What it costs that a value stands once more. */
  #more(value: number): number {
    const price = this.#prices[value] ?? 0;
    return this.#fit.over(value) < 0 ? -price : price;
  }

  /** What it costs that a value stands once less; blank costs nothing. */
  #less(value: number): number {
    if (value === 0) return 0;
    const price = this.#prices[value] ?? 0;
    return this.#fit.over(value) > 0 ? -price : price;
  }

  #taken(change: number): boolean {
    return change <= 0 || this.#words() / 2 ** 32 < Math.exp(-change / this.#heat);
  }
}

/** Of changes, in order: swaps; a value that is missing given; any value given; a value taken out. Shares add up. */
const [swapping, missing, giving] = [0.3, 0.8, 0.97];

/** After so many tries it is looked at what is missing. */
const sometimes = 2 ** 14;

/** Tries of a piece: a fraction of a second. */
const piece = 2 ** 17;
