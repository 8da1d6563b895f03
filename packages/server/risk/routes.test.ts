import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codes, stage, type Stage } from '../testing/stage.ts';
import { statementsIn } from '../testing/statements.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const named = {
  ...{
    title: 'Everything rests on one person',
    description: 'The co-ordinator’s post ends in June.',
  },
  ...{ likelihood: 4, impact: 4, mitigation: 'A deputy is named.' },
  ...{ ownerOrganisation: 'The council', ownerRole: 'Head of safety', reviewOn: '2026-05-01' },
  ...{ stage: 'normalise', topics: ['T4.1'], gaps: [] },
};
const add = (change: object = {}, cookie = on.coordinator) =>
  call(`/places/${on.place}/risks`, { cookie, json: { ...named, ...change } });
const change = (id: string, json: object, cookie = on.coordinator) =>
  call(`/risks/${id}`, { method: 'PATCH', cookie, json });

describe('a risk', () => {
  test('is put on record, and the list shows it', async () => {
    const added = await (await add({}, await on.as('chair'))).json();
    expect(added).toMatchObject({ ...named, status: 'open', reason: '', place: on.place });
    const { risks } = await (await call(`/places/${on.place}/risks`)).json();
    expect(risks).toEqual([added]);
  });

  test('is changed field by field, and accepted or closed with a reason only', async () => {
    const { id } = await (await add()).json();
    const worse = await (await change(id, { impact: 5 })).json();
    expect(worse).toMatchObject({ ...named, impact: 5 });
    const bare = await change(id, { status: 'accepted' });
    expect([bare.status, await codes(bare)]).toEqual([422, ['risk-reason-needed']]);
    const closed = await change(id, { status: 'closed', reason: 'A second post is funded.' });
    expect(await closed.json()).toMatchObject({ status: 'closed', impact: 5 });
  });

  test('does not fit everywhere', async () => {
    const { id } = await (await add()).json();
    for (const wrong of [{ likelihood: 0 }, { impact: 6 }, { title: ' ' }, { reviewOn: 'soon' }])
      expect((await add(wrong)).status).toBe(422);
    const strange = await add({ gaps: [id] });
    expect([strange.status, await codes(strange)]).toEqual([422, ['gap-unknown']]);
    expect(await codes(await change(id, { gaps: [on.place] }))).toEqual(['gap-unknown']);
    expect((await call(`/places/${id}/risks`)).status).toBe(404);
    expect((await change(on.place, { title: 'X' })).status).toBe(404);
  });
});

test('the register takes as many statements for twenty risks as for one', async () => {
  const count = () => statementsIn(on.house, () => call(`/places/${on.place}/risks`));
  const before = await count();
  for (let at = 0; at < 20; at += 1) await add({ title: `Risk ${at}` });
  expect(await count()).toBe(before);
});

test('a member reads it and changes nothing; a stranger finds nothing; signed out is told so', async () => {
  const { id } = await (await add()).json();
  const member = await on.as('member');
  expect((await call(`/places/${on.place}/risks`, { cookie: member })).status).toBe(200);
  expect((await add({}, member)).status).toBe(403);
  expect((await change(id, { title: 'X' }, member)).status).toBe(403);
  expect((await change(id, { title: 'X' }, on.stranger)).status).toBe(404);
  expect((await on.house.call(on.path(`/places/${on.place}/risks`))).status).toBe(401);
});
