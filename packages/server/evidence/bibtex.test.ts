import { expect, test } from 'vitest';
import { bibtexText, readBibtex } from './bibtex.ts';

const shelf = `@string{jt = "J. Test"}
@comment{not an entry}
@article{a1,
  title = {The {UK} caf{\\'e} of {\\"o}l},
  author = {M{\\"u}ller, J. and Smith, Anna},
  year = 2020, journal = jt, doi = {10.1000/XYZ}, pages = {1--9}, keywords = {a, b}
}
@book{broken, title = {Without an end},
  author =
@techreport{c, author = {Nobody, K.}, year = 2001}
@book{d, title = {Whole again}, year = 1999}
`;

test('[EV-1] every entry is read or refused alone, with its row', () => {
  const found = readBibtex(shelf);
  expect(found.map(({ row }) => row)).toEqual([3, 8, 10, 11]);
  expect(found[0]).toMatchObject({
    reference: {
      ...{ type: 'article', title: 'The UK café of öl', authors: ['Müller, J.', 'Smith, Anna'] },
      ...{
        year: 2020,
        container: 'J. Test',
        doi: '10.1000/xyz',
        pages: '1–9',
        keywords: ['a', 'b'],
      },
    },
  });
  expect(found[1]).toMatchObject({ problems: [{ code: 'record-unreadable', where: { row: 8 } }] });
  expect(found[2]).toMatchObject({ problems: [{ code: 'title-missing', where: { row: 10 } }] });
  expect(found[3]).toMatchObject({ reference: { title: 'Whole again', type: 'book' } });
});

test('what is written is read back but for keywords, for which the format has no field', () => {
  const [first] = readBibtex(shelf);
  if (first === undefined || !('reference' in first)) throw new Error('nothing was read');
  const written = bibtexText([{ id: 's1', reference: first.reference }]);
  const full = { ...first.reference, keywords: [] };
  expect(readBibtex(written)).toMatchObject([{ reference: full }]);
});

test('nothing is nothing', () => {
  expect(readBibtex('')).toEqual([]);
  expect(readBibtex('a letter to nobody@home.example')).toEqual([]);
  expect(bibtexText([])).toBe('');
});
