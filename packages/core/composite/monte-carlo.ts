import { generator, sortedQuantile } from '../numeric/index.ts';
import { hair, ranksDown } from './column.ts';
import type { Model } from './draw.ts';

/** What the draws say of one unit. Ranks count from 1 for the greatest value. */
export type Standing = {
  readonly unit: string;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly rankMedian: number | null;
  /** The 5th and 95th hundredth of its ranks over the draws. */
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  /** In how many draws it has a value. */
  readonly draws: number;
};

/** Rank intervals over the first so many draws, by unit in their order. */
export type Running = {
  readonly draws: number;
  readonly rankLow: readonly (number | null)[];
  readonly rankHigh: readonly (number | null)[];
};

export type Draws = {
  readonly node: string;
  readonly standings: readonly Standing[];
  /**
   * Of two units, the share of draws in which the first is ahead, level counting half, among those in which both have a
   * value (0.5 where there is none): row by row, in the order of the units.
   */
  readonly ahead: Float64Array;
  readonly draws: number;
  /** Draws whose choices had no answer together; they are in no figure. */
  readonly unanswered: number;
  /** The intervals after each eighth of the draws: where they no longer move, more draws would tell nothing new. */
  readonly running: readonly Running[];
  readonly seed: number;
};

/**
 * Draws an index many times over what is uncertain about it. The same seed gives the same draws. `between` is called
 * now and then with the share done, and may stop it by answering false; what was drawn until then is given. [CO-10]
 */
export function monteCarlo(
  model: Model,
  draws: number,
  seed: number,
  between: (done: number) => boolean = () => true,
): Draws {
  const { next } = generator(seed).split('draws');
  const n = model.units.length;
  const values = model.units.map((): number[] => []);
  const places = model.units.map((): number[] => []);
  const [ahead, both] = [new Float64Array(n * n), new Float64Array(n * n)];
  let [answered, asked] = [0, 0];
  for (; asked < draws; asked += 1) {
    if (asked % 64 === 63 && !between(asked / draws)) break;
    const point = Array.from({ length: model.dimensions }, () => (next() + 0.5) / 2 ** 32);
    const drawn = model.at(point);
    if (drawn === null) continue;
    answered += 1;
    const order = ranksDown(drawn);
    const near = hair(drawn);
    for (let one = 0; one < n; one += 1) {
      const value = drawn[one] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      values[one]?.push(value);
      places[one]?.push(order[one] ?? Number.NaN);
      for (let other = 0; other < n; other += 1) {
        const beside = drawn[other] ?? Number.NaN;
        const at = one * n + other;
        if (Number.isNaN(beside)) continue;
        both[at] = (both[at] ?? 0) + 1;
        if (value > beside + near) ahead[at] = (ahead[at] ?? 0) + 1;
        else if (value >= beside - near) ahead[at] = (ahead[at] ?? 0) + 0.5;
      }
    }
  }
  return {
    node: model.node,
    standings: model.units.map((unit, at) => standing(unit, values[at] ?? [], places[at] ?? [])),
    ahead: ahead.map((count, at) => (both[at] === 0 ? 0.5 : count / (both[at] ?? 1))),
    ...{ draws: answered, unanswered: asked - answered, seed },
    running: eighths.map((share) => runningOver(places, share, answered)),
  };
}

const eighths = [1, 2, 3, 4, 5, 6, 7, 8].map((eighth) => eighth / 8);

function runningOver(
  places: readonly (readonly number[])[],
  share: number,
  answered: number,
): Running {
  const rising = places.map((each) =>
    Float64Array.from(each.slice(0, Math.ceil(each.length * share))).sort(),
  );
  return {
    draws: Math.ceil(answered * share),
    rankLow: rising.map((each) => sortedQuantile(each, 0.05)),
    rankHigh: rising.map((each) => sortedQuantile(each, 0.95)),
  };
}

/**
 * How far, at the most, an end of a unit's rank interval still moved over the last half of the draws: 0 or 1 says that
 * there were enough of them. Null without draws. [CO-10]
 */
export function stillMoving({ running }: Pick<Draws, 'running'>): number | null {
  const last = running.at(-1);
  const half = running[running.length / 2 - 1];
  if (last === undefined || half === undefined || last.draws === 0) return null;
  const moves = (['rankLow', 'rankHigh'] as const).flatMap((end) =>
    last[end].map((place, at) => Math.abs((place ?? 0) - (half[end][at] ?? 0))),
  );
  return Math.max(0, ...moves);
}

function standing(unit: string, values: readonly number[], places: readonly number[]): Standing {
  const [rising, order] = [values, places].map((each) => Float64Array.from(each).sort());
  const of = (sorted: Float64Array | undefined, share: number) =>
    sorted === undefined ? null : sortedQuantile(sorted, share);
  return {
    unit,
    ...{ median: of(rising, 0.5), low: of(rising, 0.05), high: of(rising, 0.95) },
    ...{ rankMedian: of(order, 0.5), rankLow: of(order, 0.05), rankHigh: of(order, 0.95) },
    draws: values.length,
  };
}

/** One unit is ahead of another where it is in at least this share of draws. */
export const surelyAhead = 0.95;

/** Can two units be told apart? By their places in the order of the units. [CO-10] */
export function areApart({ ahead, standings }: Draws, one: number, other: number): boolean {
  const n = standings.length;
  const share = ahead[one * n + other] ?? 0.5;
  return share >= surelyAhead || share <= 1 - surelyAhead;
}

/**
 * Units in groups that cannot be told apart from their first: the one that is ahead of others most often, with all that
 * it is not surely ahead of; then the same among those that are left. Units without a value are in none.
 */
export function groupsTogether(draws: Draws): readonly (readonly string[])[] {
  const groups: (readonly string[])[] = [];
  let left = inOrder(draws);
  for (let [first] = left; first !== undefined; [first] = left) {
    const own = first;
    const beside = left.filter((at) => at === own || !areApart(draws, own, at));
    groups.push(beside.map((at) => draws.standings[at]?.unit ?? ''));
    left = left.filter((at) => !beside.includes(at));
  }
  return groups;
}

/**
 * Units with a value by how often they are ahead of the others, their medians deciding where that is level. Medians
 * alone would not do: that of a unit with a value in some draws only is of other draws than the others'.
 */
function inOrder({ standings, ahead }: Draws): readonly number[] {
  const n = standings.length;
  const there = standings.flatMap(({ median }, at) => (median === null ? [] : [at]));
  const over = new Map(
    there.map((one) => [one, there.reduce((sum, at) => sum + (ahead[one * n + at] ?? 0), 0)]),
  );
  const median = (at: number) => standings[at]?.median ?? 0;
  return there.toSorted((a, b) => (over.get(b) ?? 0) - (over.get(a) ?? 0) || median(b) - median(a));
}
