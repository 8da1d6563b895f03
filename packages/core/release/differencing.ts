import { byCodePoint, type CodedColumn } from '../table/index.ts';
import { betweenPairs, pairText } from './combination.ts';
import type { Counts } from './count/counts.ts';
import { protectedCount } from './synthesis/targets.ts';

/** What a release shows: counts rounded down to a multiple of k, by combination; what is under k is not there. */
export type ShownCounts = {
  readonly k: number;
  /** Rows, rounded down to a multiple of k. */
  readonly rows: number;
  readonly counts: ReadonlyMap<string, number>;
};

/** What two releases of one register tell together that neither tells alone. */
export type Differencing = {
  /** At most so many rows were added from the one to the other, or taken away, as far as the totals tell. */
  readonly mostChanged: number;
  /** Which way, as far as the totals tell. */
  readonly way: 'added' | 'taken away';
  readonly compared: number;
  /** Combinations that are shown with another count, or only once. */
  readonly changed: number;
  /** Combinations whose true count is known more closely than to a span of k. */
  readonly narrowed: number;
  /** Combinations that one release leaves out, for fewer than k rows have them, and that are now known to be there. */
  readonly exposed: number;
  /** Combinations whose true count is known. */
  readonly exact: number;
  /** Combinations that cannot be if rows were only added, or only taken away: then the spans are no knowledge. */
  readonly contradicting: number;
  /** Those exposed first, then by how closely they are known. At most 100. */
  readonly listed: readonly Narrowed[];
};

/** From and to which count a reader of both knows each release's true one to be, both ends included. */
export type Narrowed = {
  readonly combination: string;
  readonly earlier: readonly [number, number];
  readonly now: readonly [number, number];
};

/**
 * Compares what two releases show of one growing, or shrinking, register. Whoever takes it that rows were only added, or only
 * taken away, knows how many at most from the totals, and so how far a count can have gone. Both true counts then lie in
 * spans that may be narrower than k, or tell that something left out is there. Nothing but released figures is
 * looked at. Combinations that hold a column or a value of one release only count as left out of the other. [RL-22]
 */
export function differencing(earlier: ShownCounts, now: ShownCounts): Differencing {
  const grown = now.rows >= earlier.rows;
  const [less, more] = grown ? [earlier, now] : [now, earlier];
  const mostChanged = more.rows + more.k - 1 - less.rows;
  const names = new Set([...earlier.counts.keys(), ...now.counts.keys()]);
  const found = { changed: 0, exact: 0, exposed: 0, contradicting: 0 };
  const narrowed: (Narrowed & { readonly exposed: boolean; readonly width: number })[] = [];
  for (const name of names) {
    const [low, high] = [less.counts.get(name) ?? 0, more.counts.get(name) ?? 0];
    if (low !== high) found.changed += 1;
    // What the one shows bounds the other: it has no fewer, and no more than were added.
    const under = [
      Math.max(low, high - mostChanged),
      Math.min(low + less.k, high + more.k) - 1,
    ] as const;
    const over = [
      Math.max(low, high),
      Math.min(high + more.k, low + less.k + mostChanged) - 1,
    ] as const;
    const [one, other] = [under[1] - under[0] + 1, over[1] - over[0] + 1];
    if (one < 1 || other < 1) {
      found.contradicting += 1;
      continue;
    }
    const exposed = (low === 0 && under[0] > 0) || (high === 0 && over[0] > 0);
    if (one >= less.k && other >= more.k && !exposed) continue;
    const width = Math.min(one, other);
    if (exposed) found.exposed += 1;
    if (width === 1) found.exact += 1;
    const [was, is] = grown ? [under, over] : [over, under];
    narrowed.push({ combination: name, earlier: was, now: is, exposed, width });
  }
  const order = (each: (typeof narrowed)[number]) => (each.exposed ? 0 : 1e6) + each.width;
  return {
    ...{ mostChanged, way: grown ? 'added' : 'taken away', compared: names.size },
    ...{ ...found, narrowed: narrowed.length },
    listed: narrowed
      .toSorted((a, b) => order(a) - order(b) || byCodePoint(a.combination, b.combination))
      .slice(0, mostListed)
      .map(({ combination, earlier: was, now: is }) => ({ combination, earlier: was, now: is })),
  };
}

const mostListed = 100;

/** How the combinations of two tables of made records differ. */
export type RecordsDiffering = {
  readonly onlyEarlier: number;
  readonly onlyNow: number;
  /** In both, with counts that differ by less than k. */
  readonly slightly: number;
  readonly same: number;
};

/** Compares the counts of two tables of made records, of the same columns and codes. [RL-22] */
export function recordsDiffering(earlier: Counts, now: Counts, k: number): RecordsDiffering {
  const found = { onlyEarlier: 0, onlyNow: 0, slightly: 0, same: 0 };
  for (let length = 1; length <= Math.min(earlier.length, now.length); length += 1) {
    earlier.each(length, (columns, values, count) => {
      const other = now.count(columns, values, length);
      if (other === 0) found.onlyEarlier += 1;
      else if (other === count) found.same += 1;
      else if (Math.abs(other - count) < k) found.slightly += 1;
    });
    now.each(length, (columns, values) => {
      if (earlier.count(columns, values, length) === 0) found.onlyNow += 1;
    });
  }
  return found;
}

/** What a release of these counts shows, of up to `longest` values (3 unless told: more would be too many to hold as text). */
export function shownCounts(
  counts: Counts,
  columns: readonly CodedColumn[],
  { k, longest = 3 }: { readonly k: number; readonly longest?: number },
): ShownCounts {
  const shown = new Map<string, number>();
  const texts = columns.map(({ name, values }) => values.map((value) => pairText(name, value)));
  for (let length = 1; length <= Math.min(counts.length, longest); length += 1)
    counts.each(
      length,
      (of, values, count) => {
        const pairs = of.map((column, at) => texts[column]?.[(values[at] ?? 0) - 1] ?? '');
        shown.set(named(pairs), protectedCount(count, k));
      },
      { least: k },
    );
  return { k, rows: protectedCount(counts.rows, k), counts: shown };
}

/** A combination's text in an order of its own, whatever order the table's columns are in: what two releases call it alike. */
export function nameOf(pairs: readonly (readonly [string, string])[]): string {
  return named(pairs.map(([column, value]) => pairText(column, value)));
}

function named(pairs: readonly string[]): string {
  return pairs.toSorted(byCodePoint).join(betweenPairs);
}
