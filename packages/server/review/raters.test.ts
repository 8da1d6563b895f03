import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { asInstallation } from '../database/within.ts';
import { askRater, codes, makeReview, moveTo, rate, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
let review: string;
beforeAll(async () => {
  on = await stage();
  review = await makeReview(on, { closesOn: '2026-04-30' });
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const kim = { agency: 'Police', roleTitle: 'Analyst', name: 'Kim', email: 'Kim@Example.org' };

test('somebody with an e-mail is written to, and the link is shown once', async () => {
  const asked = await call(`/reviews/${review}/raters`, { json: kim });
  const { link } = await asked.json();
  const message = on.house.sent.at(-1);
  expect(message).toMatchObject({
    to: 'kim@example.org',
    subject: 'Your view is asked for: First review',
  });
  expect(message?.text).toContain(link);
  expect(message?.text).toContain('Harbourside');
  expect(message?.text).toMatch(/no account/);
  expect(message?.text).toMatch(/about 30 minutes/);
  expect(message?.text).toMatch(/Nobody sees your answers before the round closes/);
  expect(message?.text).toMatch(/not open yet\. Please answer by 30 April 2026/);
  const page = await (await call(`/reviews/${review}`)).text();
  expect(page).not.toContain(link.split('/rate/')[1]);
});

test('with the mail server away the rater is there, and the answer has the link and says that no mail went', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const away = vi.spyOn(on.house.ports.mail, 'send').mockRejectedValue(new Error('away'));
  const json = { agency: 'Health', roleTitle: '', name: '', email: 'gp@example.org' };
  const other = await makeReview(on);
  const asked = await (await call(`/reviews/${other}/raters`, { json })).json();
  expect(asked).toMatchObject({ mailed: false });
  away.mockRestore();
  log.mockRestore();
  expect((await on.house.call(`/api/rate/${asked.link.split('/rate/')[1]}`)).status).toBe(200);
  const renewed = await call(`/raters/${asked.id}/link`, { json: {} });
  expect(await renewed.json()).toMatchObject({ mailed: true });
});

test('only a hash of the link is kept', async () => {
  const { token } = await askRater(on, review, 'Council');
  const rows = await asInstallation(on.house.database, (tx) =>
    tx.selectFrom('rater').select('token_hash').execute(),
  );
  expect(rows.map((row) => row.token_hash)).not.toContain(token);
  expect((await on.house.call(`/api/rate/${token}`)).status).toBe(200);
});

test('a new link stops the old one, and the answers stay', async () => {
  const other = await makeReview(on);
  const rater = await askRater(on, other, 'Police');
  await moveTo(on, other, 'rating');
  await rate(on, rater.token, '1.1.3', '2');
  const { link } = await (await call(`/raters/${rater.id}/link`, { json: {} })).json();
  expect((await on.house.call(`/api/rate/${rater.token}`)).status).toBe(404);
  const page = await (await on.house.call(`/api/rate/${link.split('/rate/')[1]}`)).json();
  expect(page.ratings).toMatchObject([{ indicator: '1.1.3', answer: '2' }]);
});

test('an agency keeps one spelling in a review', async () => {
  const other = await makeReview(on);
  await askRater(on, other, 'Harbour  Council ');
  await askRater(on, other, 'harbour council');
  const { raters } = await (await call(`/reviews/${other}`)).json();
  expect(raters.map((each: { agency: string }) => each.agency)).toEqual([
    'Harbour Council',
    'Harbour Council',
  ]);
});

test('a rater goes only while there is nothing of theirs', async () => {
  const other = await makeReview(on);
  const silent = await askRater(on, other, 'Police');
  const wordy = await askRater(on, other, 'Council');
  await moveTo(on, other, 'rating');
  await rate(on, wordy.token, '1.1.3', null, { comment: 'Not sure yet' });
  const remove = (id: string) => call(`/raters/${id}`, { method: 'DELETE' });
  const kept = await remove(wordy.id);
  expect(kept.status).toBe(409);
  expect(await codes(kept)).toEqual(['rater-has-ratings']);
  expect((await remove(silent.id)).status).toBe(200);
  expect((await on.house.call(`/api/rate/${silent.token}`)).status).toBe(404);
});

test('nobody joins a round that is closed', async () => {
  const other = await makeReview(on);
  const { token } = await askRater(on, other, 'Police');
  await moveTo(on, other, 'rating');
  await rate(on, token, '1.1.3', '2');
  await moveTo(on, other, 'agreeing');
  const late = await call(`/reviews/${other}/raters`, { json: kim });
  expect(late.status).toBe(409);
  expect(await codes(late)).toEqual(['round-closed']);
});

test('only the co-ordinator asks raters and reads their e-mails', async () => {
  const cookie = await on.as('analyst');
  const { id } = await askRater(on, review, 'Charity');
  for (const [method, rest, json] of [
    ['POST', `/reviews/${review}/raters`, kim],
    ['POST', `/raters/${id}/link`, {}],
    ['DELETE', `/raters/${id}`, undefined],
  ] as const) {
    const answer = await call(rest, { method, cookie, ...(json && { json }) });
    expect([rest, answer.status]).toEqual([rest, 403]);
  }
  const emails = async (by: string) =>
    (await (await call(`/reviews/${review}`, { cookie: by })).json()).raters.map(
      (each: { email: string | null }) => each.email,
    );
  expect(await emails(on.coordinator)).toContain('kim@example.org');
  expect(await emails(cookie)).toEqual([null, null, null]);
});

test('bad input is named', async () => {
  const bad = { ...kim, agency: ' ', email: 'nobody' };
  const answer = await call(`/reviews/${review}/raters`, { json: bad });
  expect(answer.status).toBe(422);
  const { problems } = await answer.json();
  expect(problems.map((each: { where: { path: string } }) => each.where.path)).toEqual([
    'agency',
    'email',
  ]);
});
