import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { within } from '../database/within.ts';
import { codes, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const taken = {
  question: 'Who keeps the joint inbox?',
  options: [
    { option: 'The council', weighed: 'Staffed on weekdays' },
    { option: 'The police', weighed: 'Staffed at night; fewer people would write' },
  ],
  ...{ reasons: 'People write to a council more readily.', outcome: 'The council keeps it.' },
  ...{ takenByOrganisation: 'The partnership', takenByRole: 'Board' },
  ...{ decidedOn: '2026-02-10', reviewOn: '2026-09-01', stage: 'challenge', gaps: [], actions: [] },
};
const add = (change: object = {}, cookie = on.coordinator) =>
  call(`/places/${on.place}/decisions`, { cookie, json: { ...taken, ...change } });
const correct = (id: string, json: object, cookie = on.coordinator) =>
  call(`/decisions/${id}/correct`, { cookie, json: { ...taken, ...json } });
const all = async () =>
  (await (await call(`/places/${on.place}/decisions`)).json()).decisions as {
    id: string;
    outcome: string;
    corrects: string | null;
  }[];

describe('a decision', () => {
  test('is kept as it was taken, with who wrote it down', async () => {
    const added = await (await add({}, await on.as('chair'))).json();
    expect(added).toMatchObject({
      ...taken,
      ...{ corrects: null, correction: '', byName: 'A chair' },
    });
    expect(await all()).toContainEqual(added);
  });

  test('[DE-1] is corrected by another, once; what it was stays', async () => {
    const { id } = await (await add()).json();
    const right = { outcome: 'The police keep it.', correction: 'The minutes were misread.' };
    const corrected = await (await correct(id, right)).json();
    expect(corrected).toMatchObject({ ...taken, ...right, corrects: id });
    expect((await all()).filter((each) => each.id === id || each.corrects === id)).toMatchObject([
      { outcome: taken.outcome },
      { outcome: right.outcome },
    ]);
    const again = await correct(id, right);
    expect([again.status, await codes(again)]).toEqual([409, ['corrected-already']]);
    expect((await correct(corrected.id, { ...right, correction: 'Once more.' })).status).toBe(200);
  });

  test('is never changed or removed, not even past the routes', async () => {
    const { id } = await (await add()).json();
    const inside = (statement: ReturnType<typeof sql>) =>
      within(on.house.database, { person: null, rater: null, partnership: on.ours }, (tx) =>
        statement.execute(tx),
      );
    await expect(inside(sql`update decision set outcome = 'x' where id = ${id}`)).rejects.toThrow(
      /on record/,
    );
    await expect(inside(sql`delete from decision where id = ${id}`)).rejects.toThrow(/on record/);
  });

  test('does not fit everywhere', async () => {
    const { id } = await (await add()).json();
    for (const wrong of [{ question: '' }, { outcome: ' ' }, { decidedOn: 'May' }])
      expect((await add(wrong)).status).toBe(422);
    expect(await codes(await add({ gaps: [id], actions: [id] }))).toEqual([
      'gap-unknown',
      'action-unknown',
    ]);
    expect((await correct(id, { correction: ' ' })).status).toBe(422);
    expect((await correct(on.place, { correction: 'X' })).status).toBe(404);
    expect((await call(`/places/${id}/decisions`)).status).toBe(404);
  });
});

test('a member reads and writes nothing; a stranger finds nothing; signed out is told so', async () => {
  const { id } = await (await add()).json();
  const member = await on.as('member');
  expect((await call(`/places/${on.place}/decisions`, { cookie: member })).status).toBe(200);
  expect((await add({}, member)).status).toBe(403);
  expect((await correct(id, { correction: 'X' }, member)).status).toBe(403);
  expect((await correct(id, { correction: 'X' }, on.stranger)).status).toBe(404);
  expect((await on.house.call(on.path(`/places/${on.place}/decisions`))).status).toBe(401);
});
