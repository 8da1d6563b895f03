import { afterAll, beforeAll, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '../testing/house.ts';

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
