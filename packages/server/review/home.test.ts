import { afterAll, beforeAll, expect, test } from 'vitest';
import { asInstallation } from '../database/within.ts';
import { makePlaces, putInside } from '../testing/observations.ts';
import { askRater, makeReview, moveTo, rate, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const home = async () => (await call(`/places/${on.place}/home`)).json();

test('a place with nothing yet has a home that says so', async () => {
  expect(await home()).toEqual({
    place: {
      id: on.place,
      name: 'Harbourside',
      type: 'district',
      code: 'X01',
      codeYear: null,
      parents: [],
      population: null,
    },
    review: null,
    running: null,
    profile: null,
    gapsByTopic: {},
    assetsByTopic: {},
    highGapNoAsset: [],
    unusedAssets: [],
    gaps: { proposed: 0, kept: 0, high: 0 },
    assets: { total: 0, listed: 0 },
    cycle: { rounds: 0, open: null, last: null, warnings: [], due: [] },
  });
});

test('it gathers scores, the running round, gaps and assets', async () => {
  const [county = ''] = await makePlaces(on.house, 'county', ['Coast']);
  await putInside(on.house, [on.place], county);
  await asInstallation(on.house.database, (tx) =>
    tx
      .insertInto('place_population')
      .values([
        { place_id: on.place, year: 2021, population: 90_000 },
        { place_id: on.place, year: 2024, population: 91_000 },
      ])
      .execute(),
  );
  const first = await makeReview(on, { title: 'Done' });
  const { token } = await askRater(on, first, 'Police');
  await moveTo(on, first, 'rating');
  await rate(on, token, '1.1.3', '0');
  await rate(on, token, '1.2.4', '4');
  for (const to of ['agreeing', 'validated', 'published']) await moveTo(on, first, to);
  const second = await makeReview(on, { title: 'Running' });
  const again = await askRater(on, second, 'Police');
  await askRater(on, second, 'Council');
  await moveTo(on, second, 'rating');
  await rate(on, again.token, '1.1.3', '3');
  await on.house.call(`/api/rate/${again.token}/finish`, { json: { finished: true } });
  await makeReview(on, { title: 'A draft made later' });
  const gap = {
    ...{ topic: 'T1.2', indicator: '', title: 'No beds', kind: 'service', severity: 'high' },
    ...{ affected: '', locallySolvable: true, escalateTo: '', review: null },
  };
  await call(`/places/${on.place}/gaps`, { json: gap });
  const asset = {
    ...{ name: 'Shelter', kind: 'service', topics: ['T3.3', 'T3.3', 'T1.6'], capacity: '' },
    ...{ accessRoute: '', owner: '', lastConfirmed: null, consentToList: true, used: false },
    note: '',
  };
  await call(`/places/${on.place}/assets`, { json: asset });
  await call(`/places/${on.place}/assets`, {
    json: { ...asset, name: 'Hall', used: true, consentToList: false },
  });

  const found = await home();
  expect(found).toMatchObject({
    place: {
      parents: [{ id: county, name: 'Coast', type: 'county' }],
      population: { year: 2024, value: 91_000 },
    },
    review: {
      id: first,
      title: 'Done',
      state: 'published',
      profileName: 'Starter 30',
      publishedAt: '2026-03-02T10:00:00.000Z',
      agencies: 1,
      raters: 1,
    },
    running: {
      id: second,
      state: 'rating',
      ratersInvited: 2,
      ratersFinished: 1,
      answered: 1,
      asked: 60,
    },
    gapsByTopic: { 'T1.2': 1 },
    assetsByTopic: { 'T3.3': 2, 'T1.6': 2 },
    highGapNoAsset: [
      { topic: 'T1.1', title: 'Material security and debt', score: 0 },
      { topic: 'T1.2', title: 'Housing and homelessness', score: 4 },
    ],
    unusedAssets: [{ name: 'Shelter', topics: ['T3.3', 'T1.6'] }],
    gaps: { proposed: 0, kept: 1, high: 1 },
    assets: { total: 2, listed: 1 },
    cycle: { open: null, due: [{ kind: 'review', id: second, dueOn: null }] },
  });
  expect(found.profile.topics[0]).toMatchObject({ code: 'T1.1', score: 0 });
});

test('once its rating is closed, no closing of it is due any more', async () => {
  const { running } = await home();
  await moveTo(on, running.id, 'agreeing');
  expect(await home()).toMatchObject({ running: { state: 'agreeing' }, cycle: { due: [] } });
  await moveTo(on, running.id, 'rating');
});

test('it takes eleven statements at most, however much there is', async () => {
  await home();
  on.house.statements();
  await home();
  const asked = on.house.statements().filter(isWork);
  expect(asked.length).toBeGreaterThanOrEqual(5);
  // Eight of the review room, then the rounds, the actions and the targets.
  expect(asked.length).toBeLessThanOrEqual(11);
});

test('an unknown place is not found, and an id that is none is bad input', async () => {
  expect((await call(`/places/${on.version}/home`)).status).toBe(404);
  expect((await call('/places/harbourside/home')).status).toBe(422);
});

/** Opening and closing a transaction, saying who asks, and the audit's own line are not the page's work. */
function isWork(statement: string): boolean {
  return !/^(begin|commit|select set_config)|audit_entry|advisory/.test(statement.trim());
}
