import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { Codebook, TableCoder, TableReader, type CodedTable } from './index.ts';
import { CodeList } from './codes.ts';
import { byCodePoint } from './text-order.ts';

/** A table of lines, coded; problems as row, column and code. */
function coded(lines: readonly string[], codebook: unknown = null) {
  const reader = new TableReader({ delimiter: ',' });
  const [header, ...rows] = [...reader.push(lines.join('\n')), ...reader.end()];
  const made = TableCoder.of(
    header?.cells ?? [],
    codebook === null
      ? null
      : Codebook.parse({ format: 'freehold-codebook/1', ...Object(codebook) }),
  );
  if (!made.ok) return { problems: made.problems.map(said), table: null };
  const problems = rows.flatMap((row) => made.value.add(row)).map(said);
  const table = made.value.finished();
  if (!table.ok) return { problems: [...problems, ...table.problems.map(said)], table: null };
  return { problems, table: table.value };
}

const said = ({ code, where }: { code: string; where?: { row?: number; column?: string } }) =>
  [where?.row, where?.column, code] as const;

/** Cells back as text; '' for absent. */
function texts(table: CodedTable | null, name: string): readonly string[] {
  const column = table?.columns.find((each) => each.name === name);
  if (column === undefined) throw new TypeError(`no column ${name}`);
  return [...column.codes].map((code) => (code === 0 ? '' : (column.values[code - 1] ?? '?')));
}

describe('without a codebook', () => {
  test('[TB-7] an empty cell and the exact text 0 are absent, spaces do not count', () => {
    const { table, problems } = coded(['a,b', ' x ,0', 'x, 0 ', ' ,0.0', 'y,00', ',no']);
    expect(problems).toEqual([]);
    expect(texts(table, 'a')).toEqual(['x', 'x', '', 'y', '']);
    expect(texts(table, 'b')).toEqual(['', '', '0.0', '00', 'no']);
    expect(table?.columns.map(({ values, declared }) => [values, declared])).toEqual([
      [['x', 'y'], false],
      [['0.0', '00', 'no'], false],
    ]);
  });

  test('a header that cannot be read by name is refused whole', () => {
    expect(coded(['a,,a', '1,2,3']).problems).toEqual([
      [1, 'a', 'column-repeated'],
      [1, '2', 'column-unnamed'],
    ]);
  });

  test('[TB-9] a row with a problem leaves nothing behind', () => {
    const { table, problems } = coded(['a,b', 'x,1', 'y', 'z,2']);
    expect(problems).toEqual([[3, undefined, 'ragged-row']]);
    expect(texts(table, 'a')).toEqual(['x', 'z']);
    expect(table?.columns[0]?.values).toEqual(['x', 'z']);
  });
});

describe('by a codebook', () => {
  const book = {
    columns: [
      { kind: 'category', name: 'sex', values: ['F', 'M', 'X'], blanks: ['unknown'] },
      { kind: 'ordered', name: 'size', values: ['small', 'large'] },
      { kind: 'flag', name: 'debt', yes: 'yes', no: 'no', zero: 'value' },
      { kind: 'multi', name: 'means', delimiter: ';', values: 'discover' },
      { kind: 'number', name: 'age', cuts: [18, 25] },
      { kind: 'date', name: 'seen', band: 'quarter' },
      { kind: 'left-out', name: 'note' },
    ],
  };
  const header = 'sex,size,debt,means,age,seen,note';

  test('[TB-8] each kind says what its cells mean', () => {
    const { table, problems } = coded(
      [
        header,
        'F,large,yes,b;a,17.9,2023-02-01,x',
        'unknown,small,no,a ; a,18,2022_q4,y',
        'M,,,0;b,25,,z',
      ],
      book,
    );
    expect(problems).toEqual([]);
    expect(texts(table, 'sex')).toEqual(['F', '', 'M']);
    expect(table?.columns[0]).toMatchObject({ values: ['F', 'M', 'X'], declared: true });
    expect(texts(table, 'size')).toEqual(['large', 'small', '']);
    expect(table?.columns[1]?.values).toEqual(['small', 'large']);
    expect(texts(table, 'debt')).toEqual(['yes', 'no', '']);
    expect(texts(table, 'means_a')).toEqual(['1', '1', '']);
    expect(texts(table, 'means_b')).toEqual(['1', '', '1']);
    expect(texts(table, 'age')).toEqual(['under 18', '18 to under 25', '25 and over']);
    expect(texts(table, 'seen')).toEqual(['2023-Q1', '2022-Q4', '']);
    expect(table?.columns.some(({ name }) => name === 'note')).toBe(false);
  });

  test('[TB-8] what is not declared, no number or no date is a problem by row and column', () => {
    const { problems } = coded(
      [header, 'f,medium,maybe,a,old,soon,x', 'F,small,no,a,3,2023-02-30,x'],
      book,
    );
    expect(problems).toEqual([
      [2, 'sex', 'value-not-declared'],
      [2, 'size', 'value-not-declared'],
      [2, 'debt', 'value-not-declared'],
      [2, 'age', 'number-expected'],
      [2, 'seen', 'not-a-date'],
      [3, 'seen', 'not-a-date'],
    ]);
  });

  test('file and codebook name the same columns, and a value makes no name that is taken', () => {
    expect(
      coded(['a,c', '1,2'], {
        columns: [
          { kind: 'left-out', name: 'a' },
          { kind: 'left-out', name: 'b' },
        ],
      }).problems,
    ).toEqual([
      [1, 'b', 'column-missing'],
      [1, 'c', 'column-not-in-codebook'],
    ]);
    const multi = { kind: 'multi', name: 'm', delimiter: '|', values: ['a'] };
    const taken = { kind: 'category', name: 'm_a', values: 'discover' };
    expect(coded(['m,m_a', 'a,x'], { columns: [multi, taken] }).problems).toEqual([
      [1, 'm_a', 'column-repeated'],
    ]);
  });

  test('[TB-9] rows of one subject are one record', () => {
    const columns = [
      { kind: 'category', name: 'sex', values: 'discover' },
      { kind: 'multi', name: 'means', delimiter: ';', values: 'discover' },
    ];
    const { table, problems } = coded(
      ['id,sex,means', '1,,a', '2,F,', '1,M,b;a', '2,M,c', ',F,a', '1,M,c'],
      { subject: 'id', columns },
    );
    expect(problems).toEqual([
      [5, 'sex', 'subject-differs'],
      [6, undefined, 'subject-missing'],
    ]);
    expect(table).toMatchObject({ rows: 2, bySubject: true });
    expect(texts(table, 'sex')).toEqual(['M', 'F']);
    expect(['means_a', 'means_b', 'means_c'].map((name) => texts(table, name))).toEqual([
      ['1', ''],
      ['1', ''],
      ['1', ''],
    ]);
  });
});

test('codes widen as they must and stay what they were', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(255), fc.nat(65_535), fc.nat(4_000_000))), (codes) => {
      const list = new CodeList();
      for (const code of codes) list.push(code);
      const most = Math.max(0, ...codes);
      const kept = list.mapped((code) => code, most);
      expect([...kept]).toEqual(codes);
      expect(kept.BYTES_PER_ELEMENT).toBe(most < 256 ? 1 : most < 65_536 ? 2 : 4);
    }),
  );
});

test('texts are ordered as their bytes are', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(byCodePoint(a, b))).toBe(
        Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))),
      );
    }),
  );
});
