import { expect, test } from 'vitest';
import { generator } from '../numeric/index.ts';
import { epsilonOf } from './concentrated.ts';
import { epsilonSeen } from './distinguish.ts';
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
