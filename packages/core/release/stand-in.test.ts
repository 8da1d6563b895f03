import { expect, test } from 'vitest';
import { TableCoder, TableReader, type Codebook, type CodedTable } from '../table/index.ts';
import { recordsText } from './records.ts';
import { standInBook, unguardedTable, type StandInForm } from './stand-in.ts';

const none: { blanks: string[]; zero: 'absent' } = { blanks: [], zero: 'absent' };
const codebook: Codebook = {
  format: 'freehold-codebook/1',
  subject: 'who',
  columns: [
    { ...none, kind: 'category', name: 'town', values: ['Ash', '=Elm'] },
    { ...none, kind: 'category', name: 'job', values: 'discover' },
    { kind: 'number', name: 'age', cuts: [18, 25], blanks: [], zero: 'value' },
    { ...none, kind: 'multi', name: 'means', delimiter: ';', values: ['debt', 'fear'] },
    { kind: 'left-out', name: 'note' },
  ],
};
const records =
  'who,town,job,age,means,note\n1,Ash,cook,17,debt,x\n1,,,,fear,\n2,=Elm,,30,,y\n3,Ash,mason,18,fear,z\n';

function coded(text: string, bookFor: (header: readonly string[]) => Codebook): CodedTable {
  const reader = new TableReader({ delimiter: ',' });
  const [header, ...rows] = [...reader.push(text), ...reader.end()];
  const coder = TableCoder.of(header?.cells ?? [], bookFor(header?.cells ?? []));
  if (!coder.ok) throw new Error(JSON.stringify(coder.problems));
  expect(rows.flatMap((row) => coder.value.add(row))).toEqual([]);
  const table = coder.value.finished();
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  return table.value;
}

const read = (text: string, form: StandInForm) =>
  coded(text, (header) => standInBook(codebook, header, form));
const truth = coded(records, () => codebook);
const cells = ({ columns }: CodedTable) =>
  columns.map(({ name, values, declared, codes }) => ({
    ...{ name, declared },
    cells: Array.from(codes, (code) => values[code - 1] ?? ''),
  }));

test('[RL-57] made-up records of a release have the columns and values of the records they stand for', () => {
  expect(cells(unguardedTable(read(recordsText(truth), 'released')))).toEqual(cells(truth));
});

test('[RL-57] a public file may have more columns, lack the subject and what is left out, and nothing else', () => {
  const open =
    'town,extra,job,age,means\nAsh,1,cook,17,debt;fear\n=Elm,2,,30,\nAsh,3,mason,18,fear\n';
  const found = read(open, 'records');
  expect(cells(found)).toEqual(cells(truth));
  expect([found.bySubject, truth.bySubject]).toEqual([false, true]);
  const short = standInBook(codebook, ['town', 'job', 'means'], 'records');
  expect(TableCoder.of(['town', 'job', 'means'], short)).toMatchObject({
    problems: [{ code: 'column-missing', where: { column: 'age' } }],
  });
});
