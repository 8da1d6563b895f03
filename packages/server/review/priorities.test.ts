import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askRater, codes, makeReview, moveTo, rate, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
let review: string;
const gaps: Record<string, string> = {};

beforeAll(async () => {
  on = await stage();
  review = await makeReview(on);
  const { token } = await askRater(on, review, 'Police');
  await moveTo(on, review, 'rating');
  await rate(on, token, '1.1.3', '1');
  await rate(on, token, '1.3.3', '3');
  await moveTo(on, review, 'agreeing');
  for (const [title, topic, indicator] of [
    ['Debt', 'T1.1', ''],
    ['Advice', 'T1.3', '1.3.3'],
    ['Unknown', 'T1.4', ''],
  ] as const) {
    const answer = await call(`/places/${on.place}/gaps`, {
      json: {
        ...{ topic, indicator, title, kind: 'service', severity: 'low', affected: '' },
        ...{ locallySolvable: true, escalateTo: '', review: null },
      },
    });
    gaps[title] = (await answer.json()).id;
  }
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const listed = async () =>
  (await (await call(`/reviews/${review}/priorities`)).json()).priorities as {
    gap: { title: string };
    [key: string]: unknown;
  }[];
const titles = async () => (await listed()).map(({ gap }) => gap.title);
const weigh = (gap: string, json: object, cookie = on.coordinator) =>
  call(`/reviews/${review}/priorities/${gap}`, { method: 'PUT', cookie, json });
const order = (ids: readonly (string | undefined)[], cookie = on.coordinator) =>
  call(`/reviews/${review}/priorities-order`, { method: 'PUT', cookie, json: { gaps: ids } });

describe('priorities', () => {
  test('show the arithmetic; what has no score comes last and has no product', async () => {
    const [debt, advice, unknown] = await listed();
    // T1.1 has the one answer 1: size 4 − 1 = 3, times the middle, 3 and 3.
    expect(debt).toMatchObject({
      gap: { title: 'Debt', status: 'kept' },
      score: 1,
      desired: 4,
      size: 3,
      importance: 3,
      reach: 3,
      product: 27,
      position: null,
      note: '',
      judged: false,
    });
    expect(advice).toMatchObject({ gap: { title: 'Advice' }, score: 3, size: 1, product: 9 });
    expect(unknown).toMatchObject({ gap: { title: 'Unknown' }, score: null, product: null });
  });

  test('follow what people say of importance and reach', async () => {
    const said = { importance: 5, reach: 5, note: 'Everybody asks for it.' };
    expect((await weigh(gaps['Advice'] ?? '', said, await on.as('chair'))).status).toBe(200);
    await weigh(gaps['Debt'] ?? '', { importance: 2, reach: 4, note: '' });
    const [advice, debt] = await listed();
    expect(advice).toMatchObject({ gap: { title: 'Advice' }, product: 25, judged: true, ...said });
    expect(debt).toMatchObject({ gap: { title: 'Debt' }, product: 24 });
  });

  test('follow people’s own order, and go back to the arithmetic', async () => {
    expect((await order([gaps['Unknown'], gaps['Debt']])).status).toBe(200);
    expect(await titles()).toEqual(['Unknown', 'Debt', 'Advice']);
    expect((await listed()).map(({ position }) => position)).toEqual([1, 2, null]);
    await order([gaps['Debt']]);
    expect(await titles()).toEqual(['Debt', 'Advice', 'Unknown']);
    await order([]);
    expect(await titles()).toEqual(['Advice', 'Debt', 'Unknown']);
    expect((await listed())[0]).toMatchObject({ importance: 5, note: 'Everybody asks for it.' });
  });

  test('are of kept gaps of this place only', async () => {
    const dismissed = { status: 'dismissed', reason: 'Solved.' };
    await call(`/gaps/${gaps['Unknown']}`, { method: 'PATCH', json: dismissed });
    expect(await titles()).toEqual(['Advice', 'Debt']);
    const refused = await order([gaps['Debt'], gaps['Unknown']]);
    expect(refused.status).toBe(422);
    expect(await codes(refused)).toEqual(['gap-unknown']);
    expect(await titles()).toEqual(['Advice', 'Debt']);
    const said = { importance: 1, reach: 1, note: '' };
    expect((await weigh(gaps['Unknown'] ?? '', said)).status).toBe(404);
  });

  test('[RV-33] go on after publishing, until newer scores of the place stand', async () => {
    const debt = gaps['Debt'] ?? '';
    const said = { importance: 4, reach: 2, note: '' };
    const propose = () => call(`/reviews/${review}/gaps/propose`, { method: 'POST' });
    for (const to of ['validated', 'published']) await moveTo(on, review, to);
    expect((await weigh(debt, said)).status).toBe(200);
    expect((await order([debt])).status).toBe(200);
    expect((await propose()).status).toBe(200);
    const newer = await makeReview(on);
    const { token } = await askRater(on, newer, 'Police');
    await moveTo(on, newer, 'rating');
    await rate(on, token, '1.1.3', '4');
    await moveTo(on, newer, 'agreeing');
    expect((await weigh(debt, said)).status).toBe(200);
    await moveTo(on, newer, 'validated');
    for (const answer of [await weigh(debt, said), await order([debt]), await propose()]) {
      expect(answer.status).toBe(409);
      expect(await codes(answer)).toEqual(['review-superseded']);
    }
    const json = { importance: 1, reach: 1, note: '' };
    const path = `/reviews/${newer}/priorities/${debt}`;
    expect((await call(path, { method: 'PUT', json })).status).toBe(200);
  });

  test('refuse what is out of range, said twice, or not one’s to say', async () => {
    const debt = gaps['Debt'] ?? '';
    expect((await weigh(debt, { importance: 6, reach: 0, note: '' })).status).toBe(422);
    expect((await order([debt, debt])).status).toBe(422);
    const cookie = await on.as('member');
    expect((await weigh(debt, { importance: 1, reach: 1, note: '' }, cookie)).status).toBe(403);
    expect((await order([debt], cookie)).status).toBe(403);
    expect((await call(`/reviews/${review}/priorities`, { cookie })).status).toBe(200);
  });
});
