import { afterAll, beforeAll, expect, test } from 'vitest';
import { stage, type Stage } from '../testing/stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const named = {
  name: 'Night shelter',
  kind: 'service',
  topics: ['T1.2', 'T3.3'],
  capacity: '12 beds',
  accessRoute: 'By phone, day and night',
  owner: 'St Anne’s',
  lastConfirmed: '2026-02-01',
  consentToList: true,
  used: false,
  note: '',
  pathway: 'recovery',
  fourP: null,
};
const add = (change: object = {}, cookie = on.coordinator) =>
  call(`/places/${on.place}/assets`, { cookie, json: { ...named, ...change } });
const change = (id: string, json: object, cookie = on.coordinator) =>
  call(`/assets/${id}`, { method: 'PATCH', cookie, json });
const names = async () =>
  (await (await call(`/places/${on.place}/assets`)).json()).assets.map(
    (each: { name: string }) => each.name,
  );

test('an asset is added, listed by name, changed field by field', async () => {
  const added = await (await add()).json();
  expect(added).toEqual({
    ...named,
    id: expect.any(String),
    place: on.place,
    removed: false,
    madeAt: expect.any(String),
    changedAt: expect.any(String),
  });
  await add({ name: 'Advice line', lastConfirmed: null }, await on.as('analyst'));
  expect(await names()).toEqual(['Advice line', 'Night shelter']);
  const changed = await (await change(added.id, { used: true, topics: [] })).json();
  expect(changed).toMatchObject({ ...named, used: true, topics: [] });
});

test('a removed asset leaves the list and can be brought back', async () => {
  const { id } = await (await add({ name: 'Old hall' })).json();
  expect(await (await change(id, { removed: true })).json()).toMatchObject({ removed: true });
  expect(await names()).not.toContain('Old hall');
  await change(id, { removed: false });
  expect(await names()).toContain('Old hall');
});

test('bad input is named, and what is not there is not found', async () => {
  const bad = await add({ name: '', kind: 'wish', lastConfirmed: 'May' });
  expect(bad.status).toBe(422);
  const paths = (await bad.json()).problems.map((each: { where: { path: string } }) => each.where);
  expect(paths).toEqual([{ path: 'name' }, { path: 'kind' }, { path: 'lastConfirmed' }]);
  expect((await change(on.place, { name: 'X' })).status).toBe(404);
  expect((await call(`/places/${on.version}/assets`)).status).toBe(404);
  expect((await call(`/places/${on.version}/assets`, { json: named })).status).toBe(404);
});

test('a member reads and does not write', async () => {
  const { id } = await (await add()).json();
  const cookie = await on.as('member');
  expect((await call(`/places/${on.place}/assets`, { cookie })).status).toBe(200);
  expect((await add({}, cookie)).status).toBe(403);
  expect((await change(id, { name: 'X' }, cookie)).status).toBe(403);
});

test('who is not a member finds nothing, and who is signed out is told so', async () => {
  const { id } = await (await add()).json();
  for (const [method, rest, json] of [
    ['GET', `/places/${on.place}/assets`, undefined],
    ['POST', `/places/${on.place}/assets`, named],
    ['PATCH', `/assets/${id}`, { name: 'Taken' }],
  ] as const) {
    const init = { method, ...(json && { json }) };
    expect((await on.house.call(on.path(rest), init)).status).toBe(401);
    const stranger = await on.house.call(on.path(rest), { ...init, cookie: on.stranger });
    expect(stranger.status).toBe(404);
  }
});
