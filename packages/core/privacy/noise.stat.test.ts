import { expect, test } from 'vitest';
import { gammaBelow, generator } from '../numeric/index.ts';
import { bernoulliExp, uniform, type Words } from './chance.ts';
import { discreteGaussian, discreteLaplace, drawable } from './noise.ts';

// Fixed seeds; each test's false-alarm rate is `alpha`, over all of them under 2 in 10,000.
const alpha = 1e-5;
const draws = 1_000_000;

test.each([
  [0.3, 11],
  [1, 12],
  [37.5, 13],
  [2500, 14],
])(
  '[PR-1] discrete Gaussian noise of variance %d has the chances of its formula',
  (asked, seed) => {
    const variance = drawable(asked);
    const spread = 2 * (variance.units / variance.parts);
    fits(
      (words) => discreteGaussian(variance, words),
      (z) => Math.exp((-z * z) / spread),
      seed,
    );
  },
);

test.each([
  [1, 1, 21],
  [7, 2, 22],
  [90, 1, 23],
  [2, 5, 24],
])(
  '[PR-1] discrete Laplace noise of scale %d/%d has the chances of its formula',
  (scale, per, seed) => {
    fits(
      (words) => discreteLaplace(scale, per, words),
      (z) => Math.exp((-Math.abs(z) * per) / scale),
      seed,
    );
  },
);

test('[PR-1] a chance of e^(−x) comes that often, small and large', () => {
  const words = generator(31).next;
  for (const [a, b] of [
    [1, 3],
    [1, 1],
    [7, 2],
    [123, 1000],
  ] as const) {
    const share = Math.exp(-a / b);
    let hits = 0;
    for (let n = 0; n < draws; n += 1) hits += bernoulliExp(a, b, words) ? 1 : 0;
    const off = Math.abs(hits - draws * share) / Math.sqrt(draws * share * (1 - share));
    expect(off).toBeLessThan(4.6); // two-sided chance of more: 4e-6
  }
});

test('[PR-1] a uniform draw favours nobody, where the span is no multiple and above 2³²', () => {
  const words = generator(41).next;
  for (const n of [7, 1000, 2 ** 32 + 15]) {
    const bins = new Float64Array(7);
    for (let k = 0; k < draws; k += 1) {
      const bin = Math.floor((uniform(n, words) / n) * 7);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const width = (bin: number) => Math.ceil(((bin + 1) * n) / 7) - Math.ceil((bin * n) / 7);
    const off = bins.reduce((sum, seen, bin) => {
      const expected = (draws * width(bin)) / n;
      return sum + (seen - expected) ** 2 / expected;
    }, 0);
    expect(1 - gammaBelow(3, off / 2)).toBeGreaterThan(alpha);
  }
});

/** χ² over all values expected 20 times or more, the tails gathered, and Kolmogorov–Smirnov over the whole. */
function fits(draw: (words: Words) => number, weight: (z: number) => number, seed: number): void {
  const words = generator(seed).next;
  const seen = new Map<number, number>();
  for (let n = 0; n < draws; n += 1) {
    const z = draw(words);
    seen.set(z, (seen.get(z) ?? 0) + 1);
  }
  let far = 1;
  while (weight(far) > 1e-18) far *= 2;
  const values = Array.from({ length: 2 * far + 1 }, (_, at) => at - far);
  const whole = values.reduce((sum, z) => sum + weight(z), 0);
  let [square, kinds, tail, tailSeen, below, belowSeen, widest] = [0, 0, 0, 0, 0, 0, 0];
  for (const z of values) {
    const [expected, found] = [(draws * weight(z)) / whole, seen.get(z) ?? 0];
    below += expected;
    belowSeen += found;
    widest = Math.max(widest, Math.abs(below - belowSeen) / draws);
    if (expected < 20) [tail, tailSeen] = [tail + expected, tailSeen + found];
    else [square, kinds] = [square + (found - expected) ** 2 / expected, kinds + 1];
  }
  if (tail > 5) [square, kinds] = [square + (tailSeen - tail) ** 2 / tail, kinds + 1];
  expect(1 - gammaBelow((kinds - 1) / 2, square / 2)).toBeGreaterThan(alpha);
  // For whole numbers the Kolmogorov–Smirnov bound is on the safe side: 2 e^(−2 n d²).
  expect(2 * Math.exp(-2 * draws * widest * widest)).toBeGreaterThan(alpha);
}
