import { deviation, extremes, mean, present, ranks, type Column } from './column.ts';
import type { Node } from './meta.ts';
import type { Normalisation } from './method.ts';

/** What a normalisation needs to know beside the values. */
export type Beside = {
  readonly node: Pick<Node, 'direction' | 'target' | 'goalposts'>;
  readonly units: readonly string[];
  /** What the scale is taken from, where that is not the column itself: an earlier period, or all of them. */
  readonly base?: { readonly column: Column; readonly units: readonly string[] } | undefined;
};

/** Why an indicator could not be normalised. */
export type NotNormalised =
  | 'target-missing'
  | 'goalposts-missing'
  | 'unit-unknown'
  | 'reference-missing'
  | 'ranks-have-no-base'
  | 'ends-do-not-rise'
  | 'greatest-not-positive';

/**
 * Brings an indicator to a scale on which more is better. A missing value stays missing. With no spread there is
 * nothing to tell units apart by, and every value lies in the middle of its scale. [CO-4] [CO-5] On a base that is not
 * the column itself values may pass the ends of the scale, and ranks are not defined. [CO-23]
 *
 * Holds: for min-max, z-score, ranks and distances the order of units is kept (or, for direction −1, turned).
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5; formulas as in COINr 1.1.
 */
export function normalised(
  column: Column,
  how: Normalisation,
  { node, units, base }: Beside,
): Column | NotNormalised {
  const turned = (each: Column) => (node.direction === 1 ? each : each.map((value) => -value));
  const x = turned(column);
  const from = base === undefined ? x : turned(base.column);
  switch (how.method) {
    case 'none':
      return x;
    case 'minmax':
      return minMax(x, how.range, from);
    case 'zscore':
      return standardised(x, how.mean, how.deviation, from);
    case 'rank':
      return base === undefined ? ranks(x) : 'ranks-have-no-base';
    case 'borda':
      return base === undefined ? ranks(x).map((rank) => rank - 1) : 'ranks-have-no-base';
    case 'prank':
      return base === undefined ? shareBelow(x) : 'ranks-have-no-base';
    case 'dist2max':
      return minMax(x, [0, 1], from);
    case 'fracmax':
      return fractionOfMaximum(column, base?.column ?? column, node.direction);
    case 'scaled':
      return how.from === how.to ? 'ends-do-not-rise' : scaled(x, how, node.direction);
    case 'dist2ref':
      return toReference(x, from, (base?.units ?? units).indexOf(how.unit), how.cap);
    case 'dist2targ':
      return node.target === null
        ? 'target-missing'
        : toTarget(x, from, node.target * node.direction, how.cap);
    case 'goalposts':
      if (node.goalposts === null) return 'goalposts-missing';
      return node.goalposts.low < node.goalposts.high
        ? betweenPosts(column, node.goalposts, node.direction)
        : 'ends-do-not-rise';
    case 'categorical':
      return inBands(column, how.ends, how.scores);
  }
}

function minMax(x: Column, [low, high]: readonly [number, number], from: Column): Column {
  const found = extremes(from);
  if (found === null) return x;
  const { least, most } = found;
  if (least === most) return x.map((value) => (Number.isNaN(value) ? value : (low + high) / 2));
  return x.map((value) => ((value - least) / (most - least)) * (high - low) + low);
}

function standardised(x: Column, middle: number, spread: number, from: Column): Column {
  const [at, by] = [mean(from), deviation(from)];
  if (!(by > 0)) return x.map((value) => (Number.isNaN(value) ? value : middle));
  return x.map((value) => ((value - at) / by) * spread + middle);
}

function shareBelow(x: Column): Column {
  const others = present(x).length - 1;
  return ranks(x).map((rank) =>
    Number.isNaN(rank) ? rank : others === 0 ? 0.5 : (rank - 1) / others,
  );
}

/**
 * The share of the greatest value; where less is better, what is left to it. Of use where values are not negative. All at
 * 0 lie in the middle; a greatest value under 0, or of 0 over negative ones, would turn the order and is refused.
 */
function fractionOfMaximum(
  column: Column,
  from: Column,
  direction: 1 | -1,
): Column | 'greatest-not-positive' {
  const { least, most } = extremes(from) ?? { least: 1, most: 1 };
  if (most < 0 || (most === 0 && least < 0)) return 'greatest-not-positive';
  return column.map((value) => {
    if (Number.isNaN(value)) return value;
    if (most === 0) return 0.5;
    return direction === 1 ? value / most : 1 - value / most;
  });
}

function scaled(
  x: Column,
  { from, to, factor }: { readonly from: number; readonly to: number; readonly factor: number },
  direction: 1 | -1,
): Column {
  const [low, high] = direction === 1 ? [from, to] : [-to, -from];
  return x.map((value) => ((value - low) / (high - low)) * factor);
}

function toReference(x: Column, from: Column, at: number, cap: boolean): Column | NotNormalised {
  const reference = from[at];
  if (reference === undefined) return 'unit-unknown';
  if (Number.isNaN(reference)) return 'reference-missing';
  return toTop(x, extremes(from)?.least ?? 0, reference, cap);
}

function toTarget(x: Column, from: Column, target: number, cap: boolean): Column {
  return toTop(x, extremes(from)?.least ?? 0, target, cap);
}

/**
 * 0 at the least value, 1 at the top that is named; beyond it more than 1, unless that is cut. A top that even the least
 * has reached tells nobody apart: all that have reached it have 1.
 */
function toTop(x: Column, least: number, top: number, cap: boolean): Column {
  return x.map((value) => {
    if (Number.isNaN(value)) return value;
    const share = top <= least ? (value >= top ? 1 : 0) : (value - least) / (top - least);
    return cap ? Math.min(share, 1) : share;
  });
}

function betweenPosts(
  column: Column,
  { low, high, scale, cut }: NonNullable<Node['goalposts']>,
  direction: 1 | -1,
): Column {
  const [from, to] = direction === 1 ? [low, high] : [high, low];
  return column.map((value) => {
    if (Number.isNaN(value)) return value;
    const share = (value - from) / (to - from);
    return (cut ? Math.min(Math.max(share, 0), 1) : share) * scale;
  });
}

/** The score of the first band whose upper end a value does not pass; the last score beyond all ends. */
function inBands(column: Column, ends: readonly number[], scores: readonly number[]): Column {
  return column.map((value) => {
    if (Number.isNaN(value)) return value;
    const at = ends.findIndex((end) => value <= end);
    return scores[at < 0 ? ends.length : at] ?? Number.NaN;
  });
}
