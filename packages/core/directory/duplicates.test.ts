import { expect, test } from 'vitest';
import { duplicates } from './duplicates.ts';

const named = (key: string, name: string, otherNames: readonly string[] = []) => ({
  ...{ key, name, otherNames, sector: 'other', area: null },
});

test('entries of one name, one other name, or one letter apart are pairs, the likeliest first', () => {
  const found = duplicates([
    named('a', 'Quay Women’s Refuge'),
    named('b', 'Harbour Aid', ['HA Trust']),
    named('c', 'Quay Womens Refudge'),
    named('d', 'HA Trust'),
    named('e', 'Something Else'),
  ]);
  expect(found).toEqual([
    { of: 'b', entry: 'd', score: 1, reason: 'known-as' },
    { of: 'a', entry: 'c', score: 0.95, reason: 'spelling' },
  ]);
});
