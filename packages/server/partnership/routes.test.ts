import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { testHouse, type TestHouse } from '../testing/house.ts';

let house: TestHouse;
let ours: string;
let coordinator: string;
let member: string;
let stranger: string;

beforeAll(async () => {
  house = await testHouse();
  ours = await house.makePartnership('Ours');
  coordinator = await house.signIn(ours, 'co-ordinator', 'Cora');
  member = await house.signIn(ours, 'member', 'Max');
  const theirs = await house.makePartnership('Theirs');
  stranger = await house.signIn(theirs, 'co-ordinator', 'Stan');
});
afterAll(() => house.close());

const path = (rest = '') => `/api/partnerships/${ours}${rest}`;
const nobody = '00000000-0000-4000-8000-000000000000';
const jo = { name: 'Jo', email: null, role: 'analyst', organisation: 'Council' };

test('whoever starts a partnership becomes its co-ordinator', async () => {
  const made = await house.call('/api/partnerships', {
    cookie: stranger,
    json: { name: ' Newshire ' },
  });
  const { id } = await made.json();
  const shown = await house.call(`/api/partnerships/${id}`, { cookie: stranger });
  expect(await shown.json()).toEqual({
    id,
    name: 'Newshire',
    madeUp: false,
    homePlace: null,
    leastCell: 5,
    role: 'co-ordinator',
  });
});

test('the co-ordinator changes the name and the smallest count shown, and nobody else does', async () => {
  const json = { name: 'Ours anew', leastCell: 7 };
  const changed = await house.call(path(), { method: 'PUT', cookie: coordinator, json });
  expect(await changed.json()).toMatchObject(json);
  const refused = await house.call(path(), { method: 'PUT', cookie: member, json });
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ problems: [{ code: 'not-allowed' }] });
  const bad = { name: '', leastCell: 0 };
  const unfit = await house.call(path(), { method: 'PUT', cookie: coordinator, json: bad });
  expect(unfit.status).toBe(422);
  expect((await unfit.json()).problems).toHaveLength(2);
});

test('a colleague without e-mail gets a link that signs in once', async () => {
  const invited = await house.call(path('/people'), { cookie: coordinator, json: jo });
  const { link } = await invited.json();
  const token = link.split('/sign-in/')[1];
  const entered = await house.call('/api/session/link', { json: { token } });
  expect(entered.status).toBe(200);
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const session = await (await house.call('/api/session', { cookie })).json();
  expect(session).toMatchObject({ person: { name: 'Jo' }, partnerships: [{ role: 'analyst' }] });
  expect((await house.call('/api/session/link', { json: { token } })).status).toBe(404);
});

test('a colleague with e-mail is written to, and the answer shows no link', async () => {
  const json = { ...jo, name: 'Kim', email: 'Kim@Example.org' };
  const invited = await house.call(path('/people'), { cookie: coordinator, json });
  expect(await invited.json()).toMatchObject({ link: null });
  const message = house.sent.at(-1);
  expect(message).toMatchObject({ to: 'kim@example.org' });
  expect(message?.text).toMatch(/\/sign-in\/test-token-\d+/);
});

test('somebody whose e-mail is known stays one person, and the answer looks the same', async () => {
  const json = { ...jo, name: 'K.', email: 'kim@example.org', role: 'member' };
  const elsewhere = await house.makePartnership('Elsewhere');
  const cookie = await house.signIn(elsewhere);
  const people = `/api/partnerships/${elsewhere}/people`;
  const answer = await house.call(people, { cookie, json });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ id: expect.any(String), link: null, mailed: true });
  const token = house.sent.at(-1)?.text.match(/\/sign-in\/(\S+)/)?.[1];
  const entered = await house.call('/api/session/link', { json: { token } });
  const session = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const theirs = await (await house.call('/api/session', { cookie: session })).json();
  expect(theirs).toMatchObject({ person: { name: 'Kim' }, partnerships: [{}, {}] });
  const again = await house.call(people, { cookie, json });
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({ problems: [{ code: 'already-member' }] });
});

test('an e-mail that somebody only typed in opens nothing to them: its mailbox is asked, and is a person of its own', async () => {
  const claimer = await house.signIn(null, 'member', 'Claudia');
  await house.call('/api/me', {
    ...{ method: 'PUT', cookie: claimer, json: { name: 'Claudia', email: 'vic@example.org' } },
  });
  const elsewhere = await house.makePartnership('Claimed');
  const cookie = await house.signIn(elsewhere);
  const invited = await house.call(`/api/partnerships/${elsewhere}/people`, {
    ...{ cookie, json: { ...jo, name: 'Vic', email: 'vic@example.org' } },
  });
  expect(await invited.json()).toMatchObject({ link: null, mailed: true });
  const opened = await house.call(`/api/partnerships/${elsewhere}`, { cookie: claimer });
  expect(opened.status).toBe(404);
  expect(house.sent.at(-1)).toMatchObject({ to: 'vic@example.org' });
  const token = house.sent.at(-1)?.text.match(/\/sign-in\/(\S+)/)?.[1];
  const entered = await house.call('/api/session/link', { json: { token } });
  const vic = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const theirs = await (await house.call('/api/session', { cookie: vic })).json();
  expect(theirs).toMatchObject({ person: { name: 'Vic' }, partnerships: [{ name: 'Claimed' }] });
});

test('members see each other, and e-mails only the co-ordinator', async () => {
  const seen = async (cookie: string) =>
    (await (await house.call(path('/people'), { cookie })).json()).people as {
      name: string;
      email: string | null;
      organisation: string | null;
    }[];
  const byCoordinator = await seen(coordinator);
  expect(byCoordinator.map(({ name }) => name)).toEqual(['Cora', 'Jo', 'Kim', 'Max']);
  expect(byCoordinator[2]).toMatchObject({ email: 'kim@example.org', organisation: 'Council' });
  expect((await seen(member)).map(({ email }) => email)).toEqual([null, null, null, null]);
});

test('only the co-ordinator invites, and bad input is named', async () => {
  const refused = await house.call(path('/people'), { cookie: member, json: jo });
  expect(refused.status).toBe(403);
  const json = { ...jo, email: 'not an e-mail', role: 'king' };
  const bad = await house.call(path('/people'), { cookie: coordinator, json });
  expect(bad.status).toBe(422);
  const paths = (await bad.json()).problems.map((each: { where: { path: string } }) => each.where);
  expect(paths).toEqual([{ path: 'email' }, { path: 'role' }]);
});

test('with the mail server away the member is made, the answer says so, and the link can be sent again', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const broken = vi
    .spyOn(house.ports.mail, 'send')
    .mockRejectedValue(new Error('to lou@example.org'));
  const json = { ...jo, name: 'Lou', email: 'lou@example.org' };
  const invited = await house.call(path('/people'), { cookie: coordinator, json });
  expect(invited.status).toBe(200);
  const { id, ...rest } = await invited.json();
  expect(rest).toEqual({ link: null, mailed: false });
  const again = () =>
    house.call(path(`/people/${id}/invitation`), { method: 'POST', cookie: coordinator });
  expect(await (await again()).json()).toEqual({ mailed: false });
  expect(log.mock.calls.join()).not.toContain('lou@');
  broken.mockRestore();
  log.mockRestore();
  expect(await (await again()).json()).toEqual({ mailed: true });
  const token = house.sent.at(-1)?.text.match(/\/sign-in\/(\S+)/)?.[1];
  expect((await house.call('/api/session/link', { json: { token } })).status).toBe(200);
});

test('a member without e-mail is sent nothing: whoever had the link could be them', async () => {
  const { people } = await (await house.call(path('/people'), { cookie: coordinator })).json();
  const max = people.find((each: { name: string }) => each.name === 'Max');
  const answer = await house.call(path(`/people/${max.id}/invitation`), {
    ...{ method: 'POST', cookie: coordinator },
  });
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ problems: [{ code: 'member-without-email' }] });
});

test('whoever is taken out finds nothing any more, and the last co-ordinator stays', async () => {
  const leaver = await house.signIn(ours, 'analyst', 'Lea');
  const { people } = await (await house.call(path('/people'), { cookie: coordinator })).json();
  const idOf = (name: string) => people.find((each: { name: string }) => each.name === name).id;
  const remove = (id: string, cookie: string) =>
    house.call(path(`/people/${id}`), { method: 'DELETE', cookie });
  expect((await remove(idOf('Lea'), member)).status).toBe(403);
  expect((await remove(idOf('Lea'), coordinator)).status).toBe(200);
  expect((await house.call(path(), { cookie: leaver })).status).toBe(404);
  expect((await remove(idOf('Lea'), coordinator)).status).toBe(404);
  const last = await remove(idOf('Cora'), coordinator);
  expect(last.status).toBe(409);
  expect(await last.json()).toMatchObject({ problems: [{ code: 'last-co-ordinator' }] });
});

const every = [
  ['GET', '', undefined],
  ['PUT', '', { name: 'X', leastCell: 5 }],
  ['GET', '/people', undefined],
  ['POST', '/people', jo],
  ['POST', `/people/${nobody}/invitation`, undefined],
  ['DELETE', `/people/${nobody}`, undefined],
] as const;

test.each(every)('%s %s: another partnership’s user finds nothing', async (method, rest, json) => {
  const answer = await house.call(path(rest), { method, cookie: stranger, json });
  expect(answer.status).toBe(404);
});

test.each(every)('%s %s: signed out is told to sign in', async (method, rest, json) => {
  expect((await house.call(path(rest), { method, json })).status).toBe(401);
});

test('signed out, nobody starts a partnership', async () => {
  expect((await house.call('/api/partnerships', { json: { name: 'X' } })).status).toBe(401);
  const bad = await house.call('/api/partnerships', { cookie: stranger, json: { name: ' ' } });
  expect(bad.status).toBe(422);
});
