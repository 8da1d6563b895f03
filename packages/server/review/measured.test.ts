import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { within, type Actor } from '../database/within.ts';
import {
  makeDataSet,
  makeMeasure,
  makePlaces,
  observe,
  putInside,
} from '../testing/observations.ts';
import { stage, type Stage } from '../testing/stage.ts';
import type { Comparison } from './comparison.ts';
import { measuredValues } from './measured.ts';
import { seriesFor } from './series.ts';

let on: Stage;
let actor: Actor;
let others: readonly string[];
let county: string;
let forces: readonly string[];
let data: string;

beforeAll(async () => {
  on = await stage();
  actor = { person: null, partnership: on.ours, rater: null };
  others = await makePlaces(on.house, 'district', ['D2', 'D3', 'D4', 'D5', 'D6']);
  forces = await makePlaces(on.house, 'police-force-area', ['F1', 'F2', 'F3']);
  const [only = ''] = await makePlaces(on.house, 'county', ['C1']);
  county = only;
  await putInside(on.house, [on.place, ...others.slice(0, 2)], county);
  await putInside(on.house, [county], forces[0] ?? '');
  data = await makeDataSet(on.house, 'first', '2025-01-01');
});
afterAll(() => on.house.close());

const values = (measures: readonly string[], comparison: Comparison = { kind: 'same-type' }) =>
  within(on.house.database, actor, (tx) =>
    measuredValues(tx, { place: on.place, comparison, measures }),
  );
const series = (measures: readonly string[]) =>
  within(on.house.database, actor, (tx) => seriesFor(tx, on.place, measures));

describe('a measured value', () => {
  beforeAll(async () => {
    const measure = await makeMeasure(on.house, { code: 'income' });
    const rows = [on.place, ...others].map((place, at) => ({ place, value: (at + 1) * 10 }));
    await observe(on.house, { measure, dataSet: data }, rows);
    await observe(on.house, { measure, dataSet: data }, [
      { place: on.place, value: 99, year: 2023 },
      { place: forces[0] ?? '', value: 1 },
    ]);
  });

  test('is the newest, beside all places of the same type', async () => {
    expect((await values(['income'])).get('income')).toEqual({
      measure: 'income',
      title: 'Measure income',
      unit: '%',
      placeName: 'Harbourside',
      period: '2024',
      value: 10,
      group: [10, 20, 30, 40, 50, 60],
      source: 'Data first, Office, 2025',
    });
  });

  test('beside those in one larger place', async () => {
    const found = await values(['income'], { kind: 'same-parent', parent: county });
    expect(found.get('income')?.group).toEqual([10, 20, 30]);
  });

  test('beside chosen ones, itself always among them', async () => {
    const found = await values(['income'], { kind: 'chosen', places: others.slice(3) });
    expect(found.get('income')?.group).toEqual([10, 50, 60]);
  });

  test('comes with all others in one statement', async () => {
    on.house.statements();
    await values(['income', 'health', 'referrals', 'nothing']);
    const asked = on.house.statements().filter((each) => each.includes('observation'));
    expect(asked).toHaveLength(1);
  });
});

test('where the place has no data, the nearest parent speaks, beside its like', async () => {
  const measure = await makeMeasure(on.house, { code: 'offences' });
  const rows = forces.map((place, at) => ({ place, value: 3 - at }));
  await observe(on.house, { measure, dataSet: data }, rows);
  expect((await values(['offences'])).get('offences')).toMatchObject({
    placeName: 'F1',
    value: 3,
    group: [1, 2, 3],
  });
  expect((await series(['offences'])).get('offences')).toMatchObject({ placeName: 'F1' });
  await observe(on.house, { measure, dataSet: data }, [{ place: county, value: 7 }]);
  expect((await values(['offences'])).get('offences')).toMatchObject({ placeName: 'C1', value: 7 });
});

test('what is missing or suppressed never counts, and an older value does not stand in', async () => {
  const measure = await makeMeasure(on.house, { code: 'health' });
  const about = { measure, dataSet: data };
  await observe(on.house, about, [
    { place: on.place, value: 5, year: 2023 },
    { place: on.place, value: null, suppressed: true },
  ]);
  expect((await values(['health'])).has('health')).toBe(false);
  const other = await makeMeasure(on.house, { code: 'homes' });
  await observe(on.house, { measure: other, dataSet: data }, [
    { place: on.place, value: 5 },
    { place: others[0] ?? '', value: null },
    { place: others[1] ?? '', value: 8, suppressed: true },
    { place: others[2] ?? '', value: 6 },
  ]);
  expect((await values(['homes'])).get('homes')?.group).toEqual([5, 6]);
});

test('counts of people under the smallest that is shown are suppressed', async () => {
  const measure = await makeMeasure(on.house, {
    code: 'referrals',
    countsPeople: true,
    valueKind: 'count',
  });
  await observe(on.house, { measure, dataSet: data }, [
    { place: on.place, value: 4, year: 2022 },
    { place: on.place, value: 12, year: 2023 },
    { place: on.place, value: 5, year: 2024 },
    { place: others[0] ?? '', value: 4, year: 2024 },
  ]);
  expect((await values(['referrals'])).get('referrals')?.group).toEqual([5]);
  const found = (await series(['referrals'])).get('referrals');
  expect(found).toMatchObject({
    title: 'Measure referrals',
    detection: true,
    breaks: [{ from: '2019-10-01', note: 'Counted anew' }],
    source: 'Data first, Office, 2025',
  });
  expect(found?.points).toEqual([
    point(2022, { value: null, suppressed: true }),
    point(2023, { value: 12 }),
    point(2024, { value: 5 }),
  ]);
});

test('the data set retrieved later speaks, and the partnership’s own measure before a shared one', async () => {
  const measure = await makeMeasure(on.house, { code: 'rent' });
  const later = await makeDataSet(on.house, 'second', '2025-06-01');
  await observe(on.house, { measure, dataSet: later }, [{ place: on.place, value: 2 }]);
  await observe(on.house, { measure, dataSet: data }, [{ place: on.place, value: 1 }]);
  expect((await values(['rent'])).get('rent')).toMatchObject({ value: 2, group: [2] });
  const own = await makeMeasure(on.house, { code: 'rent', partnership: on.ours });
  await observe(on.house, { measure: own, dataSet: data }, [{ place: on.place, value: 3 }]);
  expect((await values(['rent'])).get('rent')).toMatchObject({ value: 3 });
});

test('series come in one statement, and a measure without data has none', async () => {
  on.house.statements();
  const found = await series(['referrals', 'income', 'nothing']);
  const asked = on.house.statements().filter((each) => each.includes('observation'));
  expect(asked).toHaveLength(1);
  expect([...found.keys()].toSorted()).toEqual(['income', 'referrals']);
});

function point(year: number, change: object) {
  return {
    period: String(year),
    start: `${year}-01-01`,
    end: `${year}-12-31`,
    low: null,
    high: null,
    suppressed: false,
    ...change,
  };
}
