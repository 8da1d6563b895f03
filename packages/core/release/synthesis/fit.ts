import type { MadeRecords } from './best.ts';
import { never, type Targets } from './targets.ts';

/**
 * Records under construction, and how far their counts are from what is asked for. A record has a value in each
 * column, both by the targets' numbers; 0 is blank.
 */
export class Fit {
  readonly records: number;
  readonly targets: Targets;
  /** How much more the first of a combination is worth than one more of it. */
  firstOne = 5;
  /** What a combination costs that was not told of, where it may stay; 0 where it will be taken out. */
  penalty = 0;

  readonly #cells: Uint16Array | Uint32Array;
  readonly #columns: number;
  /** The values of a record that is looked at, rising. */
  readonly #held: Int32Array;
  readonly #found: Int32Array;
  /** The columns of the combination that was found last and must not occur, as far as `blames`; and those before it. */
  readonly #blamed = new Int32Array(4);
  readonly #suspects = new Int32Array(4);
  #blames = 0;
  /** What must not occur, one bit a place: small enough to be at hand always. */
  readonly #never: Uint32Array;

  constructor(targets: Targets, records: number) {
    const columns = targets.columns.length;
    const wide = targets.columnOf.length > 2 ** 16;
    this.targets = targets;
    this.records = records;
    this.#columns = columns;
    this.#cells = wide ? new Uint32Array(records * columns) : new Uint16Array(records * columns);
    this.#held = new Int32Array(columns);
    this.#found = new Int32Array(combinationsOfOne(columns, targets.longest));
    this.#never = neverIn(targets.off);
  }

  at(record: number, column: number): number {
    return this.#cells[record * this.#columns + column] ?? 0;
  }

  /** How many records more have a value than were asked for; fewer: less than nothing. */
  over(value: number): number {
    return this.targets.off[value] ?? 0;
  }

  /**
   * What giving a record this value would cost, its own value of that column set aside: each combination that there are
   * too few of counts −1, each of which there are enough 1, the first of its kind −`firstOne` more. What must not occur
   * counts `penalty`; with `strict` it is Infinity.
   */
  cost(record: number, column: number, value: number, strict = false): number {
    const { off, asked } = this.targets;
    const first = 1 + this.firstOne;
    const found = this.#walk(record, column, value, strict);
    if (found < 0) return Infinity;
    let sum = 0;
    for (let at = 0; at < found; at += 1) {
      const place = this.#found[at] ?? 0;
      const far = off[place] ?? 0;
      if (far >= never) sum += this.penalty;
      else if (far >= 0) sum += 1;
      else sum -= far === -(asked[place] ?? 0) ? first : 1;
    }
    return sum;
  }

  /** What taking a record's value out would cost: less than nothing where there are too many. */
  relief(record: number, column: number): number {
    const { off, asked } = this.targets;
    const first = 1 + this.firstOne;
    const found = this.#walk(record, column, this.at(record, column));
    let sum = 0;
    for (let at = 0; at < found; at += 1) {
      const place = this.#found[at] ?? 0;
      const far = off[place] ?? 0;
      if (far >= never) sum -= this.penalty;
      else if (far > 0) sum -= 1;
      else sum += far === 1 - (asked[place] ?? 0) ? first : 1;
    }
    return sum;
  }

  /**
   * Which of a record's columns stands in the way, where a value may not be given to it: with that one empty it may be.
   * Of two that would do it is the first; −1 where one alone is not enough. To be asked right after `cost` said Infinity.
   */
  inTheWay(record: number, column: number, value: number): number {
    const blamed = this.#blamed;
    for (let at = 0; at < this.#blames; at += 1) this.#suspects[at] = blamed[at] ?? 0;
    for (let at = 0, many = this.#blames; at < many; at += 1) {
      const way = this.#suspects[at] ?? 0;
      const cell = record * this.#columns + way;
      const held = this.#cells[cell] ?? 0;
      if (way === column) continue;
      this.#cells[cell] = 0;
      const free = this.#walk(record, column, value, true) >= 0;
      this.#cells[cell] = held;
      if (free) return way;
    }
    return -1;
  }

  /** How many combinations that must not occur a record's value is part of. */
  faults(record: number, column: number): number {
    const found = this.#walk(record, column, this.at(record, column));
    let sum = 0;
    for (let at = 0; at < found; at += 1)
      if ((this.targets.off[this.#found[at] ?? 0] ?? 0) >= never) sum += 1;
    return sum;
  }

  /**
   * What swapping two records' values of a column would cost, as if each record were changed by itself. Infinity where there
   * is nothing to swap, and with `strict` where what must not occur would come of it.
   */
  swapCost(one: number, other: number, column: number, strict = false): number {
    const [x, y] = [this.at(one, column), this.at(other, column)];
    if (x === y) return Infinity;
    const taken = this.cost(one, column, y, strict);
    if (taken === Infinity) return Infinity;
    const given = this.cost(other, column, x, strict);
    if (given === Infinity) return Infinity;
    return taken + given + this.relief(one, column) + this.relief(other, column);
  }

  /** Swaps two records' values of a column. */
  swap(one: number, other: number, column: number): void {
    const [x, y] = [this.at(one, column), this.at(other, column)];
    this.set(one, column, y);
    this.set(other, column, x);
  }

  /** Gives a record a value, or 0 to leave it blank. */
  set(record: number, column: number, value: number): void {
    const at = record * this.#columns + column;
    this.#count(record, column, this.#cells[at] ?? 0, -1);
    this.#cells[at] = value;
    this.#count(record, column, value, 1);
  }

  /** The records, with the codes of the table's columns. */
  made(): MadeRecords {
    const { columns, codeOf } = this.targets;
    const made = columns.map(() => new Uint32Array());
    for (const [column, { of }] of columns.entries())
      made[of] = Uint32Array.from(
        { length: this.records },
        (_, record) => codeOf[this.at(record, column)] ?? 0,
      );
    return { records: this.records, columns: made };
  }

  #count(record: number, column: number, value: number, by: number): void {
    if (value === 0) return;
    const { off } = this.targets;
    off[value] = (off[value] ?? 0) + by;
    const found = this.#walk(record, column, value);
    for (let at = 0; at < found; at += 1) {
      const place = this.#found[at] ?? 0;
      const far = off[place] ?? 0;
      if (far < never) off[place] = far + by;
    }
  }

  /** Writes down the columns of a combination that must not occur, given by places among what is held; −1. */
  #blame(...places: readonly number[]): -1 {
    this.#blames = places.length;
    for (let at = 0; at < places.length; at += 1)
      this.#blamed[at] = this.targets.columnOf[this.#held[places[at] ?? 0] ?? 0] ?? 0;
    return -1;
  }

  #mustNot(place: number): boolean {
    return (((this.#never[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  }

  /**
   * Writes down the places of this value with a record's others, by pairs, triples and fours as far as they are told of;
   * how many they are. With `strict` −1 as soon as one must not occur.
   *
   * At each depth the value itself is among those chosen, or it must still come.
   */
  #walk(record: number, column: number, value: number, strict = false): number {
    const { below, longest } = this.targets;
    if (value === 0 || longest === 1) return 0;
    const [held, found] = [this.#held, this.#found];
    const base = record * this.#columns;
    let holds = 0;
    let own = 0;
    for (let other = 0; other < this.#columns; other += 1) {
      const one = other === column ? value : (this.#cells[base + other] ?? 0);
      if (one === 0) continue;
      if (other === column) own = holds;
      held[holds] = one;
      holds += 1;
    }
    let many = 0;
    for (let a = 0; a <= own; a += 1) {
      const ofOne = below[held[a] ?? 0] ?? 0;
      const withA = a === own;
      const endB = withA ? holds : own + 1;
      for (let b = withA || longest > 2 ? a + 1 : own; b < endB; b += 1) {
        const pair = ofOne + (held[b] ?? 0);
        const withB = withA || b === own;
        if (withB) {
          if (strict && this.#mustNot(pair)) return this.#blame(a, b);
          found[many] = pair;
          many += 1;
        }
        if (longest === 2) continue;
        const ofTwo = below[pair] ?? 0;
        const endC = withB ? holds : own + 1;
        for (let c = withB || longest > 3 ? b + 1 : own; c < endC; c += 1) {
          const triple = ofTwo + (held[c] ?? 0);
          const withC = withB || c === own;
          if (withC) {
            if (strict && this.#mustNot(triple)) return this.#blame(a, b, c);
            found[many] = triple;
            many += 1;
          }
          if (longest === 3) continue;
          const ofThree = below[triple] ?? 0;
          const endD = withC ? holds : own + 1;
          for (let d = withC ? c + 1 : own; d < endD; d += 1) {
            const four = ofThree + (held[d] ?? 0);
            if (strict && this.#mustNot(four)) return this.#blame(a, b, c, d);
            found[many] = four;
            many += 1;
          }
        }
      }
    }
    return many;
  }
}

function neverIn(off: Int32Array): Uint32Array {
  const bits = new Uint32Array((off.length + 31) >>> 5);
  for (let place = 0; place < off.length; place += 1)
    if ((off[place] ?? 0) >= never)
      bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
  return bits;
}

/** How many combinations of two to `longest` values of different columns one value is in, at most. */
function combinationsOfOne(columns: number, longest: number): number {
  let [sum, ways] = [0, 1];
  for (let others = 1; others < longest; others += 1) {
    ways = (ways * Math.max(0, columns - others)) / others;
    sum += ways;
  }
  return sum;
}
