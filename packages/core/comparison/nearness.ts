import { mean } from '../numeric/index.ts';

/** What nearness is measured by: a quantity and how much it weighs, relative to the others. */
export type Yardstick = { readonly code: string; readonly weight: number };

/** A place with what is known of it, by the codes of the yardsticks. */
export type Measured = {
  readonly id: string;
  readonly values: Readonly<Record<string, number>>;
};

/** How far one place is from another, and which share of it (0 to 1) each yardstick makes; shares sum to 1. */
export type Nearness = {
  readonly id: string;
  readonly distance: number;
  readonly parts: readonly {
    readonly code: string;
    /** How many standard deviations the other place lies above this one; negative below. */
    readonly apart: number;
    readonly share: number;
  }[];
};

export type Neighbours = {
  /** The nearest first; as far as each other, by id. */
  readonly nearest: readonly Nearness[];
  /** Places that lack a value: they are not measured, and not taken for far away. */
  readonly unmeasured: readonly string[];
};

/**
 * How near places are by several quantities, each turned into standard deviations over all the places that have every
 * value: the root of the weighted mean of the squared differences. A quantity that is the same everywhere tells
 * nothing apart and adds 0; equal places are 0 apart, with shares of 0. Null where the place itself lacks a
 * value, or no yardstick weighs anything. O(places × yardsticks). [CP-17]
 *
 * Holds: distance is the same both ways; other units change nothing; neither does the scale of the weights.
 *
 * Source: CIPFA's and LG Inform's nearest neighbours are of this kind (standardised variables, squared distance); the
 * choice of variables and weights is the partnership's own.
 *
 * @throws RangeError if a weight is negative or not a number.
 */
export function neighbours(
  own: string,
  places: readonly Measured[],
  yardsticks: readonly Yardstick[],
): Neighbours | null {
  if (yardsticks.some(({ weight }) => !(weight >= 0))) throw new RangeError('a weight is negative');
  const total = yardsticks.reduce((sum, { weight }) => sum + weight, 0);
  const known = places.filter(({ values }) => yardsticks.every(({ code }) => code in values));
  const self = known.find(({ id }) => id === own);
  if (self === undefined || total === 0) return null;
  const scaled = yardsticks.map(({ code, weight }) => ({
    ...{ code, weight: weight / total },
    spread: deviation(known.map(({ values }) => values[code] ?? NaN)),
  }));
  return {
    nearest: known
      .filter(({ id }) => id !== own)
      .map((other) => nearness(self, other, scaled))
      .toSorted((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1)),
    unmeasured: places.filter((each) => !known.includes(each)).map(({ id }) => id),
  };
}

function nearness(
  self: Measured,
  other: Measured,
  scaled: readonly (Yardstick & { readonly spread: number })[],
): Nearness {
  const squares = scaled.map(({ code, weight, spread }) => {
    const gap = (other.values[code] ?? NaN) - (self.values[code] ?? NaN);
    const apart = spread === 0 ? 0 : gap / spread;
    return { code, apart, square: weight * apart ** 2 };
  });
  const sum = squares.reduce((total, { square }) => total + square, 0);
  const parts = squares.map(({ code, apart, square }) => ({
    ...{ code, apart },
    share: sum === 0 ? 0 : square / sum,
  }));
  return { id: other.id, distance: Math.sqrt(sum), parts };
}

/** The standard deviation of all the places there are (not of a sample of them). */
function deviation(values: readonly number[]): number {
  const middle = mean(values) ?? 0;
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)) ?? 0);
}
