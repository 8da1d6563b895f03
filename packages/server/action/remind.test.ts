import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { asInstallation } from '../database/within.ts';
import { namedAction } from '../testing/fill-action.ts';
import { stage, type Stage } from '../testing/stage.ts';
import { keepReminding, remind } from './remind.ts';

// The house's own clock stands at 2 March 2026; reminders are asked for on days of their own.

const on: Stage = await stage();
afterAll(() => on.house.close());

beforeEach(async () => {
  on.house.sent.length = 0;
  await asInstallation(on.house.database, async (tx) => {
    await tx.deleteFrom('action').execute();
    await tx.deleteFrom('reminder_opt_out').execute();
  });
});

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const add = async (change: object = {}) =>
  (await call(`/places/${on.place}/actions`, { json: { ...namedAction, ...change } })).json();
const at = (day: string) => ({
  ...on.house,
  ports: { ...on.house.ports, clock: { now: () => new Date(`${day}T06:00:00Z`) } },
});
const to = () => on.house.sent.map((message) => message.to);

/** A member with an address, who is made the owner of what is added. */
async function memberWith(
  email: string,
): Promise<{ readonly id: string; readonly cookie: string }> {
  const cookie = await on.house.signIn(on.ours, 'member', 'Mina');
  const { people } = await (await call('/people')).json();
  const { id, person } = people.find((each: { name: string }) => each.name === 'Mina');
  await asInstallation(on.house.database, (tx) =>
    tx.updateTable('person').set({ email }).where('id', '=', person).execute(),
  );
  return { id, cookie };
}

describe('reminders', () => {
  test('[AC-8] come once before the due day and once after it, whoever asks how often', async () => {
    await add({ title: 'Two beds' });
    for (const [day, sent] of [
      ['2026-04-16', 0],
      ['2026-04-17', 1],
      ['2026-04-17', 0],
      ['2026-05-01', 0],
      ['2026-05-02', 1],
      ['2026-06-30', 0],
    ] as const)
      expect([day, await remind(at(day))]).toEqual([day, sent]);
    expect(on.house.sent.map(({ subject }) => subject)).toEqual([
      'Due 1 May 2026: Two beds',
      'Overdue: Two beds',
    ]);
  });

  test('say what is due where, link to it, and how to have none', async () => {
    const { id } = await add();
    await remind(at('2026-04-20'));
    const [message] = on.house.sent;
    expect(message?.to).toBe('housing@lantern.example');
    expect(message?.text).toContain('Hello Housing lead,');
    expect(message?.text).toContain('in the plan for Harbourside is due on 1 May 2026');
    expect(message?.text).toContain(`http://freehold.test/p/${on.ours}/plan/actions/${id}`);
    expect(message?.text).toContain('switch reminders off');
  });

  test('[AC-8] begin anew with a new due day', async () => {
    const { id } = await add();
    await remind(at('2026-04-20'));
    const json = { version: 1, dueOn: '2026-06-01' };
    await call(`/actions/${id}`, { method: 'PATCH', json });
    expect(await remind(at('2026-05-20'))).toBe(1);
  });

  test('two servers that look at once send one', async () => {
    await add();
    const sent = await Promise.all([remind(at('2026-04-20')), remind(at('2026-04-20'))]);
    expect(sent.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(on.house.sent).toHaveLength(1);
  });

  test('[AC-9] what is done, removed, switched off, or without an address sends nothing', async () => {
    await add({ status: 'done' });
    await add({ remind: false });
    await add({ ownerMailbox: '' });
    await add({ dueOn: null });
    const { id } = await add();
    await call(`/actions/${id}`, { method: 'PATCH', json: { version: 1, removed: true } });
    expect(await remind(at('2026-05-20'))).toBe(0);
  });

  test('[AC-9] the mailbox comes before the member; a member may have none', async () => {
    const { id, cookie } = await memberWith('mina@example.org');
    await add({ ownerMember: id });
    await add({ ownerMember: id, ownerMailbox: '' });
    await remind(at('2026-04-20'));
    expect(to().toSorted()).toEqual(['housing@lantern.example', 'mina@example.org']);
    const choose = (wants: boolean) =>
      call('/reminders', { method: 'PUT', cookie, json: { wants } });
    expect(await (await choose(false)).json()).toEqual({ wants: false });
    await choose(false);
    expect((await (await call('/reminders', { cookie })).json()).wants).toBe(false);
    expect(await remind(at('2026-05-20'))).toBe(1);
    await choose(true);
    expect(await remind(at('2026-05-20'))).toBe(1);
  });

  test('that could not be sent are tried again; one bad address holds nobody else up', async () => {
    await add({ title: 'First', dueOn: '2026-04-21', ownerMailbox: 'away@example.org' });
    await add({ title: 'Second' });
    const house = at('2026-04-20');
    const send = vi
      .spyOn(house.ports.mail, 'send')
      .mockRejectedValueOnce(new Error('mailbox away'));
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await remind(house)).toBe(1);
    expect(said.mock.calls.flat().join()).not.toContain('away@example.org');
    said.mockRestore();
    send.mockRestore();
    expect(await remind(at('2026-04-21'))).toBe(1);
    expect(to()).toEqual(['housing@lantern.example', 'away@example.org']);
  });

  test('of a made-up partnership are never sent', async () => {
    await add();
    const madeUp = (made_up: boolean) =>
      asInstallation(on.house.database, (tx) =>
        tx.updateTable('partnership').set({ made_up }).where('id', '=', on.ours).execute(),
      );
    await madeUp(true);
    expect(await remind(at('2026-04-20'))).toBe(0);
    await madeUp(false);
  });

  test('people see what was sent; the address only who may', async () => {
    const { id } = await add();
    await remind(at('2026-04-20'));
    const line = {
      ...{ id: expect.any(String), action: id, title: namedAction.title, kind: 'due-soon' },
      ...{ dueOn: '2026-05-01', to: 'housing@lantern.example', mine: false },
      ...{ askedAt: '2026-04-20T06:00:00.000Z', sentAt: '2026-04-20T06:00:00.000Z' },
    };
    expect(await (await call('/reminders')).json()).toEqual({ wants: true, sent: [line] });
    const cookie = await on.as('member');
    const seen = await (await call(`/actions/${id}`, { cookie })).json();
    expect(seen.reminders).toEqual([{ ...line, to: null }]);
  });

  test('are nobody else’s business', async () => {
    const choice = { method: 'PUT', json: { wants: false } };
    for (const init of [{}, choice]) {
      expect((await on.house.call(on.path('/reminders'), init)).status).toBe(401);
      const stranger = await on.house.call(on.path('/reminders'), { ...init, cookie: on.stranger });
      expect(stranger.status).toBe(404);
    }
    expect((await call('/reminders', { method: 'PUT', json: { wants: 'no' } })).status).toBe(422);
  });
});

test('the daily look sends at the start, then once a day', async () => {
  await add();
  let day = '2026-04-20';
  const house = {
    ...on.house,
    ports: { ...on.house.ports, clock: { now: () => new Date(`${day}T06:00:00Z`) } },
  };
  const reminding = keepReminding(house);
  await reminding.look();
  expect(on.house.sent).toHaveLength(1);
  await add({ title: 'Another' });
  await reminding.look();
  expect(on.house.sent).toHaveLength(1);
  day = '2026-04-21';
  await reminding.look();
  expect(on.house.sent).toHaveLength(2);
  await reminding.stop();
});
