/**
 * Nodes waiting with a distance each, for a walk whose steps are all at least `least` and at most `most` long. They
 * come out by whole multiples of `least`: whoever is in one multiple cannot be made nearer by another of the same.
 * A node may wait several times; whoever takes it looks whether it is still wanted. Putting takes O(1); taking all,
 * O(n + greatest distance ÷ least).
 *
 * Source: Dinitz 1978, after Dial's buckets (1969).
 */
export class Buckets {
  readonly #ring: readonly number[][];
  readonly #least: number;
  #at = 0;
  #size = 0;

  constructor(least: number, most: number) {
    this.#least = least;
    this.#ring = Array.from({ length: Math.ceil(most / least) + 2 }, () => []);
  }

  get size(): number {
    return this.#size;
  }

  put(node: number, distance: number): void {
    // Sums of lengths often fall on a multiple, give or take their rounding: that must not part equals.
    const multiple = Math.floor(distance / this.#least + 1e-9);
    this.#ring[multiple % this.#ring.length]?.push(node);
    this.#size += 1;
  }

  /** Takes one of the nearest out. Asks for at least one. */
  take(): number {
    for (;;) {
      const node = this.#ring[this.#at]?.pop();
      if (node !== undefined) {
        this.#size -= 1;
        return node;
      }
      this.#at = this.#at + 1 === this.#ring.length ? 0 : this.#at + 1;
    }
  }

  /** For the next walk, which begins at distance 0 again. Asks that nobody waits. */
  reset(): void {
    this.#at = 0;
  }
}
