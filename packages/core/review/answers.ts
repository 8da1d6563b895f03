import type { GradeCounts } from './profile.ts';
import type { Rating } from './rating.ts';

/** What was answered to one indicator. `values` holds one value an agency (NaN where it gave none). */
export type IndicatorAnswers = {
  readonly values: Float64Array;
  readonly raters: ReadonlySet<string>;
  readonly notApplicable: number;
  readonly dontKnow: number;
  readonly grades: GradeCounts;
};

/** All answers of a review. Agencies stand in the order of their names, so the order of the ratings tells nothing. */
export type Answers = {
  readonly agencies: readonly string[];
  readonly raters: ReadonlySet<string>;
  readonly to: (indicator: string) => IndicatorAnswers;
};

/**
 * Sorts ratings by indicator and averages each agency's raters. O(n log n). [RV-1] [RV-2]
 *
 * @throws RangeError if one rater answers an indicator twice or speaks for two agencies.
 */
export function answersOf(ratings: readonly Rating[]): Answers {
  const agencyOf = new Map<string, string>();
  for (const { rater, agency } of ratings) {
    if ((agencyOf.get(rater) ?? agency) !== agency)
      throw new RangeError(`rater ${rater} speaks for two agencies`);
    agencyOf.set(rater, agency);
  }
  const agencies = [...new Set(agencyOf.values())].sort();
  const index = new Map(agencies.map((agency, at) => [agency, at]));
  const given = new Map<string, Rating[]>();
  for (const rating of ratings) {
    const before = given.get(rating.indicator);
    if (before) before.push(rating);
    else given.set(rating.indicator, [rating]);
  }
  const found = new Map([...given].map(([code, each]) => [code, answersTo(each, index)]));
  const none = answersTo([], index);
  return {
    agencies,
    raters: new Set(agencyOf.keys()),
    to: (indicator) => found.get(indicator) ?? none,
  };
}

/** An answer as a number; NaN for "not applicable" and "don't know". */
export function pointOf(answer: Rating['answer']): number {
  return answer === 'na' || answer === 'dk' ? NaN : Number(answer);
}

export const noGrades: GradeCounts = { A: 0, B: 0, C: 0, D: 0, none: 0 };

export function addGrades(a: GradeCounts, b: GradeCounts): GradeCounts {
  return { A: a.A + b.A, B: a.B + b.B, C: a.C + b.C, D: a.D + b.D, none: a.none + b.none };
}

function answersTo(
  ratings: readonly Rating[],
  index: ReadonlyMap<string, number>,
): IndicatorAnswers {
  const sums = new Float64Array(index.size);
  const counts = new Float64Array(index.size);
  const seen = new Set<string>();
  const raters = new Set<string>();
  const grades = { ...noGrades };
  let notApplicable = 0;
  let dontKnow = 0;
  for (const { rater, agency, indicator, answer, grade } of ratings) {
    if (seen.has(rater)) throw new RangeError(`rater ${rater} answers ${indicator} twice`);
    seen.add(rater);
    if (answer === 'na') notApplicable += 1;
    else if (answer === 'dk') dontKnow += 1;
    else {
      const at = index.get(agency) ?? 0;
      sums[at] = (sums[at] ?? 0) + Number(answer);
      counts[at] = (counts[at] ?? 0) + 1;
      raters.add(rater);
      grades[grade ?? 'none'] += 1;
    }
  }
  const values = sums.map((sum, at) => sum / (counts[at] ?? 0));
  return { values, raters, notApplicable, dontKnow, grades };
}
