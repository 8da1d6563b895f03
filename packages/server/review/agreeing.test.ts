import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayFollowRound, Role } from '@freehold/core/access';
import type { AgreeingPage } from './shapes.ts';
import type { z } from 'zod';
import { asInstallation } from '../database/within.ts';
import { askRater, codes, makeReview, moveTo, rate, stage, type Stage } from '../testing/stage.ts';

type Page = z.infer<typeof AgreeingPage>;

let on: Stage;
let review: string;
let tokens: Record<'police' | 'council' | 'charity', string>;
let file: string;
beforeAll(async () => {
  on = await stage();
  review = await makeReview(on, { profile: 'full' });
  const token = async (agency: string) => (await askRater(on, review, agency, 'Lead')).token;
  tokens = {
    police: await token('Police'),
    council: await token('Council'),
    charity: await token('Charity'),
  };
  await moveTo(on, review, 'rating');
  const said = { grade: 'B', confidence: 'low', comment: 'A secret until then' };
  await rate(on, tokens.police, '1.1.3', '0', said);
  await rate(on, tokens.council, '1.1.3', '4');
  await rate(on, tokens.charity, '1.1.3', '2');
  await rate(on, tokens.police, '1.1.4', '2');
  await rate(on, tokens.council, '1.1.4', '2');
  await rate(on, tokens.charity, '1.1.4', 'dk');
  await rate(on, tokens.charity, '1.2.4', 'na');
  const sent = await on.house.call(`/api/rate/${tokens.police}/ratings/1.1.3/files`, {
    body: 'What we counted',
    headers: { 'x-file-name': 'counts.txt', 'content-type': 'application/octet-stream' },
  });
  file = (await sent.json()).id;
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const agree = (indicator: string, answer: string, cookie = on.coordinator) =>
  call(`/reviews/${review}/agreed/${indicator}`, {
    method: 'PUT',
    cookie,
    json: { answer, rationale: 'We looked at the files.', dissent: 'The charity would say 1.' },
  });
const setAt = (code: string, at: string) =>
  asInstallation(on.house.database, (tx) =>
    tx
      .updateTable('agreed_score')
      .set({ at: new Date(at) })
      .where('review_id', '=', review)
      .where('indicator', '=', code)
      .execute(),
  );
const agreeing = async (): Promise<Page> => (await call(`/reviews/${review}/agreeing`)).json();
const indicator = (page: Page, code: string) =>
  page.topics.flatMap((topic) => topic.indicators).find((each) => each.code === code);
const keptRatings = () =>
  asInstallation(on.house.database, (tx) =>
    tx
      .selectFrom('rating')
      .where('review_id', '=', review)
      .select(['rater_id', 'indicator', 'answer', 'grade', 'comment', 'typed_at', 'saved_at'])
      .orderBy('rater_id')
      .orderBy('indicator')
      .execute(),
  );

describe('while the round is open nobody sees what was rated', () => {
  const blind = () =>
    [
      ['GET', `/reviews/${review}/agreeing`, undefined],
      ['GET', `/reviews/${review}/profile`, undefined],
      ['GET', `/reviews/${review}/priorities`, undefined],
      ['GET', `/evidence/${file}`, undefined],
      ['POST', `/reviews/${review}/gaps/propose`, {}],
      ['PUT', `/reviews/${review}/agreed/1.1.3`, { answer: '2', rationale: '', dissent: '' }],
      ['DELETE', `/reviews/${review}/agreed/1.1.3`, undefined],
      ['PUT', `/reviews/${review}/priorities-order`, { gaps: [] }],
    ] as const;

  test('not even the co-ordinator', async () => {
    for (const [method, rest, json] of blind()) {
      const answer = await call(rest, { method, ...(json && { json }) });
      expect([rest, answer.status]).toEqual([rest, 409]);
      expect(await codes(answer)).toEqual(['still-blind']);
    }
  });

  test('every page that is open says no more than counts', async () => {
    for (const rest of ['/reviews', `/reviews/${review}`, `/places/${on.place}/home`]) {
      const text = await (await call(rest)).text();
      expect(text).not.toContain('A secret until then');
      expect(text).not.toContain('counts.txt');
    }
    const { raters } = await (await call(`/reviews/${review}`)).json();
    expect(raters).toMatchObject([{ answered: 3 }, { answered: 2 }, { answered: 2 }]);
  });
});

describe('once it is closed', () => {
  beforeAll(async () => {
    await moveTo(on, review, 'agreeing');
  });

  test('every rating stands beside its question, the most disputed first', async () => {
    const page = await agreeing();
    const [topic] = page.topics;
    expect(topic?.indicators.slice(0, 2).map(({ code }) => code)).toEqual(['1.1.3', '1.1.4']);
    expect(topic?.indicators[0]).toMatchObject({
      ratings: [
        { agency: 'Charity', roleTitle: 'Lead', answer: '2', files: [] },
        { agency: 'Council', answer: '4', grade: null, comment: '' },
        {
          agency: 'Police',
          answer: '0',
          grade: 'B',
          confidence: 'low',
          comment: 'A secret until then',
          files: [{ id: file, name: 'counts.txt', type: 'text/plain', size: 15 }],
        },
      ],
      median: 2,
      quartiles: [1, 3],
      spread: 4,
      withinOneStep: 1 / 3,
      disagreement: 2 / 3,
      agreed: null,
      measured: null,
    });
    expect(indicator(page, '1.1.4')).toMatchObject({ disagreement: 0, dontKnow: 1 });
    expect(indicator(page, '1.2.4')).toMatchObject({ median: null, notApplicable: 1 });
    expect(page).toMatchObject({ agreedCount: 0, total: 119 });
  });

  test('a file is given to the facilitator for saving, and to nobody else', async () => {
    for (const role of Role.options.filter((each) => each !== 'co-ordinator')) {
      const refused = await call(`/evidence/${file}`, { cookie: await on.as(role) });
      expect([role, refused.status]).toEqual([role, 403]);
    }
    const got = await call(`/evidence/${file}`);
    expect(await got.text()).toBe('What we counted');
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename="counts.txt"/);
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('an agreed score stands beside the ratings and touches none of them', async () => {
    const before = await keptRatings();
    const kept = await agree('1.1.3', '1', await on.as('chair'));
    const agreed = {
      answer: '1',
      rationale: 'We looked at the files.',
      dissent: 'The charity would say 1.',
      byName: 'A chair',
      at: '2026-03-02T10:00:00.000Z',
    };
    expect(await kept.json()).toEqual(agreed);
    expect(await keptRatings()).toEqual(before);
    const page = await agreeing();
    expect(page.agreedCount).toBe(1);
    expect(indicator(page, '1.1.3')).toMatchObject({ agreed, median: 2 });
    const { profile } = await (await call(`/reviews/${review}/profile`)).json();
    const score = profile.indicators.find((each: { code: string }) => each.code === '1.1.3');
    expect(score).toMatchObject({ basis: 'agreed', score: 1, mean: 2 });
  });

  test('an agreement can be changed and taken back', async () => {
    await agree('1.1.4', '3');
    expect(await (await agree('1.1.4', '2')).json()).toMatchObject({ answer: '2' });
    const path = `/reviews/${review}/agreed/1.1.4`;
    expect((await call(path, { method: 'DELETE' })).status).toBe(200);
    expect(indicator(await agreeing(), '1.1.4')?.agreed).toBeNull();
  });

  test('nobody’s words are written over unseen', async () => {
    const put = (json: object) =>
      call(`/reviews/${review}/agreed/1.1.4`, {
        method: 'PUT',
        json: { answer: '3', rationale: 'Mine.', dissent: '', ...json },
      });
    const first = await (await put({ since: null })).json();
    expect((await put({ since: first.at, answer: '2' })).status).toBe(200);
    await setAt('1.1.4', '2026-03-02T11:00:00.000Z');
    const refused = await put({ since: first.at, rationale: 'Over it.' });
    expect(refused.status).toBe(409);
    const at = '2026-03-02T11:00:00.000Z';
    expect(await refused.json()).toMatchObject({
      problems: [{ code: 'agreed-meanwhile', details: { by: 'Cora', rationale: 'Mine.', at } }],
    });
    expect((await put({ since: null })).status).toBe(409);
    expect((await put({ since: at })).status).toBe(200);
    expect((await put({})).status).toBe(200);
    const path = `/reviews/${review}/agreed/1.1.4`;
    expect((await call(path, { method: 'DELETE' })).status).toBe(200);
  });

  test('nobody but the facilitator sees a single rating; of so few nothing but that it is held back', async () => {
    for (const role of Role.options.filter(
      (each) => each !== 'co-ordinator' && mayFollowRound(each),
    )) {
      const cookie = await on.as(role);
      const answer = await call(`/reviews/${review}/agreeing`, { cookie });
      const text = await answer.text();
      expect(text).not.toMatch(/A secret until then|counts\.txt|"agency"|"roleTitle"/);
      const page: Page = JSON.parse(text);
      expect(page).toMatchObject({ single: false, leastTogether: 5 });
      expect(indicator(page, '1.1.3')).toMatchObject({
        ...{ held: true, agencies: 3, ratings: [], median: null, quartiles: null, spread: null },
        ...{ withinOneStep: null, disagreement: null, dontKnow: null, notApplicable: null },
      });
      expect(indicator(page, '1.2.1')).toMatchObject({ held: false, dontKnow: 0 });
      const { profile } = await (await call(`/reviews/${review}/profile`, { cookie })).json();
      const own = profile.indicators.find((each: { code: string }) => each.code === '1.1.4');
      expect(own).toMatchObject({ held: true, mean: null, median: null, score: null });
    }
  });

  test('who only reads results is shown no score that can still change', async () => {
    for (const role of ['policy-reader', 'researcher'] as const) {
      const cookie = await on.as(role);
      for (const rest of ['agreeing', 'profile', 'priorities', 'report?format=json']) {
        const refused = await call(`/reviews/${review}/${rest}`, { cookie });
        expect([rest, refused.status]).toEqual([rest, 403]);
      }
    }
  });

  test('a member reads and does not write down agreements', async () => {
    const cookie = await on.as('member');
    expect((await call(`/reviews/${review}/agreeing`, { cookie })).status).toBe(200);
    const refused = await agree('1.1.3', '4', cookie);
    expect(refused.status).toBe(403);
    const path = `/reviews/${review}/agreed/1.1.3`;
    expect((await call(path, { method: 'DELETE', cookie })).status).toBe(403);
  });

  test('what is not asked cannot be agreed, and an answer is one of seven', async () => {
    expect(await codes(await agree('9.9.9', '1'))).toEqual(['indicator-unknown']);
    expect((await agree('1.1.3', '5')).status).toBe(422);
  });

  test('opened again, it is blind again', async () => {
    await moveTo(on, review, 'rating');
    expect(await codes(await call(`/reviews/${review}/agreeing`))).toEqual(['still-blind']);
    expect(await codes(await call(`/evidence/${file}`))).toEqual(['still-blind']);
    await moveTo(on, review, 'agreeing');
  });
});

test('from validation on the scores stand, whatever is changed underneath', async () => {
  const profile = async () => (await (await call(`/reviews/${review}/profile`)).json()).profile;
  const before = await profile();
  await moveTo(on, review, 'validated');
  await asInstallation(on.house.database, (tx) =>
    tx.updateTable('rating').set({ answer: '4' }).where('review_id', '=', review).execute(),
  );
  expect(await profile()).toEqual(before);
  expect(indicator(await agreeing(), '1.1.3')).toMatchObject({ median: 2 });
  expect(await codes(await agree('1.1.3', '4'))).toEqual(['review-validated']);
});

describe('five agencies', () => {
  test('what they said is shown as figures, without who said what, before and after publishing', async () => {
    const other = await makeReview(on, { profile: 'full', title: 'Of five' });
    const said = ['0', '1', '2', '3', '4'] as const;
    for (const answer of said) {
      const { token } = await askRater(on, other, `Agency ${answer}`);
      if (answer === '0') await moveTo(on, other, 'rating');
      await rate(on, token, '1.1.3', answer, { comment: `Remark ${answer}` });
    }
    const seen = async () => {
      const answer = await call(`/reviews/${other}/agreeing`, { cookie: await on.as('member') });
      const text = await answer.text();
      expect(text).not.toMatch(/Agency \d|Remark/);
      return indicator(JSON.parse(text), '1.1.3');
    };
    const figures = {
      ...{ held: false, agencies: 5, median: 2, quartiles: [1, 3], withinOneStep: 0.6 },
      ...{ spread: null, ratings: [], dontKnow: 0 },
    };
    await moveTo(on, other, 'agreeing');
    expect(await seen()).toMatchObject(figures);
    await moveTo(on, other, 'validated');
    await moveTo(on, other, 'published');
    expect(await seen()).toMatchObject(figures);
    const reader = await on.as('policy-reader');
    const shown = await call(`/reviews/${other}/report?format=json`, { cookie: reader });
    expect(shown.status).toBe(200);
  });
});
