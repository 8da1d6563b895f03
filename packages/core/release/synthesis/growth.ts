import type { ReportedTable } from './numbered.ts';

/**
 * A record that grows value by value, and the values that may be added to it: those offered that are reported with every
 * part of what it holds. The same one is used for record after record.
 */
export class Growth {
  /** The values that may be added, in the order they were offered in; the first `opens` of them. */
  readonly open: Uint32Array;
  opens = 0;
  /** The entries of the record's parts by their length, from 1 at 0; the first `holds` of each. */
  readonly held: readonly Uint32Array[];
  readonly holds: Uint32Array;
  /** How many parts there were before the last value was added. */
  readonly before: Uint32Array;

  readonly #source: ReportedTable;
  /** By value, whether it is open: the turn it was offered in. */
  readonly #offered: Uint32Array;
  #turn = 0;
  /** The rows of bits of all that a value is added to, laid over each other. */
  readonly #both: Uint32Array;

  /** `longest`: parts of more values are not held; those of one value less than are reported always are. */
  constructor(source: ReportedTable, longest = source.reported.length) {
    const { reported, columns } = source;
    const lengths = Math.max(1, reported.length - 1, longest);
    this.#source = source;
    this.open = new Uint32Array(reported.values);
    this.held = Array.from(
      { length: lengths },
      (_, at) => new Uint32Array(choices(columns, at + 1)),
    );
    this.holds = new Uint32Array(lengths);
    this.before = new Uint32Array(lengths);
    this.#both = new Uint32Array(reported.words);
    this.#offered = new Uint32Array(reported.values);
  }

  /** Begins anew, with no value and nothing offered. */
  begin(): void {
    this.holds.fill(0);
    this.before.fill(0);
    this.#both.fill(0xffffffff);
    this.opens = 0;
    this.#turn += 1;
  }

  /** Offers the values of which there is something left. */
  offerAll(left: ArrayLike<number>): void {
    const { open } = this;
    for (let value = 0; value < left.length; value += 1) {
      if ((left[value] ?? 0) <= 0) continue;
      open[this.opens] = value;
      this.#offered[value] = this.#turn;
      this.opens += 1;
    }
  }

  offer(value: number): void {
    this.#offered[value] = this.#turn;
    this.open[this.opens] = value;
    this.opens += 1;
  }

  isOpen(value: number): boolean {
    return this.#offered[value] === this.#turn;
  }

  /** Leaves open only what passes. */
  leave(passes: (value: number) => boolean): void {
    const { open, opens } = this;
    const offered = this.#offered;
    this.#turn += 1;
    const turn = this.#turn;
    let left = 0;
    for (let at = 0; at < opens; at += 1) {
      const value = open[at] ?? 0;
      if (!passes(value)) continue;
      open[left] = value;
      offered[value] = turn;
      left += 1;
    }
    this.opens = left;
  }

  /** Adds a value that is open; what was offered and is not reported with it and all parts before is open no more. */
  add(value: number): void {
    const { reported, columnOf } = this.#source;
    this.before.set(this.holds);
    for (let at = this.held.length - 1; at > 0; at -= 1) {
      const parts = this.held[at - 1] ?? none;
      const end = this.before[at - 1] ?? 0;
      for (let part = 0; part < end; part += 1)
        this.#hold(at, reported.with(at, parts[part] ?? 0, value));
    }
    this.#hold(0, value);
    const column = columnOf[value];
    this.leave((other) => this.mayStand(other) && columnOf[other] !== column);
  }

  /** Whether a value is reported with every part of the record that is short enough to be. */
  mayStand(value: number): boolean {
    return (((this.#both[value >>> 5] ?? 0) >>> (value & 31)) & 1) === 1;
  }

  /** The record's values, in the order they were added in. */
  values(): number[] {
    const [values = none] = this.held;
    const copy: number[] = [];
    for (let at = 0; at < (this.holds[0] ?? 0); at += 1) copy.push(values[at] ?? 0);
    return copy;
  }

  #hold(at: number, entry: number): void {
    const { reported } = this.#source;
    const parts = this.held[at];
    const holds = this.holds[at] ?? 0;
    if (parts !== undefined) parts[holds] = entry;
    this.holds[at] = holds + 1;
    if (at + 1 >= reported.length) return;
    const bits = reported.bitsOf(at + 1);
    const row = reported.rowOf(entry);
    for (let word = 0; word < this.#both.length; word += 1)
      this.#both[word] = (this.#both[word] ?? 0) & (bits[row + word] ?? 0);
  }
}

const none = new Uint32Array();

/** In how many ways `some` of `all` can be chosen. */
function choices(all: number, some: number): number {
  let ways = 1;
  for (let at = 0; at < some; at += 1) ways = (ways * (all - at)) / (at + 1);
  return Math.max(0, Math.round(ways));
}
