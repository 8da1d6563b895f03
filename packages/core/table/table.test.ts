import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  csvText,
  records,
  sniffed,
  TableReader,
  unguarded,
  usualLimits,
  type TableRow,
} from './index.ts';
import type { Delimiter, Limits } from './index.ts';

function read(
  chunks: readonly string[],
  options: { delimiter?: Delimiter; limits?: Limits } = {},
): TableRow[] {
  const reader = new TableReader(options);
  const rows = chunks.flatMap((chunk) => [...reader.push(chunk)]);
  return [...rows, ...reader.end()];
}

const cells = (text: string) => read([text]).map((row) => row.cells);
const codes = (rows: readonly TableRow[]) =>
  rows.flatMap((row) => row.problems.map((each) => [row.row, each.where?.column, each.code]));

/** Text made of what is hard: quotes, line ends, delimiters, NUL, a mark. */
const hard = fc
  .array(
    fc.constantFrom('"', '""', ',', ';', '\r', '\n', '\r\n', '\0', '\uFEFF', ' ', 'a', 'é', '1'),
  )
  .map((parts) => parts.join(''));

function cutAt(text: string, places: readonly number[]): string[] {
  const at = [0, ...places.map((place) => place % (text.length + 1)), text.length];
  const sorted = at.toSorted((a, b) => a - b);
  return sorted.slice(1).map((end, index) => text.slice(sorted[index], end));
}

describe('reading', () => {
  test('[TB-1] any cutting into chunks gives the same rows', () => {
    fc.assert(
      fc.property(
        hard,
        fc.array(fc.nat(), { maxLength: 12 }),
        fc.boolean(),
        (text, places, sniff) => {
          const options = sniff ? {} : { delimiter: ',' as const };
          expect(read(cutAt(text, places), options)).toEqual(read([text], options));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('[TB-1] small limits hold however the text is cut', () => {
    const limits = { cell: 3, row: 6, columns: 3 };
    fc.assert(
      fc.property(hard, fc.array(fc.nat(), { maxLength: 12 }), (text, places) => {
        const options = { delimiter: ',' as const, limits };
        const rows = read(cutAt(text, places), options);
        expect(rows).toEqual(read([text], options));
        for (const row of rows) {
          expect(row.cells.length).toBeLessThanOrEqual(3);
          for (const cell of row.cells) expect(cell.length).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each(['\n', '\r\n', '\r'])('[TB-2] records end in %j', (end) => {
    expect(cells(['a,b', '1,2', '', '3,4', ''].join(end))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(read([['a,b', '', '3,4'].join(end)]).map((row) => row.row)).toEqual([1, 3]);
  });

  test('[TB-2] quoted cells hold delimiters, line ends and doubled quotes; a mark is dropped', () => {
    expect(cells('\uFEFFname,note\n"Boston, ""The"" Stump","two\r\nlines"\n')).toEqual([
      ['name', 'note'],
      ['Boston, "The" Stump', 'two\r\nlines'],
    ]);
    expect(cells('a,b\n5" pipe,"" \n"",""')).toEqual([
      ['a', 'b'],
      ['5" pipe', ''],
      ['', ''],
    ]);
  });

  test.each([
    [',', 'a,b;c\n1,2\n'],
    [';', 'code;value\nx;1,5\ny;2,5\n'],
    ['\t', 'a\tb\tc\n1,2\t3\t4\n'],
    ['|', 'a|b\n1|2\n'],
    [',', 'alone\nvalue\n'],
    [',', ''],
    [';', '"a;b";c\n"1,2,3";4\n'],
  ])('[TB-3] finds the delimiter %j', (delimiter, text) => {
    expect(sniffed(text)).toBe(delimiter);
  });

  test('[TB-4] what does not fit is a problem of its row, and the rows after it are read', () => {
    const rows = read(['a,b\n1\n1,2,3\n1,2,,\n"x"y,2\nnul\0,2\n5,6\n"open,\n7,8'], {
      delimiter: ',',
    });
    expect(codes(rows)).toEqual([
      [2, undefined, 'ragged-row'],
      [3, undefined, 'ragged-row'],
      [5, 'a', 'text-after-quote'],
      [6, 'a', 'nul-character'],
      [8, 'a', 'quote-not-closed'],
      [8, undefined, 'ragged-row'],
    ]);
    expect(rows.find((row) => row.row === 4)?.cells).toEqual(['1', '2']);
    expect(rows.find((row) => row.row === 7)).toMatchObject({ cells: ['5', '6'], problems: [] });
  });

  test('[TB-4] a quote that is never closed holds no more than the limits allow', () => {
    const reader = new TableReader({ delimiter: ',' });
    reader.push('a,b\n1,"');
    const chunk = 'x'.repeat(100_000);
    for (let i = 0; i < 200; i += 1) expect(reader.push(chunk)).toEqual([]);
    expect(codes(reader.end())).toEqual([
      [2, 'b', 'quote-not-closed'],
      [2, 'b', 'cell-too-long'],
      [2, undefined, 'row-too-long'],
    ]);
  });

  test('[TB-4] too many columns and too long a cell are refused by row', () => {
    const wide = 'x,'.repeat(usualLimits.columns + 500);
    const rows = read([`a,b\n${wide}\n${'y'.repeat(usualLimits.cell + 1)},2\n1,2`], {
      delimiter: ',',
    });
    expect(codes(rows)).toEqual([
      [2, undefined, 'too-many-columns'],
      [3, 'a', 'cell-too-long'],
    ]);
    expect(rows.at(-1)).toMatchObject({ row: 4, cells: ['1', '2'] });
  });
});

describe('small files as records', () => {
  test('are read by column name, with every problem', () => {
    const { columns, records: read, problems } = records(' code ,value,value,\nA,1,2,\nB,3\n');
    expect(columns).toEqual(['code', 'value', 'value', '']);
    expect(read).toEqual([{ row: 2, cells: { code: 'A', value: '1' } }]);
    expect(problems.map((each) => [each.code, each.where])).toEqual([
      ['column-repeated', { row: 1, column: 'value' }],
      ['ragged-row', { row: 3 }],
    ]);
  });

  test('an empty text has no rows, and a column named __proto__ is a column', () => {
    expect(records('').problems).toEqual([{ code: 'no-rows' }]);
    const [only] = records('__proto__,b\n1,2').records;
    expect(Object.entries(only?.cells ?? {})).toContainEqual(['__proto__', '1']);
    expect(Object.getPrototypeOf(only?.cells)).toBe(Object.prototype);
  });
});

describe('writing', () => {
  test('[TB-5] without the guard, every table comes back as it was', () => {
    const row = fc.array(fc.string({ unit: 'binary' }).map(withoutNul), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1 }),
        fc.constantFrom(',', ';', '\t', '|'),
        (rows, delimiter) => {
          const text = csvText(rows, { guard: false, delimiter });
          expect(read([text], { delimiter }).map((each) => each.cells)).toEqual(rows);
        },
      ),
    );
    expect(cells(csvText([['a'], [''], ['b']]))).toEqual([['a'], [''], ['b']]);
  });

  test('[TB-6] what a spreadsheet would run gets an apostrophe; numbers do not', () => {
    expect(csvText([['=1+1', '+44 20', '-1.5e3', '@x', '-', -2, true, null]])).toBe(
      "'=1+1,'+44 20,-1.5e3,'@x,'-,-2,true,\r\n",
    );
    expect(csvText([['\tx', '\r=1']])).toBe('"\'\tx","\'\r=1"\r\n'.replace('"\'\tx"', "'\tx"));
    expect(csvText([['=1']], { guard: false })).toBe('=1\r\n');
  });

  test('[TB-6] what was guarded is known again, and an apostrophe of its own stays', () => {
    for (const text of ['=1+1', '-', '-1.5e3', "'quoted'", "'", 'plain', '+44 20', ''])
      expect(unguarded(cells(csvText([[text, 'x']]))[0]?.[0] ?? '')).toBe(text);
  });

  test('a number that is not finite is a fault of ours', () => {
    expect(() => csvText([[Number.NaN]])).toThrow(RangeError);
  });
});

function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
