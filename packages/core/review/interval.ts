import { isUnder, quantileInPlace } from '../numeric/index.ts';

/** One score's range; both ends belong to it. */
export type Range = { readonly low: number; readonly high: number };

/** What a topic's score is made of: rows of agencies' values (NaN where none), and parts that no draw changes. */
export type TopicParts = {
  readonly rated: readonly { readonly values: Float64Array; readonly weight: number }[];
  readonly fixed: readonly { readonly score: number; readonly weight: number }[];
};

/**
 * A topic's score in every draw of agencies: `often` says, row after row, how often each agency was drawn.
 * NaN in a draw where no agency that answered was drawn and nothing is fixed. [RV-13]
 *
 * An indicator that nobody drawn has answered leaves that draw's mean, as an unanswered one leaves the score.
 * O(draws × cells), less where agencies answered the same indicators: those rows are summed once.
 */
export function topicDraws(parts: TopicParts, often: Float64Array, agencies: number): Float64Array {
  const draws = agencies === 0 ? 0 : often.length / agencies;
  const sums = new Float64Array(draws);
  const weights = new Float64Array(draws);
  for (const { who, values, weight } of sameAnswerers(parts.rated)) {
    for (let draw = 0; draw < draws; draw += 1) {
      let above = 0;
      let below = 0;
      for (let i = 0; i < who.length; i += 1) {
        const times = often[draw * agencies + (who[i] ?? 0)] ?? 0;
        above += times * (values[i] ?? 0);
        below += times;
      }
      if (below > 0) {
        sums[draw] = (sums[draw] ?? 0) + above / below;
        weights[draw] = (weights[draw] ?? 0) + weight;
      }
    }
  }
  const fixedSum = parts.fixed.reduce((sum, { score, weight }) => sum + score * weight, 0);
  const fixedWeight = parts.fixed.reduce((sum, { weight }) => sum + weight, 0);
  return sums.map((sum, draw) => (sum + fixedSum) / ((weights[draw] ?? 0) + fixedWeight));
}

/** The mean over topics in every draw; a topic without a score in a draw leaves that draw's mean. [RV-16] */
export function levelDraws(topics: readonly Float64Array[]): Float64Array {
  const draws = new Float64Array(topics[0]?.length ?? 0);
  for (let draw = 0; draw < draws.length; draw += 1) {
    let sum = 0;
    let count = 0;
    for (const topic of topics) {
      const value = topic[draw] ?? NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      count += 1;
    }
    draws[draw] = sum / count;
  }
  return draws;
}

/**
 * The middle 95 % of the draws, by quantiles of type 7, widened where needed to hold the score itself.
 * Null where no draw has a value. O(n). [RV-13] [RV-14]
 */
export function rangeOf(draws: Float64Array, score: number, level: number): Range | null {
  const found = draws.filter((value) => !Number.isNaN(value));
  const low = quantileInPlace(found, (1 - level) / 2);
  const high = quantileInPlace(found, (1 + level) / 2);
  if (low === null || high === null) return null;
  // Broken weights can carry a mean of fours a last digit over 4.
  return { low: Math.min(low, score), high: Math.min(4, Math.max(high, score)) };
}

/** Two scores that the evidence does not tell apart: their ranges meet, or one of them has none. [RV-15] */
export function cannotTellApart(a: Open, b: Open): boolean {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return true;
  return !isUnder(a.high, b.low) && !isUnder(b.high, a.low);
}

type Open = { readonly low: number | null; readonly high: number | null };

type Group = { readonly who: Int32Array; readonly values: Float64Array; readonly weight: number };

// Rows that the same agencies answered share their denominator, so their weighted values are added up front.
function sameAnswerers(rated: TopicParts['rated']): readonly Group[] {
  const patterns = rated.map(({ values }) => answerers(values).join());
  return [...new Set(patterns)].map((pattern) => {
    const rows = rated.filter((_, row) => patterns[row] === pattern);
    const who = Int32Array.from(answerers(rows[0]?.values ?? new Float64Array()));
    const values = Float64Array.from(who, (agency) =>
      rows.reduce((sum, row) => sum + row.weight * (row.values[agency] ?? 0), 0),
    );
    return { who, values, weight: rows.reduce((sum, { weight }) => sum + weight, 0) };
  });
}

function answerers(values: Float64Array): readonly number[] {
  return [...values.keys()].filter((at) => !Number.isNaN(values[at]));
}
