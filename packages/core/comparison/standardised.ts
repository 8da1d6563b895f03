import { byar, leastForByar, mustBe, type Interval } from './interval.ts';

/** What was counted among so many people of one age band, and how many the standard population has in it. */
export type Stratum = {
  readonly count: number;
  readonly population: number;
  readonly standard: number;
};

/**
 * A directly standardised rate per `factor` people (100,000 by default) with Dobson's interval, 95 % unless told:
 * what the rate would be if the place had the standard population's ages. Null where fewer than 10 were counted
 * in all: weights of single people would decide it. O(n). [CP-8]
 *
 * Holds: where all strata have one rate, that rate comes out; weights matter by their proportions only.
 *
 * Source: Dobson, Kuulasmaa, Eberle & Scherer, Confidence intervals for weighted sums of Poisson parameters (1991),
 * with Byar's limits for the total, as in PHEindicatormethods.
 *
 * @throws RangeError if a count or a standard is negative, a population is not over 0, no standard is over 0,
 * factor ≤ 0, or unless 0 < confidence < 1.
 */
export function directlyStandardised(
  strata: readonly Stratum[],
  { factor = 100_000, confidence = 0.95 }: { factor?: number; confidence?: number } = {},
): Interval | null {
  mustBe(factor > 0, 'factor', factor);
  const weights = sumOf(strata, ({ standard }) => checked(standard, 'standard'));
  mustBe(weights > 0, 'sum of the standard', weights);
  const total = sumOf(strata, ({ count }) => checked(count, 'count'));
  const weight = ({ standard, population }: Stratum) => standard / weights / above(population);
  const rate = sumOf(strata, (each) => weight(each) * each.count);
  const variance = sumOf(strata, (each) => weight(each) ** 2 * each.count);
  if (total < leastForByar) return null;
  const limits = byar(total, confidence);
  const scale = Math.sqrt(variance / total);
  return {
    value: rate * factor,
    low: (rate + scale * (limits.low - total)) * factor,
    high: (rate + scale * (limits.high - total)) * factor,
  };
}

function sumOf(strata: readonly Stratum[], part: (each: Stratum) => number): number {
  return strata.reduce((sum, each) => sum + part(each), 0);
}

function checked(value: number, name: string): number {
  mustBe(value >= 0, name, value);
  return value;
}

function above(population: number): number {
  mustBe(population > 0, 'population', population);
  return population;
}
