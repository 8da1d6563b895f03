import { never, type Targets } from './targets.ts';

/**
 * Records under construction, and how far their counts are from what is asked for. A record has a value in each
 * column, by the targets' numbers; 0 is blank.
 */
export class Fit {
  readonly records: number;
  readonly targets: Targets;
  /** How often each value stands in each column. */
  readonly placed: readonly Int32Array[];
  /** What a combination that must not occur costs, against 1 for one that is one too many. */
  penalty = 3;

  readonly #cells: Uint16Array;
  readonly #columns: number;
  readonly #ways: readonly Ways[];
  readonly #found: Int32Array;
  readonly #others: Int32Array;
  /** What must not occur, one bit a place: small enough to be at hand always. */
  readonly #never: Uint32Array;

  constructor(targets: Targets, records: number) {
    const columns = targets.columns.length;
    this.targets = targets;
    this.records = records;
    this.#columns = columns;
    this.#cells = new Uint16Array(records * columns);
    this.placed = targets.columns.map(({ codes }) => new Int32Array(codes.length + 1));
    this.#ways = targets.columns.map((_, column) => waysOf(targets, column));
    this.#found = new Int32Array(columns * columns);
    this.#others = new Int32Array(columns);
    this.#never = neverIn(targets.off);
  }

  at(record: number, column: number): number {
    return this.#cells[record * this.#columns + column] ?? 0;
  }

  /**
   * What giving a record this value would cost, its own value of that column set aside: each combination that there are
   * too few of counts −1, each of which there are enough 1, the first of its kind −`firstOne` more. With `strict` what must
   * not occur costs more than anything: Infinity.
   */
  cost(record: number, column: number, value: number, strict = false): number {
    const { off, asked } = this.targets;
    const found = this.#walk(record, column, value, strict);
    if (found < 0) return Infinity;
    let sum = 0;
    for (let at = 0; at < found; at += 1) {
      const place = this.#found[at] ?? 0;
      const far = off[place] ?? 0;
      if (far >= never) sum += this.penalty;
      else if (far >= 0) sum += 1;
      else sum -= far === -(asked[place] ?? 0) ? 1 + firstOne : 1;
    }
    return sum;
  }

  /** What taking a record's value out would cost: less than nothing where there are too many. */
  relief(record: number, column: number): number {
    const { off, asked } = this.targets;
    const found = this.#walk(record, column, this.at(record, column));
    let sum = 0;
    for (let at = 0; at < found; at += 1) {
      const place = this.#found[at] ?? 0;
      const far = off[place] ?? 0;
      if (far >= never) sum -= this.penalty;
      else if (far > 0) sum -= 1;
      else sum += far === 1 - (asked[place] ?? 0) ? 1 + firstOne : 1;
    }
    return sum;
  }

  /** How many combinations that must not occur a record's value is part of. */
  faults(record: number, column: number): number {
    const found = this.#walk(record, column, this.at(record, column));
    let sum = 0;
    for (let at = 0; at < found; at += 1)
      if ((this.targets.off[this.#found[at] ?? 0] ?? 0) >= never) sum += 1;
    return sum;
  }

  /** Gives a record a value, or 0 to leave it blank. */
  set(record: number, column: number, value: number): void {
    const at = record * this.#columns + column;
    this.#count(record, column, this.#cells[at] ?? 0, -1);
    this.#cells[at] = value;
    this.#count(record, column, value, 1);
  }

  #count(record: number, column: number, value: number, by: number): void {
    const placed = this.placed[column];
    if (placed !== undefined) placed[value] = (placed[value] ?? 0) + by;
    if (value === 0) return;
    const { off } = this.targets;
    const found = this.#walk(record, column, value);
    for (let at = 0; at < found; at += 1) {
      const place = this.#found[at] ?? 0;
      off[place] = (off[place] ?? 0) + by;
    }
  }

  #mustNot(place: number): boolean {
    return (((this.#never[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  }

  /**
   * Writes down where the pairs and triples of this value with a record's others stand; how many they are. With `strict`
   * −1 as soon as one must not occur.
   */
  #walk(record: number, column: number, value: number, strict = false): number {
    if (value === 0) return 0;
    const n = this.#columns;
    const { longest } = this.targets;
    const { pairs, triples } = this.#ways[column] ?? noWays;
    const [cells, found, others] = [this.#cells, this.#found, this.#others];
    const base = record * n;
    let held = 0;
    let many = 0;
    for (let other = 0; other < n && longest > 1; other += 1) {
      const one = cells[base + other] ?? 0;
      if (one === 0 || other === column) continue;
      others[held] = other;
      held += 1;
      const way = other * 3;
      const place = (pairs[way] ?? 0) + one * (pairs[way + 1] ?? 0) + value * (pairs[way + 2] ?? 0);
      if (strict && this.#mustNot(place)) return -1;
      found[many] = place;
      many += 1;
    }
    for (let at = 0; at < held && longest > 2; at += 1) {
      const first = others[at] ?? 0;
      const one = cells[base + first] ?? 0;
      for (let later = at + 1; later < held; later += 1) {
        const second = others[later] ?? 0;
        const way = (first * n + second) * 4;
        const place =
          (triples[way] ?? 0) +
          one * (triples[way + 1] ?? 0) +
          (cells[base + second] ?? 0) * (triples[way + 2] ?? 0) +
          value * (triples[way + 3] ?? 0);
        if (strict && this.#mustNot(place)) return -1;
        found[many] = place;
        many += 1;
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

/** How much more the first of a combination is worth than one more of it. */
const firstOne = 5;

/**
 * For one column where pairs with each other column stand (place, the other's stride, its own), and triples with each two
 * others, the earlier first (place, three strides).
 */
type Ways = { readonly pairs: Int32Array; readonly triples: Int32Array };

const noWays: Ways = { pairs: new Int32Array(), triples: new Int32Array() };

function waysOf({ columns, pairs, triples, longest }: Targets, column: number): Ways {
  const n = columns.length;
  const width = (of: number) => (columns[of]?.codes.length ?? 0) + 1;
  const pairWays = new Int32Array(3 * n);
  const tripleWays = new Int32Array(longest > 2 ? 4 * n * n : 0);
  for (let other = 0; other < n; other += 1) {
    if (other === column) continue;
    const [a, b] = other < column ? [other, column] : [column, other];
    const stride = (of: number) => (of === a ? width(b) : 1);
    pairWays.set([pairs[a * n + b] ?? 0, stride(other), stride(column)], 3 * other);
  }
  for (let one = 0; one < n && longest > 2; one += 1)
    for (let other = one + 1; other < n; other += 1) {
      if (one === column || other === column) continue;
      const [a = 0, b = 0, c = 0] = [one, other, column].toSorted((x, y) => x - y);
      const stride = (of: number) => (of === a ? width(b) * width(c) : of === b ? width(c) : 1);
      const place = triples[(a * n + b) * n + c] ?? 0;
      tripleWays.set([place, stride(one), stride(other), stride(column)], 4 * (one * n + other));
    }
  return { pairs: pairWays, triples: tripleWays };
}
