import { describe, expect, test } from 'vitest';
import { countInterval, wilson } from './interval.ts';
import { directlyStandardised } from './standardised.ts';
import { tabled, type StatisticsMethod, type StatisticsOptions } from './tabled.ts';

const usual: StatisticsOptions = {
  ...{ multiplier: 1, confidence: 0.95, statistic: null, by: [], standard: null },
};

/** The result's rows under the names of its header. */
function rowsOf(
  lines: readonly string[],
  method: StatisticsMethod,
  options: Partial<StatisticsOptions> = {},
): readonly Record<string, unknown>[] {
  const found = tabled(lines.join('\n'), method, { ...usual, ...options });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const { header, rows } = found.value;
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
}

function problemsOf(
  lines: readonly string[],
  method: StatisticsMethod,
  options: Partial<StatisticsOptions> = {},
): readonly unknown[] {
  const found = tabled(lines.join('\n'), method, { ...usual, ...options });
  if (found.ok) throw new Error('there should have been problems');
  return found.problems.map(({ code, where }) => [code, where?.row, where?.column]);
}

describe('[CP-14] row by row', () => {
  test('proportions keep their order and other columns, and what is missing stays missing', () => {
    const rows = rowsOf(
      ['Area,Numerator,Denominator,value', 'b,65,100,old', 'a,,100,', 'c,0,0,', 'd,NA,5,'],
      'wilson',
      { multiplier: 100 },
    );
    const known = wilson(65, 100, { factor: 100 });
    expect(rows.map(({ Area }) => Area)).toEqual(['b', 'a', 'c', 'd']);
    expect(rows[0]).toMatchObject({
      ...{ given_value: 'old', value: 65, lower: known?.low, upper: known?.high, note: '' },
    });
    expect(rows.slice(1).map(({ value, note }) => [value, note])).toEqual([
      [null, 'missing-value'],
      [null, 'nothing-counted'],
      [null, 'missing-value'],
    ]);
  });

  test('rates are exact under ten and say so; without a denominator counts are meant', () => {
    const rates = rowsOf(['x,n', '9,1000', '10,1000', '3,'], 'byar', { multiplier: 1e5 });
    expect(rates.map(({ method, note }) => [method, note])).toEqual([
      ['exact', ''],
      ['byar', ''],
      ['', 'missing-value'],
    ]);
    const known = countInterval(9, { base: 1000, factor: 1e5 });
    expect(rates[0]).toMatchObject({ value: 900, lower: known?.low, upper: known?.high });
    expect(rowsOf(['x,n', '12,', '65,'], 'byar')[1]).toMatchObject({ value: 65 });
    expect(rowsOf(['count', '12'], 'byar')[0]).toMatchObject({ value: 12, method: 'byar' });
  });

  test('what cannot be is a problem of its row, all at once, and nothing is worked out', () => {
    const lines = ['numerator,denominator', '5,4', '1,2', '-1,4', 'x,4', '3,0', '2,1e400'];
    expect(problemsOf(lines, 'wilson')).toEqual([
      ['more-than-all', 2, 'numerator'],
      ['out-of-range', 4, 'numerator'],
      ['not-a-number', 5, 'numerator'],
      ['counted-among-nobody', 6, 'numerator'],
      ['not-a-number', 7, 'denominator'],
    ]);
    expect(problemsOf(['numerator', '1'], 'wilson')).toEqual([
      ['column-missing', 1, 'denominator'],
    ]);
    expect(problemsOf(['x,count,n', '1,2,3'], 'wilson')).toEqual([
      ['column-unclear', 1, 'numerator'],
    ]);
    expect(problemsOf([''], 'byar')).toEqual([['no-rows', undefined, undefined]]);
  });

  test('a funnel lies around the average of all people; a row without a count has its limits', () => {
    const rows = rowsOf(
      ['place,numerator,denominator', 'a,50,100', 'b,90,100', 'c,,400', 'd,10,100'],
      'funnel',
      { multiplier: 100 },
    );
    expect(rows.map(({ average }) => average)).toEqual([50, 50, 50, 50]);
    expect(rows.map(({ category, note }) => [category, note])).toEqual([
      ['within', ''],
      ['high-3sd', ''],
      ['', 'missing-value'],
      ['low-3sd', ''],
    ]);
    // 0.5 ± 1.959964 × √(0.25 ÷ 400) = 0.5 ± 0.0489991
    expect(rows[2]?.lower_2sd).toBeCloseTo(45.10009, 5);
    expect(rows[2]?.value).toBeNull();
  });

  test('a funnel of rates may count more events than people', () => {
    const lines = ['numerator,denominator', '12,4', '8,4', '0,0'];
    expect(problemsOf(lines, 'funnel')).toHaveLength(2);
    const rows = rowsOf(lines, 'funnel', { statistic: 'rate' });
    expect(rows.map(({ value, average }) => [value, average])).toEqual([
      [3, 2.5],
      [2, 2.5],
      [null, null],
    ]);
  });
});

describe('[CP-14] group by group', () => {
  const strata = ['area,age,count,population', 'A,0-4,6,1000', 'A,85+,9,500', 'B,0-4,1,900'];

  test('standardised rates, by a shipped standard or a column', () => {
    const rows = rowsOf(strata, 'dsr', { multiplier: 100_000, standard: 'european-2013' });
    const known = directlyStandardised([
      { count: 6, population: 1000, standard: 5000 },
      { count: 9, population: 500, standard: 2500 },
    ]);
    expect(rows).toMatchObject([
      { area: 'A', count: 15, population: 1500, value: known?.value, lower: known?.low, note: '' },
      { area: 'B', count: 1, value: null, lower: null, upper: null, note: 'under-10-counted' },
    ]);
    const own = ['Area,ageband,count,pop,stdpop', 'A,x,6,1000,2', 'A,y,9,500,1'];
    expect(rowsOf(own, 'dsr', { multiplier: 100_000 })[0]?.value).toBeCloseTo(known?.value ?? NaN);
  });

  test('a stratum without its count leaves the group without a rate', () => {
    const rows = rowsOf([...strata, 'A,5-9,,800'], 'dsr', { standard: 'european-2013' });
    expect(rows[0]).toMatchObject({ count: null, value: null, note: 'missing-value' });
  });

  test('a band twice, an unknown band, nobody in a band and a missing group column are problems', () => {
    const more = [...strata, 'A,0-4,1,10', 'B,18-64,1,10', 'B,5-9,1,0'];
    expect(problemsOf(more, 'dsr', { standard: 'european-2013' })).toEqual([
      ['stratum-repeated', 5, 'age'],
      ['age-band-unknown', 6, 'age'],
      ['nobody-in-stratum', 7, 'population'],
    ]);
    expect(problemsOf(strata, 'dsr')).toEqual([['column-missing', 1, 'standard_population']]);
    expect(problemsOf(strata, 'dsr', { standard: 'european-2013', by: ['sex'] })).toEqual([
      ['column-missing', 1, 'sex'],
    ]);
  });

  const years = (area: string, values: readonly (number | '')[], from = 2010) =>
    values.map((value, at) => `${area},${from + at},${value},3200`);
  const header = 'area,year,numerator,denominator';

  test('trends of the newest five, in whatever order the rows come', () => {
    const rows = rowsOf(
      [
        header,
        ...years('falls', [900, 621, 599, 556, 535, 447]).toReversed(),
        ...years('same', [500, 505, 498, 502, 499]),
      ],
      'trend',
    );
    expect(rows).toMatchObject([
      { area: 'falls', from: '2011', to: '2015', trend: 'decreasing', note: '' },
      { area: 'same', from: '2010', to: '2014', trend: 'no-significant-change', note: '' },
    ]);
    expect(
      rowsOf([header, ...years('a', [9, 30, 60, 90, 120])], 'trend', { statistic: 'rate' }),
    ).toMatchObject([{ trend: 'increasing' }]);
  });

  test('[CP-12] no trend where one is missing, a year is left out, there are four, or seasons could pass for one', () => {
    const rows = rowsOf(
      [
        header,
        ...years('missing', [1, 2, '', 4, 5]),
        ...years('four', [1, 2, 3, 4]),
        ...years('gap', [1, 2]),
        ...years('gap', [4, 5, 6], 2013),
        ...['2011-Q1', '2011-Q2', '2011-Q3', '2011-Q4', '2012-Q1'].map((q) => `quarters,${q},5,10`),
        ...['2010', '2010/11', '2011/12', '2012/13', '2013/14'].map((y) => `overlap,${y},5,10`),
        ...years('none', [0, 0, 0, 0, 0]),
      ],
      'trend',
    );
    expect(rows.map(({ area, note }) => [area, note])).toEqual([
      ['missing', 'missing-value'],
      ['four', 'few-points'],
      ['gap', 'uneven-steps'],
      ['quarters', 'under-a-year'],
      ['overlap', 'periods-overlap'],
      ['none', 'no-spread'],
    ]);
  });

  test('values with their intervals', () => {
    const lines = [
      'period,value,lowercl,uppercl',
      '2010,10,9,11',
      '2011,12,11,13',
      '2012,14,13,15',
    ];
    const five = [...lines, '2013,16,15,17', '2014,18,17,19'];
    expect(rowsOf(five, 'trend')).toMatchObject([
      { slope: expect.closeTo(2, 12), trend: 'increasing' },
    ]);
    expect(problemsOf([...lines, '2012,5,6,7', 'x,1,0,2'], 'trend')).toEqual([
      ['interval-off', 5, 'value'],
      ['stratum-repeated', 5, 'period'],
      ['period-unclear', 6, 'period'],
    ]);
  });
});
