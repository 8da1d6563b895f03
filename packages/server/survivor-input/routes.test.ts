import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codes, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
let adviser: string;
beforeAll(async () => {
  on = await stage();
  adviser = await on.as('survivor-adviser');
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: adviser, ...init });
const heard = {
  ...{ channel: 'group', theme: 'Safe housing', people: '5-9', changed: '', actions: [] },
  ...{ summary: 'People waited for a bed without being told how long.', stage: 'challenge' },
  receivedOn: '2026-02-01',
};
const add = (change: object = {}, cookie = adviser) =>
  call(`/places/${on.place}/survivor-input`, { cookie, json: { ...heard, ...change } });
const change = (id: string, json: object, cookie = adviser) =>
  call(`/survivor-input/${id}`, { method: 'PATCH', cookie, json });
const all = async () =>
  (await (await call(`/places/${on.place}/survivor-input`)).json()).inputs as { id: string }[];

describe('what survivors say', () => {
  test('is written down by their adviser, and answered when something changed', async () => {
    const added = await (await add()).json();
    expect(added).toMatchObject({ ...heard, removed: false, place: on.place });
    expect(await all()).toContainEqual(added);
    const answered = await change(added.id, { changed: 'Waits are said on the first day.' });
    expect(await answered.json()).toMatchObject({
      ...heard,
      changed: 'Waits are said on the first day.',
    });
  });

  test('[SV-2] is refused where it could lead to one person, and nothing of it is kept', async () => {
    const before = await all();
    const told = await add({ summary: 'Ask her at a.b@example.org', theme: 'born 1/2/1990' });
    expect(told.status).toBe(422);
    expect(await told.json()).toMatchObject({
      problems: [
        { where: { path: 'theme' }, details: { kind: 'full-date', found: '1/2/1990' } },
        { where: { path: 'summary' }, details: { kind: 'e-mail', found: 'a.b@example.org' } },
      ],
    });
    expect(await all()).toEqual(before);
    const { id } = await (await add()).json();
    expect(await codes(await change(id, { changed: 'Ring 07700 900123' }))).toEqual([
      'identifying-detail',
    ]);
  });

  test('is taken out, and brought back', async () => {
    const { id } = await (await add()).json();
    await change(id, { removed: true });
    expect((await all()).map((each) => each.id)).not.toContain(id);
    await change(id, { removed: false });
    expect((await all()).map((each) => each.id)).toContain(id);
  });

  test('does not fit everywhere', async () => {
    const { id } = await (await add()).json();
    for (const wrong of [{ people: '3' }, { channel: 'gossip' }, { summary: '' }])
      expect((await add(wrong)).status).toBe(422);
    expect(await codes(await add({ actions: [id] }))).toEqual(['action-unknown']);
    expect((await change(on.place, { theme: 'X' })).status).toBe(404);
    expect((await call(`/places/${id}/survivor-input`)).status).toBe(404);
  });
});

test('an analyst reads and writes nothing; a stranger finds nothing; signed out is told so', async () => {
  const { id } = await (await add()).json();
  const analyst = await on.as('analyst');
  expect((await call(`/places/${on.place}/survivor-input`, { cookie: analyst })).status).toBe(200);
  expect((await add({}, analyst)).status).toBe(403);
  expect((await change(id, { theme: 'X' }, analyst)).status).toBe(403);
  expect((await change(id, { theme: 'X' }, on.stranger)).status).toBe(404);
  expect((await on.house.call(on.path(`/places/${on.place}/survivor-input`))).status).toBe(401);
});
