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

/** The mean of values of 0 to `most`, as they are met. */
export class Mean {
  readonly #most: number;
  #n = 0;
  #sum = 0;
  #squares = 0;

  constructor(most = Infinity) {
    this.#most = most;
  }

  add(value: number): void {
    this.#n += 1;
    this.#sum += value;
    this.#squares += value * value;
  }

  take(other: Mean): void {
    this.#n += other.#n;
    this.#sum += other.#sum;
    this.#squares += other.#squares;
  }

  figure(): Figure {
    const value = this.#sum / this.#n;
    return ratio(
      value,
      { n: this.#n, weight: this.#n, off: this.#squares - this.#sum * value },
      this.#most,
    );
  }
}

/** The mean of values of 0 to `most`, of which each has a weight, as they are met. */
export class WeightedMean {
  readonly #most: number;
  #n = 0;
  #weight = 0;
  #sum = 0;
  #weights = 0;
  #cross = 0;
  #squares = 0;

  constructor(most = Infinity) {
    this.#most = most;
  }

  add(value: number, weight: number): void {
    const weighted = weight * value;
    this.#n += 1;
    this.#weight += weight;
    this.#sum += weighted;
    this.#weights += weight * weight;
    this.#cross += weight * weighted;
    this.#squares += weighted * weighted;
  }

  take(other: WeightedMean): void {
    this.#n += other.#n;
    this.#weight += other.#weight;
    this.#sum += other.#sum;
    this.#weights += other.#weights;
    this.#cross += other.#cross;
    this.#squares += other.#squares;
  }

  figure(): Figure {
    const value = this.#sum / this.#weight;
    const off = this.#squares - 2 * value * this.#cross + value * value * this.#weights;
    return ratio(value, { n: this.#n, weight: this.#weight, off }, this.#most);
  }
}

/** A weighted mean with the bounds of a ratio's standard error, within 0 to `most`; `off` is Σ w² (v − mean)². */
function ratio(
  value: number,
  { n, weight, off }: { readonly n: number; readonly weight: number; readonly off: number },
  most: number,
): Figure {
  if (weight === 0) return null;
  const reach = (1.96 * Math.sqrt(Math.max(0, off))) / weight;
  return { value, low: Math.max(0, value - reach), high: Math.min(most, value + reach), n };
}
