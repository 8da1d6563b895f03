import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaBelow, countShareBounds } from './index.ts';

// R 4.2: pbeta and qbeta.
test('the incomplete beta function agrees with R', () => {
  for (const [x, a, b, below] of [
    [0.3, 2, 5, 0.579825],
    [0.9, 20, 3, 0.6200409384119032],
    [0.001, 0.5, 0.5, 0.02013504163337749],
    [0.5001, 1000, 1000, 0.5035677547066131],
  ] as const)
    expect(Math.abs(betaBelow(a, b, x) - below)).toBeLessThan(1e-10);
});

test('bounds on a share agree with R', () => {
  for (const [hits, least, most] of [
    [0, 0, 0.01827534035513623],
    [1, 0.0001265810278670183, 0.02754189845720556],
    [5, 0.008166166190842516, 0.05737435112684586],
    [50, 0.1916071696225865, 0.3159628333298691],
    [199, 0.9724581015427943, 0.999873418972133],
    [200, 0.9817246596448638, 1],
  ] as const) {
    const found = countShareBounds(hits, 200, 0.975);
    expect(Math.abs(found.least - least)).toBeLessThan(1e-10);
    expect(Math.abs(found.most - most)).toBeLessThan(1e-10);
  }
});

test('what was seen lies within its bounds, and seeing the reverse mirrors them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (tries, some) => {
      const hits = some % (tries + 1);
      const { least, most } = countShareBounds(hits, tries, 0.99);
      expect(least).toBeLessThanOrEqual(hits / tries);
      expect(most).toBeGreaterThanOrEqual(hits / tries);
      expect(countShareBounds(tries - hits, tries, 0.99).most).toBeCloseTo(1 - least, 9);
    }),
    { numRuns: 50 },
  );
});

test('what is no count of tries is refused', () => {
  for (const [hits, tries] of [
    [-1, 5],
    [6, 5],
    [0, 0],
    [1.5, 5],
  ] as const)
    expect(() => countShareBounds(hits, tries, 0.95)).toThrow(RangeError);
  expect(() => countShareBounds(1, 5, 1)).toThrow(RangeError);
  expect(() => betaBelow(0, 1, 0.5)).toThrow(RangeError);
});
