import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asInstallation, within } from '../database/within.ts';
import { namedTarget } from '../testing/fill-action.ts';
import { makeDataSet, makeMeasure, observe } from '../testing/observations.ts';
import { askRater, codes, makeReview, moveTo, rate, stage, type Stage } from '../testing/stage.ts';
import { targetsOf } from './targets.ts';

// The house's clock stands at 2 March 2026.

let on: Stage;
let dataSet: string;
beforeAll(async () => {
  on = await stage();
  dataSet = await makeDataSet(on.house, 'first', '2026-02-01');
  const measure = (code: string, direction: '+' | 'o', more: object = {}) =>
    makeMeasure(on.house, { code, direction, ...more });
  const share = await measure('share', '+');
  await asInstallation(on.house.database, async (tx) => {
    const year = (period: number, numerator: number | null) => ({
      ...{ partnership_id: null, measure_id: share, data_set_id: dataSet, place_id: on.place },
      ...{ period: String(period), period_start: `${period}-01-01`, period_end: `${period}-12-31` },
      ...{ numerator, denominator: numerator === null ? null : 120 },
      value: numerator === null ? null : (100 * numerator) / 120,
    });
    await tx
      .insertInto('observation')
      .values([year(2024, 48), year(2025, 60)])
      .execute();
  });
  const referrals = await measure('referrals', 'o', { countsPeople: true, valueKind: 'count' });
  await observe(on.house, { measure: referrals, dataSet }, [
    { place: on.place, value: 40, year: 2018 },
    { place: on.place, value: 60, year: 2025 },
  ]);
  await observe(on.house, { measure: await measure('empty', '+'), dataSet }, [
    { place: on.place, value: 40, year: 2024 },
    { place: on.place, value: null, year: 2025, suppressed: true },
  ]);
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const set = (json: object, cookie = on.coordinator) =>
  call(`/places/${on.place}/targets`, { cookie, json });
const made = async (measure: string, change: object = {}) => {
  const answer = await set({ ...namedTarget(measure), ...change });
  expect(answer.status).toBe(200);
  return answer.json();
};
const patch = (id: string, json: object, cookie = on.coordinator) =>
  call(`/targets/${id}`, { method: 'PATCH', cookie, json });
const listed = async () => (await (await call(`/places/${on.place}/targets`)).json()).targets;

describe('a target on a measure', () => {
  test('[TG-6] [TG-7] stands by its newest value and that value’s interval', async () => {
    const target = await made('share');
    expect(target).toMatchObject({
      ...namedTarget('share'),
      ...{ version: 1, changedBy: 'Cora', removed: false },
      subject: { title: 'Measure share', unit: '%', detection: false, own: true },
      standing: {
        ...{ answer: 'on-track', because: 'meets-path', expected: 50, least: 47, most: 53 },
        ...{ interval: true, ended: false },
        point: { period: '2025', on: '2025-12-31', value: 50, suppressed: false },
      },
      corners: [
        { on: '2024-12-31', value: 40 },
        { on: '2026-12-31', value: 60 },
      ],
    });
    // Wilson's interval of 60 of 120, as in the rules.
    expect(target.standing.point.low).toBeCloseTo(41.19, 2);
    expect(target.standing.point.high).toBeCloseTo(58.81, 2);
    expect(target.points.map(({ period }: { period: string }) => period)).toEqual(['2024', '2025']);
    expect(await listed()).toContainEqual(target);
  });

  test('[TG-11] of people referred says that it is detection, and a bare count has its own interval', async () => {
    const baseline = { value: 50, on: '2024-12-31', source: '' };
    const target = await made('referrals', { baseline });
    expect(target.subject.detection).toBe(true);
    // Byar's limits of a count of 60.
    expect(target.standing.point.low).toBeCloseTo(45.78, 1);
    expect(target.standing.point.high).toBeCloseTo(77.23, 1);
  });

  test('[TG-10] whose definition changed since cannot be compared', async () => {
    const baseline = { value: 40, on: '2018-12-31', source: '' };
    expect((await made('referrals', { baseline })).standing).toMatchObject({
      ...{ answer: 'cannot-compare', because: 'definition-changed', note: 'Counted anew' },
    });
  });

  test('[TG-9] whose newest value is suppressed has no data, and none leaves the house', async () => {
    const target = await made('empty');
    expect(target.standing).toMatchObject({ answer: 'no-data', because: 'suppressed' });
    expect(target.points[1]).toMatchObject({ value: null, suppressed: true });
  });
});

describe('a target on a topic', () => {
  const score = { value: 1, on: '2026-01-31', source: 'Agreed beforehand' };
  const onTopic = (code: string, kind = 'topic') => ({
    ...namedTarget('share'),
    ...{ about: { kind, code }, baseline: score, aim: 3, tolerance: 0.2 },
  });

  beforeAll(async () => {
    await reviewed('starter');
  });

  async function reviewed(profile: string): Promise<void> {
    const id = await makeReview(on, { profile });
    const raters = [];
    for (const agency of ['Police', 'Council', 'Charity', 'Health', 'Faith'])
      raters.push(await askRater(on, id, agency));
    await moveTo(on, id, 'rating');
    for (const { token } of raters)
      for (const indicator of ['1.1.3', '1.1.4']) await rate(on, token, indicator, '2');
    for (const to of ['agreeing', 'validated']) await moveTo(on, id, to);
  }

  test('stands by the score of the newest review whose scores stand', async () => {
    const target = await (await set(onTopic('T1.1'))).json();
    expect(target.subject).toMatchObject({ title: 'Material security and debt', unit: 'of 4' });
    expect(target.standing).toMatchObject({
      ...{ answer: 'ahead', interval: true },
      point: { value: 2, low: 2, high: 2, period: 'First review', on: '2026-03-02' },
    });
    const single = await (await set(onTopic('1.1.3', 'indicator'))).json();
    expect(single.standing).toMatchObject({ interval: false, point: { value: 2, low: null } });
  });

  test('[TG-10] cannot be compared with a review that asked other questions', async () => {
    const target = await (await set(onTopic('T1.1'))).json();
    const basis = { framework: { code: 'other', version: 1 }, indicators: ['1.1.1', '1.1.3'] };
    const based = async (change: object) => {
      await asInstallation(on.house.database, (tx) =>
        tx
          .updateTable('target')
          .set({ basis: JSON.stringify({ ...basis, ...change }) })
          .where('id', '=', target.id)
          .execute(),
      );
      return (await listed()).find((each: { id: string }) => each.id === target.id).standing;
    };
    expect(await based({})).toMatchObject({
      ...{ answer: 'cannot-compare', because: 'other-framework' },
    });
    const { code, version } = await asInstallation(on.house.database, (tx) =>
      tx
        .selectFrom('framework_version as v')
        .innerJoin('framework as f', 'f.id', 'v.framework_id')
        .select(['f.code', 'v.version'])
        .where('v.id', '=', on.version)
        .executeTakeFirstOrThrow(),
    );
    expect(await based({ framework: { code, version } })).toMatchObject({
      ...{ answer: 'cannot-compare', because: 'other-questions' },
    });
  });

  test('needs a review that has scores of it', async () => {
    expect(await codes(await set(onTopic('T9.9')))).toEqual(['about-unknown']);
    expect(await codes(await set(namedTarget('unheard-of')))).toEqual(['about-unknown']);
  });

  test('scores run from 0 to 4', async () => {
    expect(await codes(await set({ ...onTopic('T1.1'), aim: 5 }))).toEqual(['value-out-of-range']);
  });
});

test('bounds are held: an end before the baseline, steps out of order, a direction against the measure’s', async () => {
  const wrong = await set({
    ...namedTarget('share'),
    ...{ path: 'steps', direction: '-', endsOn: '2024-01-01', aim: 200, round: on.place },
    steps: [
      { on: '2025-06-30', value: 30 },
      { on: '2025-01-31', value: 45 },
    ],
  });
  expect(wrong.status).toBe(422);
  expect(await codes(wrong)).toEqual([
    'target-ends-before-baseline',
    'direction-against',
    'aim-against-direction',
    'value-out-of-range',
    'step-outside',
    'step-outside',
    'steps-out-of-order',
    'step-back',
    'round-unknown',
  ]);
});

test('[AC-14] two people at one target: a lost update is refused, other fields stand; removing is undone', async () => {
  const { id } = await made('share');
  await patch(id, { version: 1, aim: 70 }, await on.as('analyst'));
  const late = await patch(id, { version: 1, aim: 80 });
  expect(late.status).toBe(409);
  expect((await late.json()).problems).toEqual([
    {
      code: 'changed-meanwhile',
      where: { path: 'aim' },
      details: { theirs: 70, by: 'A analyst', version: 2 },
    },
  ]);
  const both = await (await patch(id, { version: 1, note: 'Why' })).json();
  expect(both).toMatchObject({ aim: 70, note: 'Why', version: 3 });
  const ids = async () => (await listed()).map((each: { id: string }) => each.id);
  await patch(id, { version: 3, removed: true });
  expect(await ids()).not.toContain(id);
  await patch(id, { version: 4, removed: false });
  expect(await ids()).toContain(id);
  expect(await codes(await patch(id, { version: 5, aim: 30 }))).toEqual(['aim-against-direction']);
});

test('many targets take three statements', async () => {
  await made('share');
  const actor = { person: null, rater: null, partnership: on.ours };
  on.house.statements();
  const targets = await within(on.house.database, actor, (tx) =>
    targetsOf(tx, on.place, { role: 'member', today: '2026-03-02' }),
  );
  expect(targets.length).toBeGreaterThan(5);
  // The first binds the transaction to its actor.
  expect(on.house.statements().filter((each) => /^(select|with)/i.test(each.trim()))).toHaveLength(
    4,
  );
});

test('who may not set targets is refused, and strangers find nothing', async () => {
  const { id } = await made('share');
  const member = await on.as('member');
  expect((await set(namedTarget('share'), member)).status).toBe(403);
  expect((await patch(id, { version: 1, aim: 70 }, member)).status).toBe(403);
  expect((await patch(on.place, { version: 1, aim: 70 })).status).toBe(404);
  expect((await call(`/places/${on.version}/targets`)).status).toBe(404);
  expect((await call(`/places/${on.version}/targets`, { json: namedTarget('share') })).status).toBe(
    404,
  );
  for (const [method, rest, json] of [
    ['GET', `/places/${on.place}/targets`, undefined],
    ['POST', `/places/${on.place}/targets`, namedTarget('share')],
    ['PATCH', `/targets/${id}`, { version: 1, aim: 70 }],
  ] as const) {
    const init = { method, ...(json && { json }) };
    expect((await on.house.call(on.path(rest), init)).status).toBe(401);
    expect((await on.house.call(on.path(rest), { ...init, cookie: on.stranger })).status).toBe(404);
  }
});
