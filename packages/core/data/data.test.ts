import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsed } from '../problem.ts';
import { TableReader } from '../table/index.ts';
import { cellReader, Mapping, ObservationMapping, observationReader, Tally } from './index.ts';
import type { ReadRow } from './index.ts';

const measure = (code: string, more: object = {}) => ({
  code,
  title: code,
  direction: 'o',
  valueKind: 'count',
  ...more,
});

function mapping(more: object = {}): ObservationMapping {
  const read = parsed(ObservationMapping, {
    kind: 'observations',
    dataSet: { code: 'd', title: 'D' },
    place: { by: 'code', column: 'code', type: 'district' },
    period: { column: 'year' },
    measures: [{ measure: measure('people'), value: { column: 'people' } }],
    ...more,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function read(text: string, how: ObservationMapping): ReadRow[] {
  const reader = new TableReader();
  const [header, ...rows] = [...reader.push(text), ...reader.end()];
  const made = observationReader(how, header?.cells ?? []);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return rows.map(made.value);
}

const faults = (rows: readonly ReadRow[]) =>
  rows.flatMap((row) =>
    row.problems.map((each) => [each.where?.row, each.where?.column, each.code]),
  );

describe('a cell', () => {
  const cell = cellReader(mapping());
  test.each([
    ['12', 12],
    [' 1,234.5 ', 1234.5],
    ['1 234', 1234],
    ['−3.5', -3.5],
    ['+4', 4],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['12.5%', 0.125],
    ['0', 0],
    ['-0.0', 0],
  ])('%j is %d', (text, value) => {
    expect(cell(text)).toEqual({ kind: 'number', value });
  });

  test('with a decimal comma, the point parts groups', () => {
    const continental = cellReader({ missing: [''], suppressed: [], decimal: ',' });
    expect(continental('1.234,5')).toEqual({ kind: 'number', value: 1234.5 });
    expect(continental('0,5')).toEqual({ kind: 'number', value: 0.5 });
  });

  test.each(['1,23', '12,', 'e5', '--1', '1 2', '0x10', 'Infinity', 'NaN', '1e999', '.', 'twelve'])(
    '[DT-3] %j is no number',
    (text) => {
      expect(cell(text).kind).not.toBe('number');
    },
  );

  test('[DT-3] [DT-4] not known and withheld are told apart, and neither is zero', () => {
    for (const text of ['', ' ', '..', 'NA', 'n/a', '[x]']) expect(cell(text).kind).toBe('missing');
    for (const text of ['c', '[C]', ' * ']) expect(cell(text).kind).toBe('suppressed');
  });

  test('every number that a computer writes is read as it was', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(cell(String(value))).toEqual({ kind: 'number', value: value + 0 });
      }),
    );
  });
});

describe('rows as observations', () => {
  test('[DT-1] a row with a problem gives nothing, and the others are read', () => {
    const rows = read(
      'code,year,people\nA,2020,5\n,2020,6\nB,sometime,7\nC,2020,many\nD,2020\nE,2020,8\n',
      mapping(),
    );
    expect(faults(rows)).toEqual([
      [3, 'code', 'place-missing'],
      [4, 'year', 'period-unreadable'],
      [5, 'people', 'not-a-number'],
      [6, undefined, 'ragged-row'],
    ]);
    const values = rows.flatMap((row) => row.observations.map((each) => [each.place, each.value]));
    expect(values).toEqual([
      ['A', 5],
      ['E', 8],
    ]);
  });

  test('a column that is not there, or there twice, is a problem of the header', () => {
    const made = observationReader(mapping(), ['code', 'code', 'people']);
    expect(made).toEqual({
      ok: false,
      problems: [
        { code: 'column-repeated', where: { row: 1, column: 'code' }, details: {} },
        { code: 'column-missing', where: { row: 1, column: 'year' }, details: {} },
      ],
    });
  });

  test('a wide file gives several measures a row, at one fixed period, scaled', () => {
    const how = mapping({
      period: { fixed: '2019' },
      measures: [
        {
          measure: measure('share', { valueKind: 'proportion', factor: 100 }),
          value: { column: 'share' },
          scale: 100,
          low: 'low',
          high: 'high',
        },
        { measure: measure('score', { valueKind: 'score' }), value: { column: 'score' } },
      ],
    });
    const [row] = read('code,share,low,high,score\nA,0.5,0.4,0.75,-2\n', how);
    expect(row?.observations).toMatchObject([
      { measure: 0, value: 50, low: 40, high: 75, period: { code: '2019' } },
      { measure: 1, value: -2, low: null },
    ]);
    // 0.07 × 100 is 7.000000000000001 to a machine, which would miss a band of 7.
    const [seven] = read('code,share,low,high,score\nA,0.07,0.06,0.14,1\n', how);
    expect(seven?.observations).toMatchObject([{ value: 7, low: 6, high: 14 }, {}]);
  });

  test('[DT-5] what cannot be is refused', () => {
    const how = mapping({
      measures: [
        {
          measure: measure('share', { valueKind: 'proportion' }),
          value: { column: 'v' },
          numerator: 'n',
          low: 'l',
          high: 'h',
        },
      ],
    });
    const rows = read(
      'code,year,v,n,l,h\nA,2020,1.1,,,\nB,2020,-0.1,,,\nC,2020,0.5,-1,,\nD,2020,0.5,,0.6,\nE,2020,0.5,,0.4,0.6\n',
      how,
    );
    expect(faults(rows)).toEqual([
      [2, 'v', 'out-of-range'],
      [3, 'v', 'out-of-range'],
      [4, 'v', 'out-of-range'],
      [5, 'v', 'interval-off'],
    ]);
  });

  test('[DT-4] a withheld value or numerator withholds the figures, and keeps the note', () => {
    const how = mapping({
      measures: [
        {
          measure: measure('people'),
          value: { column: 'people' },
          numerator: 'n',
          low: 'l',
          note: 'note',
        },
      ],
    });
    const rows = read('code,year,people,n,l,note\nA,2020,c,3,1,low\nB,2020,7,*,2,\n', how);
    expect(rows.map((row) => row.observations[0])).toMatchObject([
      { value: null, numerator: null, low: null, suppressed: true, note: 'low' },
      { value: null, numerator: null, low: null, suppressed: true },
    ]);
  });

  test('filters leave rows out, and aliases rename places', () => {
    const how = mapping({
      place: { by: 'name', column: 'code', aliases: { 'The Met': 'Metropolitan Police' } },
      where: [
        { column: 'kind', is: ['police'] },
        { column: 'code', isNot: ['BTP'] },
      ],
    });
    const rows = read(
      'code,year,people,kind\nThe Met,2020,1,police\nBTP,2020,2,police\nLeeds,2020,bad,council\n',
      how,
    );
    expect(rows.map((row) => row.skipped)).toEqual([false, true, true]);
    expect(rows[0]?.observations[0]?.place).toBe('Metropolitan Police');
  });
});

describe('sums', () => {
  const how = mapping({
    measures: [
      { measure: measure('people'), value: { sumOf: 'people' } },
      { measure: measure('rows'), value: { count: true } },
    ],
  });
  const tally = (text: string) => {
    const found = new Tally(how, (place) => place.toLowerCase());
    const problems = read(text, how).flatMap((row) =>
      row.observations.map((each) => found.add(each)),
    );
    expect(problems.filter((each) => each !== null)).toEqual([]);
    return found;
  };
  const values = (text: string) =>
    Object.fromEntries(
      tally(text).observations.map((each) => [
        `${each.measure} ${each.place} ${each.period}`,
        each.suppressed ? 'c' : each.value,
      ]),
    );

  test('add up the rows of a place and period, however the place is spelt', () => {
    expect(values('code,year,people\nA,2020,1\na,2020,2\nA,2021,4\n')).toEqual({
      'people a 2020': 3,
      'people a 2021': 4,
      'rows a 2020': 2,
      'rows a 2021': 1,
    });
  });

  test('[DT-4] a withheld part withholds the sum', () => {
    expect(values('code,year,people\nA,2020,1\nA,2020,c\n')).toEqual({
      'people a 2020': 'c',
      'rows a 2020': 2,
    });
  });

  test('[DT-2] [DT-3] a refused or unknown part leaves the sum without an answer, never too small', () => {
    const found = tally('code,year,people\nA,2020,1\nA,2020,many\nB,2020,2\nB,2021,..\n');
    expect(found.observations.map((each) => [each.measure, each.place, each.period])).toEqual([
      ['people', 'b', '2020'],
      ['rows', 'b', '2020'],
    ]);
    expect(found.incomplete.map((each) => each.row)).toEqual([2, 2, 5, 5]);
  });

  test('the order of rows does not change a sum', () => {
    const row = fc.tuple(fc.constantFrom('A', 'B'), fc.constantFrom('1', '2', 'c', 'bad'));
    fc.assert(
      fc.property(fc.array(row), fc.array(fc.nat()), (rows, order) => {
        const text = (each: typeof rows) =>
          `code,year,people\n${each.map(([code, people]) => `${code},2020,${people}\n`).join('')}`;
        const turned = rows
          .map((each, at) => ({ each, key: order[at] ?? at }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(values(text(turned))).toEqual(values(text(rows)));
      }),
    );
  });

  test('[DT-6] where nothing is summed, the first of two rows stands', () => {
    const plain = mapping();
    const found = new Tally(plain, (place) => place);
    const problems = read('code,year,people\nA,2020,1\nA,2020,1\n', plain).flatMap((row) =>
      row.observations.map((each) => found.add(each)),
    );
    expect(problems).toEqual([
      null,
      {
        code: 'observation-repeated',
        where: { row: 3 },
        details: { firstRow: 2, measure: 'people' },
      },
    ]);
    expect(found.observations).toMatchObject([{ value: 1 }]);
  });
});

describe('a mapping', () => {
  test.each([
    ['an unknown field', { surprise: 1 }],
    ['a fixed period that is none', { period: { fixed: 'whenever' } }],
    ['no measure', { measures: [] }],
    [
      'two measures of one code',
      {
        measures: ['a', 'b'].map((column) => ({ measure: measure('same'), value: { column } })),
      },
    ],
    [
      'columns beside a sum',
      { measures: [{ measure: measure('m'), value: { sumOf: 'a' }, low: 'b' }] },
    ],
  ])('with %s is refused', (_what, more) => {
    expect(() => mapping(more)).toThrow();
  });

  test('that names a parent its rows do not have is refused', () => {
    const lookup = {
      kind: 'places',
      places: [{ type: 'district', code: 'a', name: 'b' }],
      parents: [['district', 'region']],
    };
    expect(parsed(Mapping, lookup).ok).toBe(false);
    expect(parsed(Mapping, { ...lookup, parents: [] }).ok).toBe(true);
  });
});
