import fc from 'fast-check';
import { expect, test } from 'vitest';
import reference from './concentrated.reference.json' with { type: 'json' };
import { deltaOf, epsilonOf, gaussianRho, gaussianVariance, rhoWithin } from './concentrated.ts';

function near(found: number, expected: number, parts = 1e-7): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(parts * Math.abs(expected));
}

test('[PR-4] the conversions agree with those of the authors of the method', () => {
  for (const [rho = 0, delta = 0, epsilon = 0] of reference.epsilon)
    near(epsilonOf(rho, delta), epsilon);
  for (const [epsilon = 0, delta = 0, rho = 0] of reference.rho)
    near(rhoWithin(epsilon, delta), rho);
  for (const [rho = 0, epsilon = 0, delta = 0] of reference.delta)
    near(deltaOf(rho, epsilon), delta);
});

const rhos = fc.double({ min: 1e-4, max: 20, noNaN: true });
const deltas = fc.double({ min: -12, max: -2, noNaN: true }).map((power) => 10 ** power);

test('[PR-4] the conversion is never worse than the closed form', () => {
  fc.assert(
    fc.property(rhos, deltas, (rho, delta) => {
      const closed = rho + 2 * Math.sqrt(rho * Math.log(1 / delta));
      expect(epsilonOf(rho, delta)).toBeLessThanOrEqual(closed * (1 + 1e-9));
    }),
    { numRuns: 60 },
  );
});

test('[PR-4] what a budget buys stays within the budget', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 20, noNaN: true }), deltas, (epsilon, delta) => {
      expect(deltaOf(rhoWithin(epsilon, delta), epsilon)).toBeLessThanOrEqual(delta);
    }),
    { numRuns: 60 },
  );
});

test('[PR-4] noise asked for by a budget costs that budget', () => {
  expect(gaussianRho(3, gaussianVariance(3, 0.25))).toBeCloseTo(0.25, 12);
  expect(gaussianRho(2, 8)).toBe(0.25);
});

test('[PR-4] nothing costs nothing; what is no budget is refused', () => {
  expect(epsilonOf(0, 1e-6)).toBe(0);
  expect(deltaOf(0, 0)).toBe(0);
  for (const delta of [0, 1, -1, Number.NaN]) {
    expect(() => epsilonOf(0.1, delta)).toThrow(RangeError);
    expect(() => rhoWithin(1, delta)).toThrow(RangeError);
  }
  expect(() => rhoWithin(0, 1e-6)).toThrow(RangeError);
  expect(() => deltaOf(-1, 1)).toThrow(RangeError);
  expect(() => gaussianVariance(0, 1)).toThrow(RangeError);
});
