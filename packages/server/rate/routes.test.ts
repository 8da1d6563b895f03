import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  codes,
  askRater,
  makeReview,
  moveTo,
  rate,
  stage,
  typed,
  type Stage,
} from '../testing/stage.ts';

let on: Stage;
let review: string;
let police: string;
let council: string;
beforeAll(async () => {
  on = await stage();
  review = await makeReview(on, { title: 'Spring round', closesOn: '2026-04-30' });
  police = (await askRater(on, review, 'Police', 'Analyst')).token;
  council = (await askRater(on, review, 'Council')).token;
});
afterAll(() => on.house.close());

const link = (token: string, rest = '') => `/api/rate/${token}${rest}`;
const page = async (token: string) => (await on.house.call(link(token))).json();
const send = (token: string, indicator: string, name: string, body: string) =>
  on.house.call(link(token, `/ratings/${indicator}/files`), {
    body,
    headers: {
      'x-file-name': encodeURIComponent(name),
      'content-type': 'application/octet-stream',
    },
  });

describe('before the round is open', () => {
  test('the link shows the questions, and takes no answer', async () => {
    const opened = await on.house.call(link(police));
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect(await opened.json()).toMatchObject({
      review: { title: 'Spring round', state: 'draft', closesOn: '2026-04-30' },
      place: { name: 'Harbourside' },
      partnership: { name: 'Ours', madeUp: false },
      rater: { agency: 'Police', roleTitle: 'Analyst', name: '', finishedAt: null },
      answers: 'scale',
      ratings: [],
    });
    const saved = await rate(on, police, '1.1.3', '2');
    expect(saved.status).toBe(409);
    expect(await codes(saved)).toEqual(['round-closed']);
  });

  test('a link that nobody was given opens nothing', async () => {
    for (const [method, rest, json] of [
      ['GET', '', undefined],
      ['PUT', '/ratings/1.1.3', typed('1')],
      ['POST', '/finish', { finished: true }],
      ['DELETE', '/files/7f3f1f6e-0000-4000-8000-000000000000', undefined],
      ['GET', '/files/7f3f1f6e-0000-4000-8000-000000000000', undefined],
    ] as const) {
      const answer = await on.house.call(link('no-such-token', rest), { method, json });
      expect([rest, answer.status]).toEqual([rest, 404]);
      expect(await codes(answer)).toEqual(['link-unknown']);
    }
    expect((await send('no-such-token', '1.1.3', 'a.txt', 'words')).status).toBe(404);
  });
});

describe('while the round is open', () => {
  beforeAll(async () => {
    await moveTo(on, review, 'rating');
  });

  test('there is a card for each question, with its anchors and where it comes from', async () => {
    const { cards, scale } = await page(police);
    expect(cards).toHaveLength(30);
    expect(scale).toHaveLength(5);
    expect(cards[0]).toMatchObject({
      code: '1.1.3',
      topic: 'T1.1',
      topicTitle: 'Material security and debt',
      level: 'L1',
      kind: 'rated',
      direction: '+',
      statement: '',
      section: '',
      last: null,
      series: null,
    });
    expect(cards[0].anchors).toHaveLength(5);
    expect(cards[0].sources[0]).toEqual({
      tag: expect.any(String),
      citation: expect.any(String),
      url: expect.any(String),
    });
  });

  test('an answer is kept as typed and comes back', async () => {
    const change = { grade: 'B', confidence: 'high', comment: ' Seen. ', link: 'https://x.org/a' };
    const saved = await rate(on, police, '1.1.3', '2', change);
    expect(await saved.json()).toEqual({
      indicator: '1.1.3',
      answer: '2',
      ...change,
      typedAt: '2026-03-02T09:00:00.000Z',
      savedAt: '2026-03-02T10:00:00.000Z',
    });
    const { ratings } = await page(police);
    expect(ratings).toEqual([
      {
        indicator: '1.1.3',
        answer: '2',
        ...change,
        files: [],
        savedAt: '2026-03-02T10:00:00.000Z',
      },
    ]);
  });

  test('the same answer again changes nothing, and an older one does not win', async () => {
    const newer = { typedAt: '2026-03-02T09:00:05.000Z' };
    await rate(on, police, '1.2.4', '3', newer);
    expect(await (await rate(on, police, '1.2.4', '3', newer)).json()).toMatchObject({
      answer: '3',
    });
    const late = await rate(on, police, '1.2.4', '0', { typedAt: '2026-03-02T09:00:04.999Z' });
    expect(late.status).toBe(200);
    expect(await late.json()).toMatchObject({ answer: '3', ...newer });
  });

  test('twenty answers at once, each sent three times, are stored once each', async () => {
    const other = await makeReview(on, { title: 'All at once', profile: 'full' });
    const { token } = await askRater(on, other, 'Police');
    await moveTo(on, other, 'rating');
    const { cards } = (await page(token)) as { cards: { code: string; anchors: string[] }[] };
    const asked = cards.slice(0, 20).map(({ code }) => code);
    const statuses = await Promise.all(
      asked.flatMap((code) => [1, 2, 3].map(async () => (await rate(on, token, code, '2')).status)),
    );
    expect(statuses).toEqual(asked.flatMap(() => [200, 200, 200]));
    const { ratings } = (await page(token)) as { ratings: { indicator: string }[] };
    expect(ratings.map(({ indicator }) => indicator).toSorted()).toEqual(asked.toSorted());
  });

  test('an answer taken back stays back when a late copy of it arrives; the comment stays', async () => {
    const first = { typedAt: '2026-03-02T09:00:01.000Z' };
    const second = { typedAt: '2026-03-02T09:00:02.000Z', comment: 'Ask housing first.' };
    await rate(on, council, '1.3.3', '4', first);
    await rate(on, council, '1.3.3', null, second);
    await rate(on, council, '1.3.3', '4', first);
    const { ratings } = await page(council);
    expect(ratings).toMatchObject([{ indicator: '1.3.3', answer: null, comment: second.comment }]);
    const { raters } = await (
      await on.house.call(on.path(`/reviews/${review}`), { cookie: on.coordinator })
    ).json();
    expect(raters).toMatchObject([
      { agency: 'Council', answered: 0 },
      { agency: 'Police', answered: 2 },
    ]);
  });

  test('what does not fit is named, and nothing is kept', async () => {
    const unknown = await rate(on, police, '9.9.9', '1');
    expect(unknown.status).toBe(404);
    expect(await codes(unknown)).toEqual(['indicator-unknown']);
    const measured = await rate(on, police, '1.1.1', '1');
    expect(await codes(measured)).toEqual(['indicator-unknown']);
    const badLink = await rate(on, police, '1.4.2', '1', { link: 'javascript:alert(1)' });
    expect(badLink.status).toBe(422);
    expect(await badLink.json()).toMatchObject({
      problems: [{ code: 'not-a-link', where: { path: 'link' } }],
    });
    const bad = await rate(on, police, '1.4.2', '1', { grade: 'E', typedAt: 'today' });
    expect(bad.status).toBe(422);
    const { ratings } = await page(police);
    expect(ratings.map((each: { indicator: string }) => each.indicator)).toEqual([
      '1.1.3',
      '1.2.4',
    ]);
  });

  test('nobody else’s answer, comment or file is on the page', async () => {
    await rate(on, council, '1.5.3', '1', { comment: 'A council secret' });
    const text = JSON.stringify(await page(police));
    expect(text).not.toContain('A council secret');
    expect(text).not.toContain('Ask housing first.');
  });

  test('one can say that one has finished, and that one has not', async () => {
    const finish = (finished: unknown) =>
      on.house.call(link(police, '/finish'), { json: { finished } });
    expect(await (await finish(true)).json()).toEqual({ finishedAt: '2026-03-02T10:00:00.000Z' });
    expect((await page(police)).rater.finishedAt).toBe('2026-03-02T10:00:00.000Z');
    expect(await (await finish(false)).json()).toEqual({ finishedAt: null });
    expect((await finish('yes')).status).toBe(422);
  });
});

describe('files', () => {
  test('are kept beside an answer, given back for saving only, and removed', async () => {
    const sent = await send(police, '1.6.3', '..\\minutes “May”.txt', 'Agreed in May.');
    const file = await sent.json();
    expect(file).toMatchObject({ name: 'minutes “May”.txt', type: 'text/plain', size: 14 });
    const { ratings } = await page(police);
    expect(ratings.at(-1)).toMatchObject({ indicator: '1.6.3', answer: null, savedAt: null });
    expect(ratings.at(-1).files).toMatchObject([{ id: file.id, name: file.name }]);
    const got = await on.house.call(link(police, `/files/${file.id}`));
    expect(await got.text()).toBe('Agreed in May.');
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'text/plain',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="minutes _May_.txt"; filename*=UTF-8''minutes%20%E2%80%9CMay%E2%80%9D.txt`,
      'cache-control': 'no-store',
    });
    expect((await on.house.call(link(council, `/files/${file.id}`))).status).toBe(404);
    const remove = (token: string) =>
      on.house.call(link(token, `/files/${file.id}`), { method: 'DELETE' });
    expect((await remove(council)).status).toBe(404);
    expect((await remove(police)).status).toBe(200);
    expect((await on.house.call(link(police, `/files/${file.id}`))).status).toBe(404);
  });

  test('are refused when they are not what they say, empty, too large, or not asked for', async () => {
    const refused = async (indicator: string, name: string, body: string) => {
      const answer = await send(police, indicator, name, body);
      return [answer.status, ...(await codes(answer))];
    };
    expect(await refused('1.6.3', 'page.html', '<p>')).toEqual([422, 'file-type']);
    expect(await refused('1.6.3', 'scan.pdf', '<script>')).toEqual([422, 'file-type']);
    expect(await refused('1.6.3', 'none.txt', '')).toEqual([422, 'file-empty']);
    expect(await refused('1.6.3', 'big.txt', 'x'.repeat(5 * 1024 * 1024 + 1))).toEqual([
      413,
      'too-large',
    ]);
    expect(await refused('9.9.9', 'a.txt', 'words')).toEqual([404, 'indicator-unknown']);
    const nameless = await on.house.call(link(police, '/ratings/1.6.3/files'), {
      body: 'words',
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(nameless.status).toBe(422);
  });

  test('five stand beside one answer, and no more', async () => {
    for (const n of [1, 2, 3, 4, 5]) {
      expect((await send(police, '2.1.5', `${n}.txt`, 'words')).status).toBe(200);
    }
    const sixth = await send(police, '2.1.5', '6.txt', 'words');
    expect(sixth.status).toBe(409);
    expect(await codes(sixth)).toEqual(['too-many-files']);
  });
});

test('once the round is closed, one reads one’s answers and changes none', async () => {
  const { id: file } = await (await send(police, '2.2.4', 'a.txt', 'words')).json();
  await moveTo(on, review, 'agreeing');
  expect(await page(police)).toMatchObject({ review: { state: 'agreeing' } });
  for (const answer of [
    await rate(on, police, '1.1.3', '4', { typedAt: '2026-03-02T09:30:00.000Z' }),
    await send(police, '1.1.3', 'a.txt', 'words'),
    await on.house.call(link(police, `/files/${file}`), { method: 'DELETE' }),
    await on.house.call(link(police, '/finish'), { json: { finished: true } }),
  ]) {
    expect(answer.status).toBe(409);
    expect(await codes(answer)).toEqual(['round-closed']);
  }
});

test('a community group says all, some or none, in its own order and words', async () => {
  const community = await makeReview(on, { profile: 'community' });
  const { token } = await askRater(on, community, 'Faith group');
  await moveTo(on, community, 'rating');
  const { answers, cards } = await page(token);
  expect(answers).toBe('all-some-none');
  expect(cards.map((card: { code: string }) => card.code).slice(0, 3)).toEqual([
    '2.1.1',
    '2.1.3',
    '1.6.1',
  ]);
  expect(cards[0].statement).not.toBe('');
  expect(cards[0].section).not.toBe('');
  const between = await rate(on, token, '2.1.1', '3');
  expect(between.status).toBe(422);
  expect(await codes(between)).toEqual(['not-one-of']);
  expect((await rate(on, token, '2.1.1', '2')).status).toBe(200);
});
