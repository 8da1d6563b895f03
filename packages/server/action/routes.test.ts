import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { within } from '../database/within.ts';
import { namedAction } from '../testing/fill-action.ts';
import { codes, stage, type Stage } from '../testing/stage.ts';

// The house's clock stands at 2 March 2026.

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const add = (change: object = {}, cookie = on.coordinator) =>
  call(`/places/${on.place}/actions`, { cookie, json: { ...namedAction, ...change } });
const made = async (change: object = {}) => (await add(change)).json();
const patch = (id: string, json: object, cookie = on.coordinator) =>
  call(`/actions/${id}`, { method: 'PATCH', cookie, json });
const rag = (id: string, json: object, cookie = on.coordinator) =>
  call(`/actions/${id}/rag`, { method: 'PUT', cookie, json });
const note = (id: string, text: string, cookie = on.coordinator) =>
  call(`/actions/${id}/notes`, { cookie, json: { text } });
const listed = async (cookie = on.coordinator) =>
  (await (await call(`/places/${on.place}/actions`, { cookie })).json()).actions;

describe('an action', () => {
  test('is kept as it was written, with a colour that the rule proposes', async () => {
    const { ownerOrganisation, ownerRole, ownerMailbox, ownerMember, ...rest } = namedAction;
    const action = await made();
    expect(action).toEqual({
      ...rest,
      id: expect.any(String),
      place: on.place,
      roundNumber: null,
      owner: {
        organisation: ownerOrganisation,
        role: ownerRole,
        mailbox: ownerMailbox,
        member: ownerMember,
        memberName: null,
      },
      endedOn: null,
      overdue: false,
      rag: {
        stands: 'amber',
        proposed: 'amber',
        because: [{ code: 'late-start', days: 29 }],
        ...{ decided: null, reason: '', by: '', at: null, lookAgain: false },
      },
      progress: { n: 0, last: null },
      removed: false,
      version: 1,
      madeAt: '2026-03-02T10:00:00.000Z',
      changedAt: '2026-03-02T10:00:00.000Z',
      changedBy: 'Cora',
    });
    expect(await listed()).toContainEqual(action);
    const shown = await (await call(`/actions/${action.id}`)).json();
    expect(shown).toEqual({ action, notes: [], reminders: [] });
  });

  test('has the day it ended while it is ended', async () => {
    const { id } = await made();
    const done = await (await patch(id, { version: 1, status: 'done' })).json();
    expect(done).toMatchObject({ endedOn: '2026-03-02', rag: { stands: null } });
    const again = await (await patch(id, { version: 2, status: 'under-way' })).json();
    expect(again).toMatchObject({ endedOn: null, version: 3 });
  });

  test('links only to what the place has, and is due after its start', async () => {
    const gap = await (
      await call(`/places/${on.place}/gaps`, {
        json: {
          ...{ topic: 'T3.3', indicator: '', title: 'No beds', kind: 'service' },
          ...{ severity: 'high', affected: '', locallySolvable: true, escalateTo: '' },
          review: null,
        },
      })
    ).json();
    expect((await made({ gaps: [gap.id, gap.id] })).gaps).toEqual([gap.id]);
    const bad = await add({
      gaps: [on.version],
      assets: [gap.id],
      round: gap.id,
      ownerMember: gap.id,
      dueOn: '2026-01-31',
    });
    expect(bad.status).toBe(422);
    expect(await codes(bad)).toEqual([
      'due-before-start',
      'gap-unknown',
      'asset-unknown',
      'round-unknown',
      'member-unknown',
    ]);
  });

  test('a removed one leaves the list and can be brought back', async () => {
    const { id } = await made({ title: 'Old plan' });
    const titles = async () => (await listed()).map(({ title }: { title: string }) => title);
    await patch(id, { version: 1, removed: true });
    expect(await titles()).not.toContain('Old plan');
    await patch(id, { version: 2, removed: false });
    expect(await titles()).toContain('Old plan');
  });
});

describe('two people at one action', () => {
  test('[AC-14] changes to different fields both stand', async () => {
    const { id } = await made();
    await patch(id, { version: 1, title: 'New title' }, await on.as('analyst'));
    const both = await (await patch(id, { version: 1, method: 'New method' })).json();
    expect(both).toMatchObject({ title: 'New title', method: 'New method', version: 3 });
  });

  test('[AC-14] a lost update is refused with what the other wrote', async () => {
    const { id } = await made();
    await patch(id, { version: 1, title: 'Theirs' }, await on.as('analyst'));
    const late = await patch(id, { version: 1, title: 'Mine', method: 'Mine' });
    expect(late.status).toBe(409);
    expect((await late.json()).problems).toEqual([
      {
        code: 'changed-meanwhile',
        where: { path: 'title' },
        details: { theirs: 'Theirs', by: 'A analyst', version: 2 },
      },
    ]);
    const kept = await (await call(`/actions/${id}`)).json();
    expect(kept.action).toMatchObject({ title: 'Theirs', method: namedAction.method });
    const again = await (await patch(id, { version: 2, title: 'Mine' })).json();
    expect(again).toMatchObject({ title: 'Mine', version: 3 });
  });

  test('a version that does not exist yet is refused', async () => {
    const { id } = await made();
    expect(await codes(await patch(id, { version: 9, title: 'X' }))).toEqual(['version-unknown']);
  });
});

describe('the colour', () => {
  test('[AC-6] a person decides with a reason, and the rule’s answer stays beside it', async () => {
    const { id } = await made();
    const bare = await rag(id, { version: 1, rag: 'green', reason: ' ' });
    expect(await codes(bare)).toEqual(['rag-reason-needed']);
    const chair = await on.as('chair');
    const said = await (
      await rag(id, { version: 1, rag: 'green', reason: 'Contract signed.' }, chair)
    ).json();
    expect(said.rag).toEqual({
      ...{ stands: 'green', proposed: 'amber', because: [{ code: 'late-start', days: 29 }] },
      ...{ decided: 'green', reason: 'Contract signed.', by: 'A chair' },
      ...{ at: '2026-03-02T10:00:00.000Z', lookAgain: false },
    });
    const back = await (await rag(id, { version: 2, rag: null, reason: '' })).json();
    expect(back.rag).toMatchObject({ stands: 'amber', decided: null, by: '', at: null });
  });

  test('[AC-7] a rule that has become worse since asks for another look', async () => {
    const { id } = await made();
    await rag(id, { version: 1, rag: 'green', reason: 'Contract signed.' });
    const late = await (await patch(id, { version: 2, dueOn: '2026-03-01' })).json();
    expect(late.rag).toMatchObject({ stands: 'green', proposed: 'red', lookAgain: true });
  });

  test('is not given to what has ended', async () => {
    const { id } = await made({ status: 'done' });
    const said = await rag(id, { version: 1, rag: 'green', reason: 'Well done' });
    expect(await codes(said)).toEqual(['action-ended']);
  });
});

describe('notes', () => {
  test('are added by whoever takes part, newest first, and the list shows the last', async () => {
    const { id } = await made();
    await note(id, 'First call made.');
    const second = await (await note(id, 'Hostel agreed.', await on.as('member'))).json();
    expect(second).toMatchObject({ text: 'Hostel agreed.', byName: 'A member' });
    const { notes, action } = await (await call(`/actions/${id}`)).json();
    expect(notes.map(({ text }: { text: string }) => text).toSorted()).toEqual([
      'First call made.',
      'Hostel agreed.',
    ]);
    expect(action.progress.n).toBe(2);
    expect(action.version).toBe(1);
  });

  test('the database itself lets nobody change or remove one', async () => {
    const { id } = await made();
    await note(id, 'As it was said.');
    const actor = { person: null, rater: null, partnership: on.ours };
    const tries = [
      within(on.house.database, actor, (tx) =>
        tx.updateTable('action_note').set({ text: 'Otherwise' }).execute(),
      ),
      within(on.house.database, actor, (tx) => tx.deleteFrom('action_note').execute()),
    ];
    for (const attempt of tries) await expect(attempt).rejects.toThrow(/neither changed/);
  });
});

test('the CSV has a row an action, and guards what a spreadsheet would run', async () => {
  await made({ title: '=1+1' });
  const answer = await call(`/places/${on.place}/actions.csv`);
  expect(answer.headers.get('content-disposition')).toContain('actions.csv');
  const [head = '', ...lines] = (await answer.text()).trimEnd().split('\r\n');
  expect(head.replace('\uFEFF', '')).toMatch(/^title,objective,method,status,colour,/);
  expect(lines).toHaveLength((await listed()).length);
  expect(lines.some((line) => line.startsWith("'=1+1,"))).toBe(true);
});

test('a list of many takes as many statements as a list of one', async () => {
  on.house.statements();
  await listed();
  const before = on.house.statements().length;
  for (let n = 0; n < 5; n += 1) await note((await made()).id, 'Going well.');
  on.house.statements();
  await listed();
  expect(on.house.statements()).toHaveLength(before);
});

test('bad input is named, and what is not there is not found', async () => {
  const bad = await add({ title: '', kind: 'wish', dueOn: 'May', cost: -1, currency: '£' });
  expect(bad.status).toBe(422);
  const paths = (await bad.json()).problems.map(
    ({ where }: { where: { path: string } }) => where.path,
  );
  expect(paths).toEqual(['title', 'dueOn', 'kind', 'cost', 'currency']);
  for (const answer of [
    await call(`/places/${on.version}/actions`),
    await call(`/places/${on.version}/actions.csv`),
    await call(`/places/${on.version}/actions`, { json: namedAction }),
    await call(`/actions/${on.place}`),
    await patch(on.place, { version: 1, title: 'X' }),
    await rag(on.place, { version: 1, rag: null, reason: '' }),
    await note(on.place, 'X'),
  ])
    expect(answer.status).toBe(404);
});

test('who may not write is refused, and sees no mailbox', async () => {
  const { id } = await made();
  const member = await on.as('member');
  const [first] = await listed(member);
  expect(first.owner.mailbox).toBeNull();
  for (const answer of [
    await add({}, member),
    await patch(id, { version: 1, title: 'X' }, member),
    await rag(id, { version: 1, rag: 'red', reason: 'X' }, member),
    await note(id, 'X', await on.as('researcher')),
  ])
    expect(answer.status).toBe(403);
});

test('who is not a member finds nothing, and who is signed out is told so', async () => {
  const { id } = await made();
  for (const [method, rest, json] of [
    ['GET', `/places/${on.place}/actions`, undefined],
    ['GET', `/places/${on.place}/actions.csv`, undefined],
    ['POST', `/places/${on.place}/actions`, namedAction],
    ['GET', `/actions/${id}`, undefined],
    ['PATCH', `/actions/${id}`, { version: 1, title: 'Taken' }],
    ['PUT', `/actions/${id}/rag`, { version: 1, rag: 'red', reason: 'Taken' }],
    ['POST', `/actions/${id}/notes`, { text: 'Taken' }],
  ] as const) {
    const init = { method, ...(json && { json }) };
    expect((await on.house.call(on.path(rest), init)).status).toBe(401);
    const stranger = await on.house.call(on.path(rest), { ...init, cookie: on.stranger });
    expect(stranger.status).toBe(404);
  }
});
