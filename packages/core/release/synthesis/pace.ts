import type { Watch } from '../count/count.ts';

/** How many records of so many are done; whether to stop is asked after some hundred. */
export class Pace {
  readonly #watch: Watch;
  readonly #total: number;
  #done = 0;
  #asked = -often;
  #stopped = false;

  constructor(watch: Watch, total: number) {
    this.#watch = watch;
    this.#total = total;
  }

  add(done: number): void {
    this.#done += done;
  }

  isStopped(): boolean {
    if (this.#stopped || this.#done - this.#asked < often) return this.#stopped;
    this.#asked = this.#done;
    this.#watch.seen?.(this.#done, this.#total);
    this.#stopped = this.#watch.stop?.() === true;
    return this.#stopped;
  }
}

/** After so many of all things the `at`th of so many parts begins, and the one before it ends. */
export function portion(all: number, at: number, parts: number): number {
  return Math.floor((all * at) / parts);
}

const often = 256;
