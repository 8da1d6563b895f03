import { expect, test } from 'vitest';
import { asKind, Codebook, Proposer, records, TableCoder, type ColumnBook } from './index.ts';

const text =
  'age,band,said,why\n15,18 to 25,yes,debt;threat\n34,9 to 17,no,debt\n51,18 to 25,yes,\n15,,yes,threat';
const kinds: readonly ColumnBook['kind'][] = [
  ...(['category', 'ordered', 'flag', 'multi', 'number', 'date', 'left-out'] as const),
];

function seenIn() {
  const { columns, records: rows } = records(text);
  const proposer = new Proposer(columns);
  for (const { row, cells } of rows)
    proposer.add({ row, cells: columns.map((name) => cells[name] ?? ''), problems: [] });
  return proposer.seen();
}

test('what was met in a column is told by how often, the most frequent first', () => {
  expect(seenIn()[2]).toEqual({
    ...{ name: 'said', filled: 4, different: 2 },
    common: [
      { text: 'yes', rows: 3 },
      { text: 'no', rows: 1 },
    ],
  });
  expect(seenIn()[1]?.filled).toBe(3);
});

test('a column turned into any kind makes a codebook that holds', () => {
  for (const kind of kinds)
    for (const seen of seenIn()) {
      const columns = [asKind(seen, kind)];
      const book = Codebook.safeParse({ format: 'freehold-codebook/1', columns });
      expect(book.success, `${seen.name} as ${kind}`).toBe(true);
    }
});

test('bands, words and values come from what was met, so that every row fits', () => {
  const [age, band, said, why] = seenIn();
  if (!age || !band || !said || !why) throw new Error('four columns');
  // Fifths of 15, 15, 34, 51: the second, second, third and fourth of four.
  expect(asKind(age, 'number')).toMatchObject({ cuts: [15, 34, 51] });
  expect(asKind(band, 'ordered')).toMatchObject({ values: ['9 to 17', '18 to 25'] });
  expect(asKind(said, 'flag')).toMatchObject({ yes: 'yes', no: 'no' });
  expect(asKind(why, 'multi')).toMatchObject({ delimiter: ';' });
  const columns = [
    asKind(age, 'number'),
    asKind(band, 'ordered'),
    asKind(said, 'flag'),
    asKind(why, 'multi'),
  ];
  const book = Codebook.parse({ format: 'freehold-codebook/1', columns });
  const coder = TableCoder.of(['age', 'band', 'said', 'why'], book);
  if (!coder.ok) throw new Error(JSON.stringify(coder.problems));
  const found = text
    .split('\n')
    .slice(1)
    .flatMap((line, at) => coder.value.add({ row: at + 2, cells: line.split(','), problems: [] }));
  expect(found).toEqual([]);
});
