import { ranksDown } from '../column.ts';
import type { IndexResult } from '../compute.ts';
import { spearman } from '../linear.ts';
import { areApart, type Draws } from '../monte-carlo.ts';
import { scoresOf } from './relation.ts';

/** One way of working an index out, with what it gave and, where it was drawn, how sure that is. */
export type Way = {
  readonly name: string;
  readonly result: IndexResult;
  readonly draws: Draws | null;
};

/** One unit under one way; null where it has no value, or was not drawn. */
export type Stand = {
  readonly score: number | null;
  readonly rank: number | null;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
};

export type Moved = {
  readonly unit: string;
  /** One for each way, in their order. */
  readonly stands: readonly Stand[];
  /** How many places it gains from the first way to each, in their order; negative where it loses. */
  readonly gains: readonly (number | null)[];
  /** The least and the greatest of its ranks. */
  readonly rankLeast: number | null;
  readonly rankMost: number | null;
};

export type Beside = {
  readonly node: string;
  readonly units: readonly Moved[];
  /** One for each way, against the first: how far units move, who moves most, and how alike the orders are. */
  readonly shifts: readonly Shift[];
};

export type Shift = {
  readonly name: string;
  readonly mean: number | null;
  readonly most: number | null;
  /** Units that move as far as that, when any does. */
  readonly movers: readonly string[];
  readonly spearman: number | null;
  /** Pairs of units that the way can tell apart, and all pairs; null where it was not drawn. */
  readonly apart: { readonly pairs: number; readonly of: number } | null;
};

/**
 * Sets ways of working an index out beside each other on one node: a change of one step, or whole methods. Units are
 * those of the first way; one that another way screens out has no rank there. [CO-19]
 *
 * @throws RangeError without any way, or for a node that one of them does not have.
 */
export function beside(ways: readonly Way[], node: string): Beside {
  const [first] = ways;
  if (first === undefined) throw new RangeError('nothing to set beside each other');
  const stands = ways.map((way) => standsOf(way, node));
  const units = first.result.units.map((unit): Moved => {
    const own = stands.map((each) => each.get(unit) ?? nowhere);
    const places = own.flatMap(({ rank }) => (rank === null ? [] : [rank]));
    const [before] = own;
    return {
      ...{ unit, stands: own },
      gains: own.map(({ rank }) => gain(before?.rank ?? null, rank)),
      rankLeast: places.length === 0 ? null : Math.min(...places),
      rankMost: places.length === 0 ? null : Math.max(...places),
    };
  });
  return { node, units, shifts: ways.map((way, at) => shiftOf(way, at, units)) };
}

const nowhere: Stand = { score: null, rank: null, rankLow: null, rankHigh: null };

function gain(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : before - after;
}

function standsOf({ result, draws }: Way, node: string): ReadonlyMap<string, Stand> {
  const column = scoresOf(result, node);
  const order = ranksDown(column);
  const drawn = new Map(draws?.standings.map((each) => [each.unit, each]));
  return new Map(
    result.units.map((unit, at) => {
      const score = result.scores.get(node)?.[at] ?? null;
      const { rankLow = null, rankHigh = null } = drawn.get(unit) ?? {};
      return [
        unit,
        { score, rank: score === null ? null : (order[at] ?? null), rankLow, rankHigh },
      ];
    }),
  );
}

function shiftOf({ name, draws }: Way, at: number, units: readonly Moved[]): Shift {
  const far = units.flatMap(({ unit, gains }) => {
    const gained = gains[at] ?? null;
    return gained === null ? [] : [{ unit, places: Math.abs(gained) }];
  });
  const most = far.reduce((so, { places }) => Math.max(so, places), 0);
  const ranksUnder = (way: number) =>
    Float64Array.from(units, ({ stands }) => stands[way]?.rank ?? Number.NaN);
  return {
    name,
    mean: far.length === 0 ? null : far.reduce((sum, { places }) => sum + places, 0) / far.length,
    most: far.length === 0 ? null : most,
    movers: far.flatMap(({ unit, places }) => (most > 0 && places === most ? [unit] : [])),
    spearman: spearman(ranksUnder(0), ranksUnder(at)),
    apart: draws === null ? null : pairsApart(draws),
  };
}

function pairsApart(draws: Draws): { readonly pairs: number; readonly of: number } {
  const placed = draws.standings.flatMap(({ median }, at) => (median === null ? [] : [at]));
  let pairs = 0;
  for (const [at, one] of placed.entries())
    for (const other of placed.slice(at + 1)) if (areApart(draws, one, other)) pairs += 1;
  return { pairs, of: (placed.length * (placed.length - 1)) / 2 };
}
