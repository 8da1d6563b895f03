import type { ReportedTable } from './numbered.ts';

/**
 * A record that grows value by value, and the values that may be added to it: those offered that are reported with every
 * part of what it holds. The same one is used for record after record.
 */
export class Growth {
  /** The values that may be added, rising; the first as many as `listed` said last. */
  readonly open: Uint32Array;
  /** The entries of the record's parts by their length, from 1 at 0; the first `holds` of each. */
  readonly held: readonly Uint32Array[];
  readonly holds: Uint32Array;

  readonly #source: ReportedTable;
  /** One bit a value: those that are open, and those that may stand with the record. */
  readonly #bits: Uint32Array;
  readonly #both: Uint32Array;
  /** By how many values were held, a row of bits: what might stand with these. */
  readonly #were: Uint32Array;
  /** A row of bits for all values. */
  readonly #all: Uint32Array;
  /** By column a row of bits: the values of all others. */
  readonly #others: Uint32Array;

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
    this.#bits = new Uint32Array(reported.words);
    this.#both = new Uint32Array(reported.words);
    this.#were = new Uint32Array((columns + 1) * reported.words);
    this.#all = new Uint32Array(reported.words);
    for (let value = 0; value < reported.values; value += 1) setBit(this.#all, value);
    this.#others = othersOf(source);
  }

  /** Begins anew, with no value and nothing offered. */
  begin(): void {
    this.holds.fill(0);
    this.#both.set(this.#all);
    this.#bits.fill(0);
  }

  /** Offers the values of which there is something left. */
  offerAll(left: ArrayLike<number>): void {
    for (let value = 0; value < left.length; value += 1)
      if ((left[value] ?? 0) > 0) setBit(this.#bits, value);
  }

  /** Leaves a value open no more. */
  close(value: number): void {
    const word = value >>> 5;
    this.#bits[word] = (this.#bits[word] ?? 0) & ~(1 << (value & 31));
  }

  /** Writes into `open` which values are open; how many they are. */
  listed(): number {
    return listed(this.#bits, this.open);
  }

  /** Writes into `open` which values may stand with the record, offered or not; how many they are. */
  standing(): number {
    return listed(this.#both, this.open);
  }

  /** Adds a value that is open; what was offered and is not reported with it and all parts before is open no more. */
  add(value: number): void {
    const { reported, columnOf } = this.#source;
    this.#were.set(this.#both, (this.holds[0] ?? 0) * this.#both.length);
    for (let at = this.held.length - 1; at > 0; at -= 1) {
      const parts = this.held[at - 1] ?? none;
      const end = this.holds[at - 1] ?? 0;
      for (let part = 0; part < end; part += 1)
        this.#hold(at, reported.with(at, parts[part] ?? 0, value));
    }
    this.#hold(0, value);
    const [bits, both] = [this.#bits, this.#both];
    const row = (columnOf[value] ?? 0) * bits.length;
    for (let word = 0; word < bits.length; word += 1) {
      both[word] = (both[word] ?? 0) & (this.#others[row + word] ?? 0);
      bits[word] = (bits[word] ?? 0) & (both[word] ?? 0);
    }
  }

  /** Takes the last value out again that was added; what was open before it is not opened again. */
  undo(): void {
    const holding = (this.holds[0] ?? 0) - 1;
    const words = this.#both.length;
    for (let at = 0; at < this.holds.length; at += 1) this.holds[at] = choices(holding, at + 1);
    for (let word = 0; word < words; word += 1)
      this.#both[word] = this.#were[holding * words + word] ?? 0;
  }

  /** Whether a value is of a column where the record has none, and reported with every part of it that is short enough to be. */
  mayStand(value: number): boolean {
    return isSet(this.#both, value);
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

/** Writes the numbers of the bits that are set into `out`, rising; how many they are. */
function listed(bits: Uint32Array, out: Uint32Array): number {
  let many = 0;
  for (let word = 0; word < bits.length; word += 1)
    for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) {
      out[many] = 32 * word + 31 - Math.clz32(rest & -rest);
      many += 1;
    }
  return many;
}

function setBit(bits: Uint32Array, value: number): void {
  bits[value >>> 5] = (bits[value >>> 5] ?? 0) | (1 << (value & 31));
}

function isSet(bits: Uint32Array, value: number): boolean {
  return (((bits[value >>> 5] ?? 0) >>> (value & 31)) & 1) === 1;
}

function othersOf({ reported, columns, columnOf }: ReportedTable): Uint32Array {
  const others = new Uint32Array(columns * reported.words).fill(0xffffffff);
  for (const [value, column] of columnOf.entries()) {
    const at = column * reported.words + (value >>> 5);
    others[at] = (others[at] ?? 0) & ~(1 << (value & 31));
  }
  return others;
}

/** In how many ways `some` of `all` can be chosen. */
export function choices(all: number, some: number): number {
  let ways = 1;
  for (let at = 0; at < some; at += 1) ways = (ways * (all - at)) / (at + 1);
  return Math.max(0, Math.round(ways));
}
