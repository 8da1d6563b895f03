import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codes, makeReview, moveTo, askRater, rate, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const json = async (rest: string) => (await call(rest)).json();
const first = { title: '', startedOn: '2026-01-10', goals: 'Know who is missing.' };
const open = (change: object = {}, cookie = on.coordinator) =>
  call(`/places/${on.place}/rounds`, { cookie, json: { ...first, ...change } });
const move = (round: string, to: string, note = '', at = 'diagnose', cookie = on.coordinator) =>
  call(`/rounds/${round}/move`, { cookie, json: { stage: at, to, note } });
const change = (item: string, what: object, cookie = on.coordinator) =>
  call(`/checklist/${item}`, { method: 'PATCH', cookie, json: what });

describe('the first round', () => {
  let round: string;
  let review: string;

  test('[CY-1] is number 1, begins with Diagnose and our checklist, and takes in reviews made before', async () => {
    review = await makeReview(on);
    const made = await (await open()).json();
    expect(made).toEqual({ id: expect.any(String), number: 1 });
    round = made.id;
    const page = await json(`/rounds/${round}`);
    expect(page).toMatchObject({
      place: { id: on.place, name: 'Harbourside' },
      round: { number: 1, title: 'Round 1', state: 'open', goals: 'Know who is missing.' },
      ...{ isLast: true, previous: null, next: null, carries: [] },
      reviews: [{ id: review, state: 'draft' }],
      steps: [{ stage: 'diagnose', from: 'not-started', to: 'under-way', by: 'Cora' }],
    });
    expect(page.round.stages.map((each: { state: string }) => each.state)).toEqual([
      'under-way',
      'not-started',
      'not-started',
      'not-started',
    ]);
    expect(page.items.length).toBeGreaterThan(15);
    expect(page.items.every((item: { proposed: boolean }) => item.proposed)).toBe(true);
  });

  test('[CY-2] no other opens beside it', async () => {
    const again = await open();
    expect(again.status).toBe(409);
    expect(await codes(again)).toEqual(['round-still-open']);
  });

  test('[CY-3] a review made now belongs to it', async () => {
    const later = await makeReview(on, { title: 'Later' });
    const { reviews } = await json(`/rounds/${round}`);
    expect(reviews.map(({ id }: { id: string }) => id)).toEqual([review, later]);
  });

  test('a line is added, ticked by somebody, reworded, taken out and brought back', async () => {
    const adviser = await on.as('survivor-adviser');
    const line = await (
      await call(`/rounds/${round}/items`, {
        cookie: adviser,
        json: { stage: 'change', title: 'Ask the night staff' },
      })
    ).json();
    expect(line).toMatchObject({ stage: 'change', proposed: false, done: false, doneAt: null });
    const ticked = await (await change(line.id, { done: true, note: 'In May' }, adviser)).json();
    expect(ticked.item).toMatchObject({
      ...{ done: true, doneBy: 'A survivor-adviser', note: 'In May' },
      doneAt: '2026-03-02T10:00:00.000Z',
    });
    const bare = await (await change(line.id, { done: false, title: 'Ask them' })).json();
    expect(bare.item).toMatchObject({ done: false, doneBy: '', doneAt: null, title: 'Ask them' });
    expect(await (await change(line.id, { removed: true })).json()).toEqual({ item: null });
    const ids = async () =>
      (await json(`/rounds/${round}`)).items.map((item: { id: string }) => item.id);
    expect(await ids()).not.toContain(line.id);
    await change(line.id, { removed: false });
    expect((await ids()).at(-1)).toBe(line.id);
  });

  test('[CY-6] a stage closes with who said so and what was left, and opens again', async () => {
    const silent = await move(round, 'closed');
    expect(silent.status).toBe(422);
    expect(await codes(silent)).toEqual(['left-unsaid']);
    const chair = await on.as('chair');
    const closed = await move(round, 'closed', 'The figures come later.', 'diagnose', chair);
    expect(await closed.json()).toEqual({ state: 'closed' });
    const { steps, round: now, items } = await json(`/rounds/${round}`);
    const left = items.filter((item: { stage: string }) => item.stage === 'diagnose');
    expect(steps.at(-1)).toMatchObject({
      ...{ stage: 'diagnose', from: 'under-way', to: 'closed', by: 'A chair' },
      ...{
        note: 'The figures come later.',
        left: left.map((item: { title: string }) => item.title),
      },
    });
    expect(now.stages[0].state).toBe('closed');
    await move(round, 'under-way', 'Too soon.');
    expect((await json(`/rounds/${round}`)).steps).toHaveLength(3);
  });

  test('[CY-5] stages overlap; there is no closing what never started', async () => {
    expect((await move(round, 'under-way', '', 'change')).status).toBe(200);
    const never = await move(round, 'closed', '', 'normalise');
    expect(never.status).toBe(409);
    expect(await codes(never)).toEqual(['no-such-stage-move']);
  });

  test('[CY-8] a published review of the round fills what Diagnose gives', async () => {
    const gap = {
      ...{ topic: 'T1.2', indicator: '', title: 'Nobody counts', kind: 'data', severity: 'high' },
      ...{ affected: '', locallySolvable: true, escalateTo: '', review: null },
    };
    await call(`/places/${on.place}/gaps`, { json: gap });
    const given = async () =>
      Object.fromEntries(
        (await json(`/rounds/${round}`)).outputs.map(
          ({ output, count }: { output: string; count: number | null }) => [output, count],
        ),
      );
    expect(await given()).toMatchObject({ profile: null, gaps: null, 'validated-findings': 0 });
    const { token } = await askRater(on, review, 'Police');
    await moveTo(on, review, 'rating');
    await rate(on, token, '1.1.3', '2');
    for (const to of ['agreeing', 'validated', 'published']) await moveTo(on, review, to);
    expect(await given()).toMatchObject({
      ...{ profile: 1, gaps: 1, assets: 0, 'data-gaps': 1 },
      ...{ 'validated-findings': 1, innovations: null },
    });
  });

  test('what a stage gave is written down', async () => {
    const note = { output: 'innovations', note: 'A night desk.', link: 'https://example.org/desk' };
    expect((await call(`/rounds/${round}/outputs`, { method: 'PUT', json: note })).status).toBe(
      200,
    );
    const { outputs } = await json(`/rounds/${round}`);
    expect(outputs).toContainEqual({
      ...{ ...note, stage: 'change', count: null, there: true, waits: false },
      ...{ by: 'Cora', at: '2026-03-02T10:00:00.000Z' },
    });
    const odd = { ...note, link: 'javascript:alert(1)' };
    expect((await call(`/rounds/${round}/outputs`, { method: 'PUT', json: odd })).status).toBe(422);
  });

  test('it is renamed while it is open', async () => {
    const renamed = { title: 'The spring round', goals: 'Beds at night.' };
    await call(`/rounds/${round}`, { method: 'PATCH', json: renamed });
    expect((await json(`/rounds/${round}`)).round).toMatchObject({
      ...renamed,
      startedOn: '2026-01-10',
    });
    await call(`/rounds/${round}`, { method: 'PATCH', json: { title: ' ' } });
    expect((await json(`/rounds/${round}`)).round.title).toBe('Round 1');
  });

  test('home names it, and what is due in the stages that are under way', async () => {
    const { cycle } = await json(`/places/${on.place}/home`);
    expect(cycle).toMatchObject({ rounds: 1, open: { id: round, number: 1 }, last: null });
    const stages = new Set(
      cycle.due
        .filter((each: { kind: string }) => each.kind === 'item')
        .map((each: { stage: string }) => each.stage),
    );
    expect([...stages]).toEqual(['diagnose', 'change']);
  });
});

test('the matrix counts by both marks, and what lacks one apart', async () => {
  const asset = {
    ...{ name: 'Hall', kind: 'building', topics: [], capacity: '', accessRoute: '', owner: '' },
    ...{ lastConfirmed: null, consentToList: true, used: false, note: '' },
  };
  await call(`/places/${on.place}/assets`, {
    json: { ...asset, pathway: 'respite', fourP: 'protect' },
  });
  await call(`/places/${on.place}/assets`, { json: { ...asset, pathway: 'respite' } });
  const { cells, untagged } = await json(`/places/${on.place}/matrix`);
  expect(cells).toHaveLength(20);
  expect(cells).toContainEqual({
    ...{ pathway: 'respite', fourP: 'protect' },
    ...{ actions: 0, gaps: 0, assets: 1 },
  });
  // The gap of the test above has no marks.
  expect(untagged).toEqual({ actions: 0, gaps: 1, assets: 1 });
});

test('who may not, is told so; who only reads, reads', async () => {
  const { rounds } = await json(`/places/${on.place}/rounds`);
  const round = rounds[0].id;
  const [item] = (await json(`/rounds/${round}`)).items;
  for (const role of ['member', 'policy-reader'] as const) {
    const cookie = await on.as(role);
    expect((await call(`/rounds/${round}`, { cookie })).status).toBe(200);
    expect((await open({}, cookie)).status).toBe(403);
    expect((await move(round, 'closed', 'x', 'diagnose', cookie)).status).toBe(403);
    expect((await change(item.id, { done: true }, cookie)).status).toBe(403);
  }
  const analyst = await on.as('analyst');
  expect((await change(item.id, { done: true }, analyst)).status).toBe(200);
  expect((await move(round, 'closed', 'x', 'diagnose', analyst)).status).toBe(403);
});

test('to everybody else there is no such round', async () => {
  const { rounds } = await json(`/places/${on.place}/rounds`);
  const round = rounds[0].id;
  const [item] = (await json(`/rounds/${round}`)).items;
  const { partnerships } = await (
    await on.house.call('/api/session', { cookie: on.stranger })
  ).json();
  const theirs = `/api/partnerships/${partnerships[0].id}`;
  for (const [method, rest, body] of [
    ['GET', `/rounds/${round}`, undefined],
    ['GET', `/rounds/${round}/close-out`, undefined],
    ['PATCH', `/rounds/${round}`, { title: 'Taken' }],
    ['POST', `/rounds/${round}/move`, { stage: 'change', to: 'closed', note: 'x' }],
    ['POST', `/rounds/${round}/items`, { stage: 'change', title: 'x' }],
    ['PATCH', `/checklist/${item.id}`, { done: true }],
  ] as const) {
    const init = { method, ...(body && { json: body }) };
    expect((await on.house.call(on.path(rest), init)).status).toBe(401);
    for (const path of [on.path(rest), `${theirs}${rest}`]) {
      const answer = await on.house.call(path, { ...init, cookie: on.stranger });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  }
  const seen = await on.house.call(`${theirs}/places/${on.place}/rounds`, { cookie: on.stranger });
  expect((await seen.json()).rounds).toEqual([]);
});

test('what is not there is not found, and bad input is named', async () => {
  expect((await call(`/places/${on.version}/rounds`)).status).toBe(404);
  expect((await call(`/places/${on.version}/rounds`, { json: first })).status).toBe(404);
  expect((await call(`/rounds/${on.place}`)).status).toBe(404);
  const bad = await open({ startedOn: 'in May' });
  expect(bad.status).toBe(422);
});
