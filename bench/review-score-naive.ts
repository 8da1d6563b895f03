import { indicatorsOf } from '@freehold/core/framework';
import { generator, mean, quantile, resampleCounts, weightedMean } from '@freehold/core/numeric';
import type { ReviewInput } from '@freehold/core/review';

export type NaiveInterval = { readonly score: number; readonly low: number; readonly high: number };

/**
 * The intervals of the topics of averaged levels by the plainest arithmetic: an object a cell, a list of the
 * agencies drawn, a mean over it for each indicator in each draw. The measure that the engine is held against;
 * one rater an agency, nothing agreed, nothing measured, coverage not looked at.
 */
export function naiveIntervals(input: ReviewInput): ReadonlyMap<string, NaiveInterval> {
  const draws = input.draws ?? 2000;
  const cells = input.ratings
    .filter(({ answer }) => answer !== 'na' && answer !== 'dk')
    .map(({ agency, indicator, answer }) => ({ agency, indicator, value: Number(answer) }));
  const agencies = [...new Set(input.ratings.map(({ agency }) => agency))].sort();
  const often = resampleCounts(generator(input.seed).split('agencies'), agencies.length, draws);
  const value = new Map(cells.map((cell) => [`${cell.indicator} ${cell.agency}`, cell.value]));
  const placed = indicatorsOf(input.framework).filter(
    ({ level, indicator }) => level.averaged && indicator.direction !== 'o',
  );
  const topics = [...new Set(placed.map(({ topic }) => topic))];
  const score = (topic: (typeof topics)[number], drawn: readonly string[]) =>
    weightedMean(
      placed
        .filter((each) => each.topic === topic)
        .flatMap(({ indicator }) => {
          const said = drawn.flatMap((agency) => value.get(`${indicator.code} ${agency}`) ?? []);
          const average = mean(said);
          return average === null ? [] : [{ value: average, weight: indicator.weight }];
        }),
    );
  const lists = Array.from({ length: draws }, (_, draw) =>
    agencies.flatMap((agency, at) =>
      Array.from({ length: often[draw * agencies.length + at] ?? 0 }, () => agency),
    ),
  );
  return new Map(
    topics.flatMap((topic) => {
      const own = score(topic, agencies);
      if (own === null) return [];
      const drawn = lists.flatMap((list) => score(topic, list) ?? []);
      const low = Math.min(quantile(drawn, 0.025) ?? own, own);
      const high = Math.max(quantile(drawn, 0.975) ?? own, own);
      return [[topic.code, { score: own, low, high }] as const];
    }),
  );
}
