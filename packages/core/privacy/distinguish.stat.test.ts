import { expect, test } from 'vitest';
import { generator } from '../numeric/index.ts';
import { epsilonOf } from './concentrated.ts';
import { epsilonSeen, rhoSeen } from './distinguish.ts';
import { discreteGaussian, discreteLaplace, drawable } from './noise.ts';

// Fixed seeds. Each bound is right with 99.9 %: the false-alarm rate of a test here is 1 in 1,000.
const confidence = 0.999;
const runs = 40_000;

function outputs(seed: number, truth: number, draw: (words: () => number) => number) {
  const words = generator(seed).next;
  return Array.from({ length: runs }, () => truth + draw(words));
}

test.each([0.5, 1, 2])(
  '[PR-6] the Laplace noise of ε %d is not seen above it, and nearly reached',
  (epsilon) => {
    const draw = (words: () => number) => discreteLaplace(2, epsilon * 2, words);
    const { epsilon: seen } = epsilonSeen(outputs(1, 10, draw), outputs(2, 11, draw), {
      ...{ delta: 0, confidence },
    });
    expect(seen).toBeLessThanOrEqual(epsilon);
    expect(seen).toBeGreaterThan(0.75 * epsilon);
  },
);

test('[PR-6] the Gaussian noise of a budget is not seen above it', () => {
  const variance = drawable(4);
  const draw = (words: () => number) => discreteGaussian(variance, words);
  const claimed = epsilonOf(1 / 8, 1e-3);
  const { epsilon: seen } = epsilonSeen(outputs(3, 10, draw), outputs(4, 11, draw), {
    ...{ delta: 1e-3, confidence },
  });
  expect(seen).toBeLessThanOrEqual(claimed);
  expect(seen).toBeGreaterThan(0.3 * claimed);
});

test('[PR-6] the ρ of Gaussian noise is not seen above what it costs, and half of it is', () => {
  const variance = drawable(4);
  const draw = (words: () => number) => discreteGaussian(variance, words);
  const { bound } = rhoSeen(outputs(11, 10, draw), outputs(12, 11, draw), {
    ...{ delta: 1e-6, confidence },
  });
  expect(bound).toBeLessThanOrEqual(1 / 8);
  expect(bound).toBeGreaterThan(0.5 / 8);
});

test('[PR-7] Gaussian noise of half the claimed width is caught at a small δ, where ε is too blunt', () => {
  const claimed = 1 / 32;
  const draw = (words: () => number) => discreteGaussian(drawable(4), words);
  const [one, other] = [outputs(13, 10, draw), outputs(14, 11, draw)];
  expect(rhoSeen(one, other, { delta: 1e-6, confidence }).bound).toBeGreaterThan(1.5 * claimed);
  const { epsilon } = epsilonSeen(one, other, { delta: 1e-6, confidence });
  expect(epsilon).toBeLessThan(epsilonOf(claimed, 1e-6));
});

test('[PR-6] what comes with a chance of δ alone is no sign of ρ', () => {
  const [delta, at] = [0.02, { confidence }];
  const told = (words: () => number) => (words() % 50 === 0 ? 1 : 0);
  const never = () => 0;
  const [one, other] = [outputs(15, 0, told), outputs(16, 0, never)];
  expect(rhoSeen(one, other, { ...at, delta }).bound).toBeLessThan(1e-4);
  expect(rhoSeen(one, other, { ...at, delta: 1e-6 }).bound).toBeGreaterThan(0.01);
});

test('[PR-7] noise of half the claimed width is caught', () => {
  const draw = (words: () => number) => discreteLaplace(1, 2, words);
  const { epsilon: seen } = epsilonSeen(outputs(5, 10, draw), outputs(6, 11, draw), {
    ...{ delta: 0, confidence },
  });
  expect(seen).toBeGreaterThan(1);
});

test('[PR-7] an output that only one side can give is caught', () => {
  const { epsilon: seen } = epsilonSeen(
    outputs(7, 0, (words) => (words() % 20 === 0 ? 1 : 0)),
    outputs(8, 0, () => 0),
    { delta: 1e-6, confidence },
  );
  expect(seen).toBeGreaterThan(4);
});

test('[PR-6] the same input on both sides tells nothing', () => {
  const draw = (words: () => number) => discreteLaplace(1, 1, words);
  const { epsilon: seen } = epsilonSeen(outputs(9, 5, draw), outputs(10, 5, draw), {
    ...{ delta: 0, confidence },
  });
  expect(seen).toBeLessThan(0.05);
});
