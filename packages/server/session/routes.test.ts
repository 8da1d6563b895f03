import { afterAll, beforeAll, expect, test } from 'vitest';
import { app } from '../app.ts';
import { asInstallation } from '../database/within.ts';
import { firstPerson } from '../partnership/first.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { makeSignInLink } from './store.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

test('a sign-in link works once and opens a session', async () => {
  const partnership = await house.makePartnership('Testshire');
  const cookie = await house.signIn(partnership);
  const session = await (await house.call('/api/session', { cookie })).json();
  expect(session).toMatchObject({ partnerships: [{ name: 'Testshire', role: 'co-ordinator' }] });
  const again = await house.call('/api/session/link', { json: { token: 'test-token-000001' } });
  expect(again.status).toBe(404);
});

test('the first start makes one administrator, whose link signs in once; later starts make no other', async () => {
  const person = await firstPerson(house);
  expect(await firstPerson(house)).toBe(person);
  const now = house.ports.clock.now();
  await asInstallation(house.database, (tx) =>
    makeSignInLink(tx, { token: 'printed-on-the-terminal', person, now }),
  );
  const enter = () =>
    house.call('/api/session/link', { json: { token: 'printed-on-the-terminal' } });
  const cookie = (await enter()).headers.get('set-cookie')?.split(';')[0] ?? '';
  const session = await (await house.call('/api/session', { cookie })).json();
  expect(session).toMatchObject({ person: { id: person, administrator: true } });
  expect((await enter()).status).toBe(404);
});

test('the example is entered with one click, and by its setting with none', async () => {
  const closed = { ...house, config: { ...house.config, example: false } };
  await asInstallation(house.database, (tx) =>
    tx.insertInto('partnership').values({ name: 'Made up', made_up: true }).execute(),
  );
  const click = { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } };
  const open = await house.call('/api/session/example', { method: 'POST' });
  expect(open.status).toBe(200);
  const shut = await app(closed).request('/api/session/example', click);
  expect(shut.status).toBe(404);
  expect(shut.headers.get('set-cookie')).toBeNull();
  expect(await (await app(closed).request('/api/session/ways')).json()).toEqual({ example: false });
});

test('a person sees all that is held on them, and nothing of anybody else', async () => {
  const partnership = await house.makePartnership('Heldshire');
  const cookie = await house.signIn(partnership, 'analyst', 'Hanna Held');
  await house.signIn(partnership, 'member', 'Otto Other');
  const held = await (await house.call('/api/me', { cookie })).json();
  expect(held).toMatchObject({
    person: { name: 'Hanna Held', email: null, twoFactor: false, hasPassword: false },
    memberships: [{ partnership: 'Heldshire', role: 'analyst', organisation: null }],
    sessions: [{}],
    auditRows: 0,
  });
  expect(JSON.stringify(held)).not.toContain('Otto');
  const again = await (await house.call('/api/me', { cookie })).json();
  expect(again.auditRows).toBe(1);
});

test('signed out, the session is refused as problem JSON', async () => {
  const answer = await house.call('/api/session');
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(await answer.json()).toMatchObject({ problems: [{ code: 'not-signed-in' }] });
});

test('a session ends after twelve hours, however much it is used', async () => {
  let now = new Date('2026-03-02T06:00:00Z');
  const moving = await testHouse(undefined, { now: () => now });
  const cookie = await moving.signIn(null);
  const later = async (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
    return (await moving.call('/api/session', { cookie })).status;
  };
  for (let at = 0; at < 47; at += 1) expect(await later(15)).toBe(200);
  expect(await later(15)).toBe(401);
  await moving.close();
});
