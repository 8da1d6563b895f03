import { expect, test } from 'vitest';
import { generator, mean, resampleCounts } from '../numeric/index.ts';
import { rangeOf, topicDraws } from './interval.ts';

const seed = 20260801;
const trials = 4000;
const draws = 400;
const indicators = 5;

// How often an interval from n agencies holds what all agencies together would have said. Each made-up agency
// leans one way (a habit that it has in every answer) and differs a little from answer to answer.
function hold(agencies: number): number {
  const chance = generator(seed).split(`agencies ${agencies}`);
  let held = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const leaning = Array.from({ length: agencies }, () => chance.below(3));
    const rated = Array.from({ length: indicators }, () => ({
      weight: 1,
      values: Float64Array.from(leaning, (lean) => lean + chance.below(3)),
    }));
    const often = resampleCounts(chance, agencies, draws);
    const score = mean(rated.map(({ values }) => mean([...values]) ?? NaN)) ?? NaN;
    const range = rangeOf(topicDraws({ rated, fixed: [] }, often, agencies), score, 0.95);
    // Both parts run 0 to 2 evenly, so all agencies together say 2.
    if (range !== null && range.low <= 2 && range.high >= 2) held += 1;
  }
  return held / trials;
}

// The rules quote these shares. At three agencies the interval is about least to greatest, which for even
// answers without ties would hold the mean in 1 − 2 × (1/2)³ = 75 of 100 cases; ties on it add some. A share
// strays by two points about once in a hundred seeds; the seed is fixed.
test.each([
  [3, 0.79],
  [5, 0.85],
  [10, 0.9],
  [40, 0.94],
])(
  '[RV-13] from %d agencies an interval holds the long-run mean in about %d of cases',
  (n, share) => {
    expect(Math.abs(hold(n) - share)).toBeLessThan(0.02);
  },
);
