import { describe, expect, test } from 'vitest';
import { measuredAt, observationsFrom } from './observations-table.ts';

const known = new Set(['1.1', '1.2']);
const header = 'indicator,place,period,value';
const read = (...lines: readonly string[]) =>
  observationsFrom([header, ...lines].join('\n'), known);

function measured(place: string, ...lines: readonly string[]) {
  const found = read(...lines);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return measuredAt(place, found.value);
}

describe('the newest period counts', () => {
  test('with the other places of that period as the group', () => {
    expect(
      measured(
        'E1',
        '1.1,E1,2022,5',
        '1.1,E1,2023,7',
        '1.1,E2,2023,3',
        '1.1,E2,2022,9',
        '1.1,E3,2022,1',
      ),
    ).toEqual([{ indicator: '1.1', value: 7, period: '2023', group: [7, 3] }]);
  });

  test('however it is written, and the quarter before its year', () => {
    expect(measured('E1', '1.1,E1,2023,1', '1.1,E1,2023_q4,2', '1.1,E2,Q4 2023,3')).toEqual([
      { indicator: '1.1', value: 2, period: '2023-Q4', group: [2, 3] },
    ]);
  });

  test('and where it is missing, none does', () => {
    expect(measured('E1', '1.1,E1,2022,5', '1.1,E1,2023,')).toEqual([]);
  });

  test('a missing value of another place is not in the group', () => {
    expect(measured('E1', '1.1,E1,2023,0', '1.1,E2,2023,')).toEqual([
      { indicator: '1.1', value: 0, period: '2023', group: [0] },
    ]);
  });

  test('an indicator that only others have is none of the place', () => {
    expect(measured('E1', '1.1,E1,2023,1', '1.2,E2,2023,1')).toHaveLength(1);
  });
});

test('[RV-28] every fault is named by row and column, all at once', () => {
  const found = read(
    '9.9,E1,2023,1',
    '1.1,,soon,x',
    '1.1,E1,2023,1',
    '1.1,E1,2023,2',
    '1.1,E2,2023,"1,000"',
  );
  expect(
    !found.ok && found.problems.map(({ code, where }) => [code, where?.row, where?.column]),
  ).toEqual([
    ['unknown-indicator', 2, 'indicator'],
    ['missing-value', 3, 'place'],
    ['period-unclear', 3, 'period'],
    ['not-a-number', 3, 'value'],
    ['observed-twice', 5, 'period'],
    ['not-a-number', 6, 'value'],
  ]);
});

test('numbers as machines write them', () => {
  expect(measured('E1', '1.1,E1,2023, -1.5e2 ')[0]?.value).toBe(-150);
});
