import { checked, indicatorsOf, type Framework } from '@freehold/core/framework';
import { defaultFramework } from '@freehold/core/framework/shipped';
import { generator, median } from '@freehold/core/numeric';
import { Answer, reviewProfile, type Rating } from '@freehold/core/review';
import { naiveIntervals } from './review-score-naive.ts';

// Scores a full review: 119 indicators, 40 raters of 40 agencies, 2,000 draws. About 3 in 10 answers are "not
// applicable", "don't know" or missing, each agency's elsewhere, so that no two rows share their answerers.

const runs = 20;
const seed = 20260801;

const framework = shipped();
const ratings = madeRatings(framework, 40);
const input = { framework, profile: 'full', ratings, agreed: [], measured: [], seed };

const [cold = NaN, ...warm] = Array.from({ length: runs + 1 }, () =>
  milliseconds(() => reviewProfile(input)),
);
const fast = median(warm) ?? NaN;
const naive = milliseconds(() => naiveIntervals(input));

console.log(
  JSON.stringify({
    bench: 'review-score',
    indicators: indicatorsOf(framework).length,
    ratings: ratings.length,
    draws: 2000,
    medianMs: rounded(fast),
    leastMs: rounded(Math.min(...warm)),
    firstMs: rounded(cold),
    naiveMs: rounded(naive),
    timesFaster: rounded(naive / fast),
    sameIntervals: sameIntervals(),
  }),
);

function sameIntervals(): boolean {
  const slow = naiveIntervals(input);
  return reviewProfile(input).topics.every(({ code, score, low, high }) => {
    const found = slow.get(code);
    if (found === undefined || score === null) return score === null;
    return near(found.score, score) && near(found.low, low) && near(found.high, high);
  });
}

function near(a: number, b: number | null): boolean {
  return b !== null && Math.abs(a - b) < 1e-9;
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function shipped(): Framework {
  const found = checked(defaultFramework);
  if (!found.ok) throw new TypeError('the shipped framework is broken');
  return found.value;
}

function madeRatings(of: Framework, raters: number): readonly Rating[] {
  const chance = generator(seed).split('ratings');
  return Array.from({ length: raters }, (_, rater) => rater).flatMap((rater) =>
    indicatorsOf(of).flatMap(({ indicator }) => {
      const drawn = chance.below(8);
      const answer = Answer.options[drawn];
      if (answer === undefined) return [];
      const who = { rater: `rater ${rater}`, agency: `agency ${rater}` };
      return [{ ...who, indicator: indicator.code, answer, grade: null, confidence: null }];
    }),
  );
}
