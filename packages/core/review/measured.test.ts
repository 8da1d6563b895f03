import { expect, test } from 'vitest';
import { measuredScore } from './measured.ts';

const group = [10, 20, 30, 40, 50];
const at = (value: number, told = {}) => ({
  indicator: '1.1',
  value,
  period: '2023',
  group,
  ...told,
});

test('[RV-5] the fifth of the group, seen from the better end', () => {
  const scores = (direction: '+' | '-') =>
    group.map((value) => measuredScore({ direction, bands: [] }, at(value))?.score);
  expect(scores('+')).toEqual([0, 1, 2, 3, 4]);
  expect(scores('-')).toEqual([4, 3, 2, 1, 0]);
});

test('[RV-5] a group of four gives none', () => {
  const four = at(10, { group: [10, 20, 30, 40] });
  expect(measuredScore({ direction: '+', bands: [] }, four)).toBeNull();
});

test('[RV-6] bands decide without a group, and their line counts as reached', () => {
  const bands = [5, 10, 20, 40];
  const alone = (value: number) => at(value, { group: [] });
  const scores = (direction: '+' | '-', values: readonly number[]) =>
    values.map((value) => measuredScore({ direction, bands }, alone(value))?.score);
  expect(scores('+', [4.9, 5, 10, 39, 40])).toEqual([0, 1, 2, 3, 4]);
  expect(scores('-', [40.1, 40, 20, 5.1, 5])).toEqual([0, 1, 2, 3, 4]);
});

test('[RV-5] [RV-6] the recipe says which of the two, on what', () => {
  expect(measuredScore({ direction: '-', bands: [] }, at(10))?.recipe).toEqual({
    indicator: '1.1',
    by: 'quintile',
    value: 10,
    period: '2023',
    group: 5,
  });
  expect(measuredScore({ direction: '-', bands: [1, 2, 3, 4] }, at(10))?.recipe.by).toBe('bands');
});

test('[RV-7] a context indicator has no standing', () => {
  expect(measuredScore({ direction: 'o', bands: [] }, at(10))).toBeNull();
});

test('a value that is not finite is refused', () => {
  expect(() => measuredScore({ direction: '+', bands: [] }, at(Infinity))).toThrow(RangeError);
});
