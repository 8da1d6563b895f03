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

  constructor(targets: Targets, records: number) {
    const columns = targets.columns.length;
    this.targets = targets;
    this.records = records;
    this.#columns = columns;
    this.#cells = new Uint16Array(records * columns);
    this.placed = targets.columns.map(({ codes }) => new Int32Array(codes.length + 1));
    this.#ways = targets.columns.map((_, column) => waysOf(targets, column));
    this.#found = new Int32Array(columns * columns);
  }

  at(record: number, column: number): number {
    return this.#cells[record * this.#columns + column] ?? 0;
  }

  /**
   * What giving a record this value would cost, its own value of that column set aside: each combination that there are
   * too few of counts −1, each of which there are enough 1, the first of its kind −`firstOne` more.
   */
  cost(record: number, column: number, value: number): number {
    const { off, asked } = this.targets;
    const found = this.#walk(record, column, value);
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
    return this.#forbidden(this.#walk(record, column, this.at(record, column)));
  }

  /** Whether a record may have this value: no combination with its others must not occur. */
  may(record: number, column: number, value: number): boolean {
    return this.#forbidden(this.#walk(record, column, value)) === 0;
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

  #forbidden(found: number): number {
    let sum = 0;
    for (let at = 0; at < found; at += 1)
      if ((this.targets.off[this.#found[at] ?? 0] ?? 0) >= never) sum += 1;
    return sum;
  }

  /** Writes down where the pairs and triples of this value with a record's others stand; how many they are. */
  #walk(record: number, column: number, value: number): number {
    const { pairs, triples } = this.#ways[column] ?? noWays;
    const cells = this.#cells;
    const found = this.#found;
    const base = record * this.#columns;
    let many = 0;
    if (value === 0) return 0;
    for (let at = 0; at < pairs.length; at += 4) {
      const one = cells[base + (pairs[at] ?? 0)] ?? 0;
      if (one === 0) continue;
      found[many] =
        (pairs[at + 1] ?? 0) + one * (pairs[at + 2] ?? 0) + value * (pairs[at + 3] ?? 0);
      many += 1;
    }
    for (let at = 0; at < triples.length; at += 6) {
      const one = cells[base + (triples[at] ?? 0)] ?? 0;
      if (one === 0) continue;
      const other = cells[base + (triples[at + 1] ?? 0)] ?? 0;
      if (other === 0) continue;
      found[many] =
        (triples[at + 2] ?? 0) +
        one * (triples[at + 3] ?? 0) +
        other * (triples[at + 4] ?? 0) +
        value * (triples[at + 5] ?? 0);
      many += 1;
    }
    return many;
  }
}

/** How much more the first of a combination is worth than one more of it. */
const firstOne = 5;

/**
 * For one column, with which others it makes pairs (other, place, its stride, the column's) and triples (both others,
 * place, three strides).
 */
type Ways = { readonly pairs: Int32Array; readonly triples: Int32Array };

const noWays: Ways = { pairs: new Int32Array(), triples: new Int32Array() };

function waysOf({ columns, pairs, triples, longest }: Targets, column: number): Ways {
  const n = columns.length;
  const width = (of: number) => (columns[of]?.codes.length ?? 0) + 1;
  const others = columns.map((_, at) => at).filter((at) => at !== column);
  const pairWays = others.flatMap((other) => {
    const [a, b] = other < column ? [other, column] : [column, other];
    const stride = (of: number) => (of === a ? width(b) : 1);
    return [other, pairs[a * n + b] ?? 0, stride(other), stride(column)];
  });
  const tripleWays = others.flatMap((one, at) =>
    others.slice(at + 1).flatMap((other) => {
      const [a = 0, b = 0, c = 0] = [one, other, column].toSorted((x, y) => x - y);
      const stride = (of: number) => (of === a ? width(b) * width(c) : of === b ? width(c) : 1);
      const place = triples[(a * n + b) * n + c] ?? 0;
      return [one, other, place, stride(one), stride(other), stride(column)];
    }),
  );
  return {
    pairs: Int32Array.from(longest > 1 ? pairWays : []),
    triples: Int32Array.from(longest > 2 ? tripleWays : []),
  };
}
