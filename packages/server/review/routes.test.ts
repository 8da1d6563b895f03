import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asInstallation } from '../database/within.ts';
import {
  askRater,
  codes,
  makeReview,
  moveTo,
  newReview,
  rate,
  stage,
  type Stage,
} from '../testing/stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });

describe('setting a review up', () => {
  test('a co-ordinator makes a draft, and the list shows it', async () => {
    const id = await makeReview(on, { closesOn: '2026-05-01' });
    const { reviews } = await (await call('/reviews')).json();
    expect(reviews).toEqual([
      {
        id,
        title: 'First review',
        place: { id: on.place, name: 'Harbourside' },
        state: 'draft',
        round: 1,
        profile: 'starter',
        profileTitle: 'Starter 30',
        frameworkTitle: 'Default resilience framework v1',
        ratersInvited: 0,
        ratersFinished: 0,
        closesOn: '2026-05-01',
        madeAt: expect.any(String),
      },
    ]);
  });

  test('a member may look at reviews and not make one', async () => {
    const cookie = await on.as('member');
    expect((await call('/reviews', { cookie })).status).toBe(200);
    const made = await call('/reviews', { cookie, json: newReview(on) });
    expect(made.status).toBe(403);
    expect(await codes(made)).toEqual(['not-allowed']);
  });

  test('what is not there, or not ours to see, is named by the field that asks for it', async () => {
    const elsewhere = await asInstallation(on.house.database, async (tx) => {
      const theirs = await tx
        .insertInto('partnership')
        .values({ name: 'Hidden' })
        .returning('id')
        .executeTakeFirstOrThrow();
      return tx
        .insertInto('place')
        .values({ name: 'Secret', name_key: 'secret', type: 'custom', partnership_id: theirs.id })
        .returning('id')
        .executeTakeFirstOrThrow();
    });
    const json = {
      ...newReview(on),
      place: elsewhere.id,
      profile: 'nobody-made-this',
      comparison: { kind: 'chosen', places: [on.place, elsewhere.id] },
    };
    const made = await call('/reviews', { json });
    expect(made.status).toBe(422);
    expect((await made.json()).problems).toEqual([
      { code: 'place-unknown', where: { path: 'place' } },
      { code: 'place-unknown', where: { path: 'comparison' } },
      {
        code: 'profile-unknown',
        where: { path: 'profile' },
        details: { profile: 'nobody-made-this' },
      },
    ]);
  });

  test('a framework that is not published cannot be reviewed with', async () => {
    const version = await asInstallation(on.house.database, async (tx) => {
      const { framework_id, content } = await tx
        .selectFrom('framework_version')
        .where('id', '=', on.version)
        .select(['framework_id', 'content'])
        .executeTakeFirstOrThrow();
      return tx
        .insertInto('framework_version')
        .values({ framework_id, version: 2, state: 'draft', content: JSON.stringify(content) })
        .returning('id')
        .executeTakeFirstOrThrow();
    });
    const made = await call('/reviews', {
      json: { ...newReview(on), frameworkVersion: version.id },
    });
    expect(made.status).toBe(422);
    expect(await codes(made)).toEqual(['framework-not-published']);
  });

  test('bad input is refused before anything is looked up', async () => {
    const made = await call('/reviews', {
      json: { ...newReview(on), title: ' ', closesOn: 'soon', comparison: { kind: 'all' } },
    });
    expect(made.status).toBe(422);
    const { problems } = await made.json();
    expect(problems.map((each: { where: { path: string } }) => each.where.path)).toEqual([
      'title',
      'closesOn',
      'comparison.kind',
    ]);
  });
});

describe('putting a review right that was set up wrongly', () => {
  const change = { title: 'Second thoughts', closesOn: '2026-06-30' };

  test('[RV-32] another title and closing date, by the co-ordinator, until the scores are frozen', async () => {
    const id = await makeReview(on, { title: 'Misspelt' });
    const edit = (cookie?: string, json: object = change) =>
      call(`/reviews/${id}`, { method: 'PATCH', json, ...(cookie !== undefined && { cookie }) });
    expect((await edit()).status).toBe(200);
    expect(await (await call(`/reviews/${id}`)).json()).toMatchObject({ review: change });
    expect((await edit(await on.as('member'))).status).toBe(403);
    expect((await edit(undefined, { title: ' ', closesOn: null })).status).toBe(422);
    const { token } = await askRater(on, id, 'Police');
    await moveTo(on, id, 'rating');
    await rate(on, token, '1.1.3', '2');
    await moveTo(on, id, 'agreeing');
    expect((await edit(undefined, { ...change, closesOn: null })).status).toBe(200);
    await moveTo(on, id, 'validated');
    expect(await codes(await edit())).toEqual(['review-validated']);
  });

  test('[RV-32] a draft is taken away with its raters, and nothing else is', async () => {
    const id = await makeReview(on);
    const { token } = await askRater(on, id, 'Police');
    const remove = (cookie = on.coordinator) =>
      call(`/reviews/${id}`, { method: 'DELETE', cookie });
    await moveTo(on, id, 'rating');
    const begun = await remove();
    expect(begun.status).toBe(409);
    expect(await codes(begun)).toEqual(['review-begun']);
    await moveTo(on, id, 'draft');
    expect((await remove(await on.as('chair'))).status).toBe(403);
    expect((await remove()).status).toBe(200);
    expect((await call(`/reviews/${id}`)).status).toBe(404);
    expect((await on.house.call(`/api/rate/${token}`)).status).toBe(404);
    expect((await remove()).status).toBe(404);
  });

  test('[RV-32] another partnership’s review is not there to change or take away', async () => {
    const id = await makeReview(on);
    const elsewhere = await on.house.makePartnership('Elsewhere');
    const cookie = await on.house.signIn(elsewhere);
    const theirs = `/api/partnerships/${elsewhere}/reviews/${id}`;
    expect((await on.house.call(theirs, { method: 'PATCH', cookie, json: change })).status).toBe(
      404,
    );
    expect((await on.house.call(theirs, { method: 'DELETE', cookie })).status).toBe(404);
    expect((await call(`/reviews/${id}`)).status).toBe(200);
  });
});

test('a review shows only what its profile asks, and says what comes next', async () => {
  const id = await makeReview(on);
  const page = await (await call(`/reviews/${id}`)).json();
  expect(page).toMatchObject({
    review: { id, state: 'draft', comparison: { kind: 'same-type' } },
    framework: { id: on.version, version: 1 },
    profile: { code: 'starter', title: 'Starter 30' },
    asked: 30,
    raters: [],
    steps: [],
    moves: [{ to: 'rating', allowed: false, blockedBy: 'no-raters' }],
    mayCoordinate: true,
  });
  const asked = page.levels.flatMap((level: { topics: { indicators: { code: string }[] }[] }) =>
    level.topics.flatMap((topic) => topic.indicators.map(({ code }) => code)),
  );
  expect(asked).toHaveLength(30);
  expect(asked[0]).toBe('1.1.3');
  const seen = await (await call(`/reviews/${id}`, { cookie: await on.as('member') })).json();
  expect(seen).toMatchObject({ mayCoordinate: false, moves: [{ blockedBy: 'not-allowed' }] });
});

test('the full profile marks what is context and what only data can answer', async () => {
  const id = await makeReview(on, { profile: 'full' });
  const page = await (await call(`/reviews/${id}`)).json();
  const [first] = page.levels[0].topics[0].indicators;
  expect(first).toMatchObject({ code: '1.1.1', asked: false, context: false, unit: '% of people' });
  const [context] = page.levels[0].topics[2].indicators;
  expect(context).toMatchObject({ code: '1.3.1', asked: false, context: true });
});

describe('moving a review', () => {
  test('forward step by step, each written down with who did it', async () => {
    const id = await makeReview(on);
    expect(await codes(await moveTo(on, id, 'rating'))).toEqual(['no-raters']);
    const { token } = await askRater(on, id, 'Police');
    expect(await (await moveTo(on, id, 'rating')).json()).toEqual({ state: 'rating' });
    expect(await codes(await moveTo(on, id, 'agreeing'))).toEqual(['nothing-rated']);
    expect(await codes(await moveTo(on, id, 'published'))).toEqual(['no-such-move']);
    await rate(on, token, '1.1.3', '2');
    const back = await moveTo(on, id, 'draft');
    expect(back.status).toBe(409);
    expect(await codes(back)).toEqual(['something-rated']);
    await moveTo(on, id, 'agreeing');
    await moveTo(on, id, 'rating');
    await moveTo(on, id, 'agreeing');
    const chair = await on.as('chair');
    expect((await moveTo(on, id, 'validated', chair)).status).toBe(200);
    expect((await moveTo(on, id, 'published', chair)).status).toBe(200);
    const { steps, moves } = await (await call(`/reviews/${id}`)).json();
    expect(moves).toEqual([]);
    expect(
      steps.map((step: { from: string; to: string; byName: string }) => [
        `${step.from} to ${step.to}`,
        step.byName,
      ]),
    ).toEqual([
      ['draft to rating', 'Cora'],
      ['rating to agreeing', 'Cora'],
      ['agreeing to rating', 'Cora'],
      ['rating to agreeing', 'Cora'],
      ['agreeing to validated', 'A chair'],
      ['validated to published', 'A chair'],
    ]);
  });

  test('back to draft while nothing is rated', async () => {
    const id = await makeReview(on);
    await askRater(on, id, 'Police');
    await moveTo(on, id, 'rating');
    expect((await moveTo(on, id, 'draft')).status).toBe(200);
  });

  test('only by those who may', async () => {
    const id = await makeReview(on);
    await askRater(on, id, 'Police');
    for (const role of ['member', 'chair', 'analyst'] as const) {
      expect((await moveTo(on, id, 'rating', await on.as(role))).status).toBe(403);
    }
  });

  test('to a state that is none', async () => {
    const id = await makeReview(on);
    expect((await moveTo(on, id, 'finished')).status).toBe(422);
  });
});

test('a published review changes no more', async () => {
  const id = await makeReview(on);
  const rater = await askRater(on, id, 'Police');
  await moveTo(on, id, 'rating');
  await rate(on, rater.token, '1.1.3', '2');
  for (const to of ['agreeing', 'validated', 'published']) await moveTo(on, id, to);
  const agreed = { answer: '3', rationale: '', dissent: '' };
  const changes = [
    ['POST', `/reviews/${id}/move`, { to: 'rating', note: '' }],
    ['POST', `/reviews/${id}/raters`, { agency: 'X', roleTitle: '', name: '', email: null }],
    ['POST', `/raters/${rater.id}/link`, {}],
    ['DELETE', `/raters/${rater.id}`, undefined],
    ['PUT', `/reviews/${id}/agreed/1.1.3`, agreed],
    ['DELETE', `/reviews/${id}/agreed/1.1.3`, undefined],
  ] as const;
  for (const [method, rest, json] of changes) {
    const answer = await call(rest, { method, ...(json && { json }) });
    expect([method, rest, answer.status]).toEqual([method, rest, 409]);
    expect(await codes(answer)).toEqual(['review-published']);
  }
  expect(await codes(await rate(on, rater.token, '1.1.3', '4'))).toEqual(['round-closed']);
});

describe('who is not a member finds nothing', () => {
  let review: string;
  let rater: string;
  beforeAll(async () => {
    review = await makeReview(on);
    rater = (await askRater(on, review, 'Police')).id;
  });
  const some = '7f3f1f6e-0000-4000-8000-000000000000';
  const every = [
    ['GET', () => '/reviews', undefined],
    ['POST', () => '/reviews', () => newReview(on)],
    ['GET', () => `/reviews/${review}`, undefined],
    ['POST', () => `/reviews/${review}/move`, () => ({ to: 'rating', note: '' })],
    [
      'POST',
      () => `/reviews/${review}/raters`,
      () => ({ agency: 'X', roleTitle: '', name: '', email: null }),
    ],
    ['POST', () => `/raters/${rater}/link`, () => ({})],
    ['DELETE', () => `/raters/${rater}`, undefined],
    ['GET', () => `/reviews/${review}/agreeing`, undefined],
    [
      'PUT',
      () => `/reviews/${review}/agreed/1.1.3`,
      () => ({ answer: '1', rationale: '', dissent: '' }),
    ],
    ['DELETE', () => `/reviews/${review}/agreed/1.1.3`, undefined],
    ['GET', () => `/reviews/${review}/profile`, undefined],
    ['GET', () => `/reviews/${review}/priorities`, undefined],
    [
      'PUT',
      () => `/reviews/${review}/priorities/${some}`,
      () => ({ importance: 1, reach: 1, note: '' }),
    ],
    ['PUT', () => `/reviews/${review}/priorities-order`, () => ({ gaps: [] })],
    ['POST', () => `/reviews/${review}/gaps/propose`, () => ({})],
    ['GET', () => `/places/${on.place}/home`, undefined],
    ['GET', () => `/evidence/${some}`, undefined],
  ] as const;

  test.each(every)('%s %s', async (method, rest, json) => {
    const init = { method, ...(json && { json: json() }) };
    const asked = (cookie: string, path: string) =>
      on.house.call(path, { ...init, ...(cookie !== '' && { cookie }) });
    expect((await asked('', on.path(rest()))).status).toBe(401);
    expect((await asked(on.stranger, on.path(rest()))).status).toBe(404);
  });

  test('nor under a partnership of their own', async () => {
    const { partnerships } = await (
      await on.house.call('/api/session', { cookie: on.stranger })
    ).json();
    for (const [method, rest, json] of every) {
      // What hangs on no record of ours is theirs to ask.
      if (rest() === '/reviews' || rest().startsWith('/places')) continue;
      const answer = await on.house.call(`/api/partnerships/${partnerships[0].id}${rest()}`, {
        method,
        cookie: on.stranger,
        ...(json && { json: json() }),
      });
      expect([rest(), answer.status]).toEqual([rest(), 404]);
    }
  });
});
