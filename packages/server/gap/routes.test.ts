import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askRater, codes, makeReview, moveTo, rate, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const gaps = async () => (await (await call(`/places/${on.place}/gaps`)).json()).gaps;
const named = {
  topic: 'T1.2',
  indicator: '',
  title: 'No emergency beds for men',
  kind: 'service',
  severity: 'high',
  affected: 'Men leaving exploitation',
  locallySolvable: false,
  escalateTo: 'The county',
  pathway: 'respite',
  fourP: 'protect',
  review: null,
};
const add = (change: object = {}, cookie = on.coordinator) =>
  call(`/places/${on.place}/gaps`, { cookie, json: { ...named, ...change } });
const change = (id: string, json: object, cookie = on.coordinator) =>
  call(`/gaps/${id}`, { method: 'PATCH', cookie, json });

describe('a gap that a person names', () => {
  test('is kept from the start, and the list shows it', async () => {
    const added = await (await add({}, await on.as('analyst'))).json();
    expect(added).toEqual({
      ...named,
      id: expect.any(String),
      place: on.place,
      status: 'kept',
      reason: '',
      proposedBecause: null,
      madeAt: expect.any(String),
      changedAt: expect.any(String),
    });
    expect(await gaps()).toEqual([added]);
  });

  test('is changed field by field', async () => {
    const { id } = await (await add({ title: 'Old words' })).json();
    const changed = await (await change(id, { title: 'New words', severity: 'low' })).json();
    expect(changed).toMatchObject({ ...named, title: 'New words', severity: 'low' });
    expect(await (await change(id, { status: 'closed' })).json()).toMatchObject({
      status: 'closed',
      title: 'New words',
    });
  });

  test('may say nothing of pathway and 4P, and be marked later', async () => {
    const { pathway: _pathway, fourP: _fourP, ...bare } = named;
    const added = await (await call(`/places/${on.place}/gaps`, { json: bare })).json();
    expect(added).toMatchObject({ pathway: null, fourP: null });
    const marked = await (await change(added.id, { pathway: 'recovery' })).json();
    expect(marked).toMatchObject({ pathway: 'recovery', fourP: null });
    const cleared = await (await change(added.id, { pathway: null, fourP: 'pursue' })).json();
    expect(cleared).toMatchObject({ pathway: null, fourP: 'pursue' });
    expect((await add({ pathway: 'rescue' })).status).toBe(422);
  });

  test('is dismissed with a reason only, and may come back', async () => {
    const { id } = await (await add()).json();
    const bare = await change(id, { status: 'dismissed', reason: ' ' });
    expect(bare.status).toBe(422);
    expect(await bare.json()).toMatchObject({
      problems: [{ code: 'reason-needed', where: { path: 'reason' } }],
    });
    const reasoned = await change(id, { status: 'dismissed', reason: 'The county has some.' });
    expect(await reasoned.json()).toMatchObject({
      status: 'dismissed',
      reason: 'The county has some.',
    });
    expect(await (await change(id, { status: 'kept' })).json()).toMatchObject({ status: 'kept' });
  });

  test('does not fit everywhere', async () => {
    const review = await makeReview(on);
    expect((await add({ review })).status).toBe(200);
    const unknown = await add({ review: on.place });
    expect(unknown.status).toBe(422);
    expect(await codes(unknown)).toEqual(['review-unknown']);
    expect((await add({ kind: 'mood', title: '' })).status).toBe(422);
    const nowhere = await call(`/places/${review}/gaps`, { json: named });
    expect(nowhere.status).toBe(404);
    expect((await call(`/places/${review}/gaps`)).status).toBe(404);
    expect((await change(review, { title: 'X' })).status).toBe(404);
  });
});

describe('proposals', () => {
  let review: string;
  beforeAll(async () => {
    review = await makeReview(on);
    const raters = [];
    for (const agency of ['Police', 'Council', 'Charity', 'Health trust', 'Faith network'])
      raters.push(await askRater(on, review, agency));
    await moveTo(on, review, 'rating');
    for (const { token } of raters) {
      await rate(on, token, '1.1.3', '0');
      await rate(on, token, '1.3.3', '1');
    }
    await moveTo(on, review, 'agreeing');
  });
  const propose = async () =>
    (await (await call(`/reviews/${review}/gaps/propose`, { json: {} })).json()).added;

  test('say what they rest on, and come once', async () => {
    const added = await propose();
    const proposed = (await gaps()).filter((gap: { status: string }) => gap.status === 'proposed');
    expect(proposed).toHaveLength(added);
    expect(proposed).toContainEqual(
      expect.objectContaining({
        topic: 'T1.1',
        title: 'Material security and debt',
        kind: 'service',
        severity: 'high',
        review,
        proposedBecause: { code: 'low-score', score: 0 },
      }),
    );
    expect(await propose()).toBe(0);
  });

  test('a dismissed one does not come again from the same review', async () => {
    const [first] = (await gaps()).filter((gap: { status: string }) => gap.status === 'proposed');
    await change(first.id, { status: 'dismissed', reason: 'We know better.' });
    expect(await propose()).toBe(0);
  });
});

test('only who looks after a place changes its gaps', async () => {
  const { id } = await (await add()).json();
  const review = await makeReview(on);
  const cookie = await on.as('member');
  expect((await call(`/places/${on.place}/gaps`, { cookie })).status).toBe(200);
  for (const answer of [
    await add({}, cookie),
    await change(id, { title: 'X' }, cookie),
    await call(`/reviews/${review}/gaps/propose`, { cookie, json: {} }),
  ]) {
    expect(answer.status).toBe(403);
  }
});

test('who is not a member finds nothing, and who is signed out is told so', async () => {
  const { id } = await (await add()).json();
  for (const [method, rest, json] of [
    ['GET', `/places/${on.place}/gaps`, undefined],
    ['POST', `/places/${on.place}/gaps`, named],
    ['PATCH', `/gaps/${id}`, { title: 'Taken' }],
  ] as const) {
    const init = { method, ...(json && { json }) };
    expect((await on.house.call(on.path(rest), init)).status).toBe(401);
    const stranger = await on.house.call(on.path(rest), { ...init, cookie: on.stranger });
    expect(stranger.status).toBe(404);
  }
  const { partnerships } = await (
    await on.house.call('/api/session', { cookie: on.stranger })
  ).json();
  const theirs = `/api/partnerships/${partnerships[0].id}`;
  const taken = await on.house.call(`${theirs}/gaps/${id}`, {
    method: 'PATCH',
    cookie: on.stranger,
    json: { title: 'Taken' },
  });
  expect(taken.status).toBe(404);
  const seen = await on.house.call(`${theirs}/places/${on.place}/gaps`, { cookie: on.stranger });
  expect(await seen.json()).toEqual({ gaps: [] });
});
