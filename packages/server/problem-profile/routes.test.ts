import JSZip from 'jszip';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Document } from '@freehold/core/document';
import { asInstallation, within } from '../database/within.ts';
import { makeExample } from '../example/example.ts';
import { firstPerson } from '../partnership/first.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { codes } from '../testing/stage.ts';

let house: TestHouse;
let partnership: string;
let place: string;
let cookie: string;
let reader: string;
let stranger: string;
const beside: string[] = [];

beforeAll(async () => {
  house = await testHouse();
  partnership = (await makeExample(house, await firstPerson(house))) ?? '';
  cookie = await house.signIn(partnership);
  reader = await house.signIn(partnership, 'policy-reader');
  stranger = await house.signIn(await house.makePartnership('Elsewhere'));
  const places = await asInstallation(house.database, (tx) =>
    tx
      .selectFrom('place')
      .select(['id', 'name'])
      .where('partnership_id', '=', partnership)
      .execute(),
  );
  place = places.find(({ name }) => name === 'Gullhaven')?.id ?? '';
  beside.push(places.find(({ name }) => name === 'Saltmere')?.id ?? '');
});
afterAll(() => house.close());

const call = (rest: string, init: Parameters<TestHouse['call']>[1] = {}) =>
  house.call(`/api/partnerships/${partnership}${rest}`, { cookie, ...init });
const at = (rest = '', of = place) => `/places/${of}/problem-profile${rest}`;
const head = { title: 'Problem profile', marking: 'official-sensitive' };
const begin = (change: object = {}, of = place) =>
  call(at('', of), { method: 'PUT', json: { ...head, ...change } });
const page = async () => (await call(at())).json();
const part = async (code: string) =>
  (await page()).parts.find((each: { part: string }) => each.part === code);
const write = (json: object, as = cookie) =>
  call(at('/part'), {
    method: 'PUT',
    cookie: as,
    json: { part: 'aim', written: 'To see where we stand.', state: 'ready', version: 0, ...json },
  });

describe('a draft', () => {
  test('is not there until somebody begins it, and then fills itself in', async () => {
    expect(await page()).toEqual({ draft: null, parts: [], issues: [] });
    expect((await call(at('/document?format=html'))).status).toBe(404);
    expect((await write({})).status).toBe(404);
    const begun = await (await begin()).json();
    expect(begun.draft).toEqual(head);
    expect((await part('local')).filled[0]).toMatchObject({ kind: 'table' });
    expect(JSON.stringify((await part('local')).filled)).toContain('detection, not prevalence');
  });

  test('keeps what people write, and filling in again leaves it', async () => {
    await begin();
    const { version } = await (await write({ part: 'local', written: 'Ours.' })).json();
    expect(version).toBe(1);
    await call(at('/fill'), { json: { parts: ['local'] } });
    expect(await part('local')).toMatchObject({ written: 'Ours.', state: 'ready', version: 1 });
  });

  test('two who write the same part do not overwrite each other', async () => {
    await begin();
    const first = await (await write({ part: 'rationale', written: 'One' })).json();
    const late = await write({ part: 'rationale', written: 'Two', version: 0 });
    expect([late.status, await codes(late)]).toEqual([409, ['changed-by-another']]);
    const next = await write({ part: 'rationale', written: 'Two', version: first.version });
    expect(next.status).toBe(200);
    expect(await part('rationale')).toMatchObject({ written: 'Two', version: 2 });
  });

  test('a text about people is refused where it could lead to one of them', async () => {
    await begin();
    const told = await write({ part: 'people', written: 'Born 1/2/1990' });
    expect([told.status, await codes(told)]).toEqual([422, ['identifying-detail']]);
  });

  test('another marking brings its own guidance', async () => {
    await begin({ marking: 'public' });
    expect(JSON.stringify((await part('handling')).filled)).toContain('marked PUBLIC');
    await begin();
    expect(JSON.stringify((await part('handling')).filled)).toContain('OFFICIAL-SENSITIVE');
  });

  test('filling in takes a fixed number of statements', async () => {
    await begin();
    house.statements();
    await call(at('/fill'), { json: { parts: [] } });
    expect(house.statements().length).toBeLessThan(50);
  });
});

describe('a version', () => {
  test('[PP-5] is issued by number, stays as it was, and the draft goes on', async () => {
    await begin({}, place);
    const now = (await part('aim'))?.version ?? 0;
    await write({ written: 'First aim.', version: now });
    const { id, number } = await (
      await call(at('/issues'), { json: { note: 'For the board.' } })
    ).json();
    await write({ written: 'Second aim.', version: now + 1 });
    const again = await (await call(at('/issues'), { json: { note: '' } })).json();
    expect(again.number).toBe(number + 1);
    const kept = Document.parse(
      await (await call(`/problem-profile-issues/${id}?format=json`)).json(),
    );
    expect(JSON.stringify(kept)).toContain('First aim.');
    expect(JSON.stringify(kept)).not.toContain('Second aim.');
    expect(kept.subtitle).toContain(`version ${number}, issued 2 March 2026 by Ada Tester`);
    expect((await page()).issues[0]).toMatchObject({
      ...{ number: number + 1, marking: 'OFFICIAL-SENSITIVE', byName: 'Ada Tester' },
    });
    const inside = (statement: ReturnType<typeof sql>) =>
      within(house.database, { person: null, rater: null, partnership }, (tx) =>
        statement.execute(tx),
      );
    await expect(
      inside(sql`update problem_profile_issue set note = 'x' where id = ${id}`),
    ).rejects.toThrow(/on record/);
  });

  test('[DO-3] carries its marking on every page, in Word and in print', async () => {
    await begin();
    const bytes = await (await call(at('/document?format=docx'))).arrayBuffer();
    const zip = await JSZip.loadAsync(bytes);
    for (const name of ['word/header1.xml', 'word/footer1.xml'])
      expect(await zip.file(name)?.async('string')).toContain('OFFICIAL-SENSITIVE');
    const answer = await call(at('/document?format=html'));
    const html = await answer.text();
    expect(html).toMatch(/@top-center \{ content: 'OFFICIAL-SENSITIVE'/);
    expect(html).toMatch(/@bottom-center \{ content: 'OFFICIAL-SENSITIVE'/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|\son\w+=|style="/i);
  });

  test('what people type becomes no markup, and no formula', async () => {
    await begin();
    const { version = 0 } = (await part('in-focus')) ?? {};
    await write({ part: 'in-focus', written: '=1+1 <img src=x onerror=alert(1)>', version });
    const html = await (await call(at('/document?format=html'))).text();
    expect(html).not.toContain('<img src=x');
    const csv = await (await call(at('/document?format=csv'))).text();
    expect(csv).toContain(`'=1+1 <img`);
  });
});

test('who only reads sees versions and no draft; a stranger finds nothing; signed out is told so', async () => {
  await begin();
  const { id } = await (await call(at('/issues'), { json: { note: '' } })).json();
  const issued = `/problem-profile-issues/${id}?format=json`;
  expect((await call(issued, { cookie: reader })).status).toBe(200);
  for (const rest of [at(), at('/document?format=json')])
    expect((await call(rest, { cookie: reader })).status).toBe(403);
  const analyst = await house.signIn(partnership, 'analyst');
  expect((await call(at('/issues'), { cookie: analyst, json: { note: '' } })).status).toBe(403);
  const member = await house.signIn(partnership, 'member');
  expect((await write({}, member)).status).toBe(403);
  for (const rest of [at(), at('/document?format=json'), issued]) {
    expect((await call(rest, { cookie: stranger })).status).toBe(404);
    expect((await house.call(`/api/partnerships/${partnership}${rest}`)).status).toBe(401);
  }
});
