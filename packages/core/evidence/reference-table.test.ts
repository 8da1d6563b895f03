import { expect, test } from 'vitest';
import { records } from '../table/index.ts';
import { proposedColumns, referencesFromTable } from './reference-table.ts';

function read(text: string) {
  const table = records(text);
  return referencesFromTable(table.records, proposedColumns(table.columns));
}

test('columns are proposed from the names that exports use', () => {
  expect(
    proposedColumns(['primary_title', 'Authors', 'publication_year', 'DOI', 'label_included']),
  ).toEqual({
    ...{ title: 'primary_title', authors: 'Authors', year: 'publication_year', doi: 'DOI' },
    label: 'label_included',
  });
});

test('[EV-1] a row becomes a reference; what no column takes is kept', () => {
  const [found] = read(
    'Title,Author Names,Source,Shelf\n"Safe houses","Okoro A., Brandt U.","J Aid (2014) 3:3 (1520-60). Date of Publication: 2013",B4\n',
  );
  expect(found).toMatchObject({
    number: 1,
    row: 2,
    reference: {
      ...{ title: 'Safe houses', authors: ['Okoro A.', 'Brandt U.'], year: 2013 },
      ...{ container: 'J Aid', extra: { Shelf: ['B4'] } },
    },
  });
});

test.each([
  ["['Marx, Karl', 'Lindgren, Astrid']", ['Marx, Karl', 'Lindgren, Astrid']],
  ['Marx, Karl; Lindgren, Astrid', ['Marx, Karl', 'Lindgren, Astrid']],
  ['Marx, Karl', ['Marx, Karl']],
  ['', []],
])('the authors of %s are told apart', (cell, authors) => {
  const [found] = read(`title,authors\nA,"${cell}"\n`);
  expect(found).toMatchObject({ reference: { authors } });
});

test('[EV-1] a row without a title is refused with its row', () => {
  expect(read('title,year\n,2001\nB,2002\n')).toMatchObject([
    { row: 2, problems: [{ code: 'title-missing', where: { row: 2, column: 'title' } }] },
    { row: 3, reference: { title: 'B', year: 2002 } },
  ]);
});

test.each([
  ['1', 'included'],
  ['no', 'excluded'],
  ['-1', null],
  ['', null],
])('an earlier label "%s" reads as %s', (cell, label) => {
  expect(read(`title,label_included\nA,${cell}\n`)).toMatchObject([{ reference: { label } }]);
});
