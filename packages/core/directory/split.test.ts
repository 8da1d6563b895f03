import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitMembers } from './split.ts';

const texts = (cell: string) => splitMembers(cell).map(({ text }) => text);

describe('members as somebody typed them', () => {
  test.each([
    ['GLAA, HMRC; Red Cross', ['GLAA', 'HMRC', 'Red Cross']],
    ['Council (housing, licensing), Police', ['Council (housing, licensing)', 'Police']],
    ['Immigration (Crime, Borders, NHS', ['Immigration (Crime', 'Borders', 'NHS']],
    ['Police ; (also: Church, Fire (North, South))', ['Police', 'Church', 'Fire (North, South)']],
    ['Homeless Link. Shelter', ['Homeless Link', 'Shelter']],
    ['St. Anne’s Hospital, NHS.', ['St. Anne’s Hospital', 'NHS']],
    ['and Border Force,, ', ['Border Force']],
    ['', []],
    [' , ;', []],
  ])('%j', (cell, parts) => expect(texts(cell)).toEqual(parts));

  test('counts are taken off and kept', () => {
    expect(splitMembers('2 x Force DCs, Safety Partnerships x28')).toEqual([
      { text: 'Force DCs', count: 2, kind: 'name' },
      { text: 'Safety Partnerships', count: 28, kind: 'name' },
    ]);
  });

  test('links and sentences are told from names', () => {
    const kinds = splitMembers(
      'See www.coast.example.org; The board meets every month; Coast Council',
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['link', 'words', 'name']);
  });

  test('no letter is lost between plain separators', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{2,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(', ', '; ', '\n'),
        (words, by) => {
          const names = words.map((each, at) => `${each}${at}`);
          expect(texts(names.join(by))).toEqual(names);
        },
      ),
    );
  });
});
