import { countShareBounds } from '../../numeric/index.ts';

/** A figure with bounds that hold with 95 %, and of how many it is one; null where there is nothing to reckon from. */
export type Figure = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
} | null;

/** How many of some things are so, as they are met. */
export class Share {
  #n = 0;
  #hits = 0;

  add(so: boolean): void {
    this.#n += 1;
    if (so) this.#hits += 1;
  }

  take(other: Share): void {
    this.#n += other.#n;
    this.#hits += other.#hits;
  }

  figure(): Figure {
    if (this.#n === 0) return null;
    const { least, most } = countShareBounds(this.#hits, this.#n, 0.975);
    return { value: this.#hits / this.#n, low: least, high: most, n: this.#n };
  }
}

/** The mean of weighted values, as they are met: a weight of 1 for each gives the plain mean. */
export class Mean {
  #n = 0;
  #weight = 0;
  #weighted = 0;
  #weights = 0;
  #cross = 0;
  #squares = 0;

  add(value: number, weight: number): void {
    this.#n += 1;
    this.#weight += weight;
    this.#weighted += weight * value;
    this.#weights += weight * weight;
    this.#cross += weight * weight * value;
    this.#squares += weight * weight * value * value;
  }

  take(other: Mean): void {
    this.#n += other.#n;
    this.#weight += other.#weight;
    this.#weighted += other.#weighted;
    this.#weights += other.#weights;
    this.#cross += other.#cross;
    this.#squares += other.#squares;
  }

  /** With the bounds of a ratio's standard error: what the values lie off the mean, each with its weight. */
  figure(): Figure {
    if (this.#weight === 0) return null;
    const value = this.#weighted / this.#weight;
    const off = this.#squares - 2 * value * this.#cross + value * value * this.#weights;
    const reach = (1.96 * Math.sqrt(Math.max(0, off))) / this.#weight;
    return { value, low: Math.max(0, value - reach), high: value + reach, n: this.#n };
  }
}
