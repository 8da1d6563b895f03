import type { Counts } from '../count/counts.ts';

/**
 * What is left to place of every protected count of one, two and three values, in flat arrays that a search can go
 * through millions of times. Values are numbered anew from 1 in each column, those that occur k times or more only; 0 is
 * blank and counts nowhere.
 */
export type Targets = {
  /** New numbers: how many a column has, the table's code of each (by number − 1), and protected counts by number. */
  readonly columns: readonly {
    readonly codes: readonly number[];
    readonly totals: Int32Array;
  }[];
  /** What was placed less what is asked for, for every pair and triple; `never` and above for what must not occur. */
  readonly off: Int32Array;
  /** What is asked for, by the same places; 0 for what must not occur. */
  readonly asked: Int32Array;
  /** Where the pairs of two columns begin, by `one · columns + other`, one < other; and triples alike, by three. */
  readonly pairs: Int32Array;
  readonly triples: Int32Array;
  readonly longest: 1 | 2 | 3;
};

/** Far more than any count can be, and far less than where adding would run over. */
export const never = 2 ** 29;

/** Cells that fit beside the rest of a run: a quarter of a gigabyte. */
const mostCells = 2 ** 26;

/** Counts rounded down to a multiple of k: what may be told. */
export function protectedCount(count: number, k: number): number {
  return count - (count % k);
}

/**
 * The targets of a table's counts; null where so many combinations are possible that they cannot be kept at once.
 * Only counts of at least k are looked at, and only rounded down. [RL-12]
 */
export function targetsOf(counts: Counts, k: number): Targets | null {
  const columns = Array.from({ length: counts.columns }, (_, column) => {
    const codes: number[] = [];
    const totals: number[] = [0];
    counts.marginal([column], (_of, [code = 0], count) => {
      if (count < k) return;
      codes.push(code);
      totals.push(protectedCount(count, k));
    });
    return { codes, totals: Int32Array.from(totals) };
  });
  const width = columns.map(({ codes }) => codes.length + 1);
  const longest = Math.min(3, counts.length) as Targets['longest'];
  const { pairs, triples, cells } = places(width, longest);
  if (cells > mostCells) return null;
  const off = new Int32Array(cells).fill(never);
  const asked = new Int32Array(cells);
  const number = columns.map(({ codes }) => new Map(codes.map((code, at) => [code, at + 1])));
  const n = columns.length;
  for (let length = 2; length <= longest; length += 1)
    counts.each(
      length,
      (of, values, count) => {
        const [a = 0, b = 0, c = 0] = of;
        const at = values.map((code, place) => number[of[place] ?? 0]?.get(code) ?? 0);
        const [u = 0, v = 0, w = 0] = at;
        const place =
          length === 2
            ? (pairs[a * n + b] ?? 0) + u * (width[b] ?? 0) + v
            : (triples[(a * n + b) * n + c] ?? 0) + (u * (width[b] ?? 0) + v) * (width[c] ?? 0) + w;
        asked[place] = protectedCount(count, k);
        off[place] = -(asked[place] ?? 0);
      },
      { least: k },
    );
  return { columns, off, asked, pairs, triples, longest };
}

function places(width: readonly number[], longest: number) {
  const n = width.length;
  const pairs = new Int32Array(n * n);
  const triples = new Int32Array(longest < 3 ? 0 : n * n * n);
  let cells = 0;
  for (let a = 0; a < n && longest > 1; a += 1)
    for (let b = a + 1; b < n; b += 1) {
      pairs[a * n + b] = cells;
      cells += (width[a] ?? 0) * (width[b] ?? 0);
      for (let c = b + 1; c < n && longest > 2; c += 1) {
        triples[(a * n + b) * n + c] = cells;
        cells += (width[a] ?? 0) * (width[b] ?? 0) * (width[c] ?? 0);
      }
    }
  return { pairs, triples, cells };
}
