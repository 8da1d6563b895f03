import { expect, test } from 'vitest';
import { Codebook, records, TableCoder, type CodedTable, type TableRow } from '../table/index.ts';
import { recordsText, releasedCodebook } from './index.ts';

const header = ['age', 'said', 'why', 'town'];
const book = Codebook.parse({
  format: 'freehold-codebook/1',
  columns: [
    { kind: 'number', name: 'age', cuts: [18, 25] },
    { kind: 'flag', name: 'said', yes: 'yes', no: 'no', zero: 'value' },
    { kind: 'multi', name: 'why', delimiter: ';', values: 'discover' },
    { kind: 'category', name: 'town', values: 'discover', zero: 'value' },
  ],
});

function coded(lines: readonly string[], codebook: Codebook): CodedTable {
  const coder = TableCoder.of(lines[0]?.split(',') ?? [], codebook);
  if (!coder.ok) throw new Error(JSON.stringify(coder.problems));
  const rows = lines.slice(1).map((line, at): TableRow => {
    return { row: at + 2, cells: line.split(','), problems: [] };
  });
  expect(rows.flatMap((row) => coder.value.add(row))).toEqual([]);
  const table = coder.value.finished();
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  return table.value;
}

const table = coded(
  [header.join(','), '15,yes,debt;threat,0', '30,no,debt,Ash', '19,,threat,Ash', '31,yes,,Bay'],
  book,
);

test('released records are read back by their codebook as they were written', () => {
  const text = recordsText(table);
  const released = releasedCodebook(table.columns, () => true);
  expect(Codebook.safeParse(released).success).toBe(true);
  const back = coded(text.trimEnd().split('\r\n'), released);
  expect(recordsText(back)).toBe(text);
  expect(back.columns.map(({ name }) => name)).toEqual([
    ...['age', 'said', 'why_debt', 'why_threat', 'town'],
  ]);
});

test('a value that was not released is nowhere in the codebook', () => {
  const town = table.columns.findIndex(({ name }) => name === 'town');
  const bay = (table.columns[town]?.values.indexOf('Bay') ?? -2) + 1;
  const text = JSON.stringify(
    releasedCodebook(table.columns, (column, code) => column !== town || code !== bay),
  );
  expect(text).toContain('Ash');
  expect(text).not.toContain('Bay');
  expect(releasedCodebook(table.columns, (column) => column !== town).columns[town]).toEqual({
    kind: 'left-out',
    name: 'town',
  });
  expect(records(recordsText(table)).records).toHaveLength(4);
});
