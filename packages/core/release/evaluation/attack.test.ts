import { expect, test } from 'vitest';
import { attacked } from './attack.ts';

// By hand, with z² = 3.8415. Of 100 originals 80: Wilson's centre (80 + 1.9207) ÷ 103.8415 = 0.7889, reach
// 1.96 ÷ 103.8415 · √(16 + 0.9604) = 0.0777. Of 100 control 20: 0.2111, the same reach.
// Risk (0.7889 − 0.2111) ÷ 0.7889 = 0.7324; reach 0.0777 ÷ 0.7889 · √(1 + (0.2111 ÷ 0.7889)²) = 0.1020.
test('[RL-17] risk is what goes beyond the control, as a share of what the control leaves', () => {
  const found = attacked({
    originals: { hits: 80, n: 100 },
    control: { hits: 20, n: 100 },
    guesses: { hits: 10, n: 100 },
  });
  expect(found.originals?.value).toBe(0.8);
  expect(found.originals?.low).toBeCloseTo(0.7112, 3);
  expect(found.originals?.high).toBeCloseTo(0.8666, 3);
  expect(found.risk?.value).toBeCloseTo(0.7324, 3);
  expect(found.risk?.low).toBeCloseTo(0.7324 - 0.102, 3);
  expect(found.risk?.high).toBeCloseTo(0.7324 + 0.102, 3);
  expect(found.weak).toBe(false);
});

test('[RL-17] an attack no better than guessing is called weak, whatever its risk', () => {
  const tenth = { hits: 10, n: 100 };
  expect(attacked({ originals: tenth, control: { hits: 0, n: 100 }, guesses: tenth }).weak).toBe(
    true,
  );
});

test('[RL-17] where the control is attacked as well as the originals the risk is none, with bounds cut to 0 and 1', () => {
  const half = { hits: 50, n: 100 };
  const { risk } = attacked({ originals: half, control: { hits: 60, n: 100 }, guesses: half });
  expect(risk).toMatchObject({ value: 0, low: 0 });
  expect(risk?.high).toBeLessThan(0.2);
});

test('[RL-17] without a control, or without an attack, there is no risk to tell', () => {
  const half = { hits: 50, n: 100 };
  expect(attacked({ originals: half, control: null, guesses: half }).risk).toBeNull();
  const none = { hits: 0, n: 0 };
  expect(attacked({ originals: none, control: none, guesses: none })).toEqual({
    ...{ originals: null, control: null, guesses: null, risk: null, weak: true },
  });
});
