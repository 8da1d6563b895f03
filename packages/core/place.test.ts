import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeKey } from './place.ts';

test.each([
  ['Avon and Somerset Constabulary', 'avon and somerset'],
  ['Devon & Cornwall Police', 'devon and cornwall'],
  ['City of London Police', 'london'],
  ['London, City of', 'london'],
  ['Metropolitan Police Service', 'metropolitan'],
  ['Herefordshire, County of', 'herefordshire'],
  ['King’s Lynn and West Norfolk', 'kings lynn and west norfolk'],
  ['St. Helens', 'saint helens'],
  ['Ynys Môn', 'ynys mon'],
  ['Royal Borough of Kingston upon Thames', 'kingston upon thames'],
  ['Police', 'police'],
  ['東京都', '東京都'],
])('the key of %j is %j', (name, key) => {
  expect(placeKey(name)).toBe(key);
});

test('the key of a key is that key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(placeKey(placeKey(name))).toBe(placeKey(name));
    }),
  );
});
