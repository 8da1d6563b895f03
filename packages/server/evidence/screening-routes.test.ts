import { Reference, firmAfterSeconds } from '@freehold/core/evidence';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { asInstallation } from '../database/within.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';

let time = new Date('2026-03-02T10:00:00Z');
let house: TestHouse;
let partnership = '';
/** Cookies: the co-ordinator and one of the two who screen, the other one, a third member, and somebody elsewhere. */
let [ada, ben, cyd, eve] = ['', '', '', ''];
let screeners: readonly string[] = [];
let sources: readonly string[] = [];
let protocol = '';
let batch = '';

beforeAll(async () => {
  house = await testHouse(undefined, { now: () => time });
  partnership = await house.makePartnership('Here');
  ada = await house.signIn(partnership, 'co-ordinator', 'Ada');
  ben = await house.signIn(partnership, 'researcher', 'Ben');
  cyd = await house.signIn(partnership, 'policy-reader', 'Cyd');
  eve = await house.signIn(await house.makePartnership('Elsewhere'));
  await asInstallation(house.database, async (tx) => {
    const people = await tx
      .selectFrom('person')
      .select(['id', 'name'])
      .where('name', 'in', ['Ada', 'Ben'])
      .orderBy('name')
      .execute();
    screeners = people.map(({ id }) => id);
    const rows = await tx
      .insertInto('evidence_source')
      .values(Array.from({ length: 8 }, (_, at) => sourceRow(at + 1)))
      .returning('id')
      .execute();
    sources = rows.map(({ id }) => id);
    const [first = '', second = ''] = sources;
    await tx
      .updateTable('evidence_source')
      .set({ merged_into: first })
      .where('id', '=', second)
      .execute();
    const made = await tx
      .insertInto('evidence_protocol')
      .values({
        partnership_id: partnership,
        title: 'Our search',
        content: '{"question":"What works?"}',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    protocol = made.id;
  });
});
afterAll(() => house.close());

function sourceRow(at: number) {
  const title = `Publication ${at}`;
  const reference = { ...Reference.parse({ ...blank, title, abstract: `What ${at} found` }) };
  return {
    ...{ partnership_id: partnership, title, title_key: title.toLowerCase(), type: 'article' },
    reference: JSON.stringify(reference),
    added_at: new Date(Date.UTC(2026, 0, at)),
  };
}
const blank = {
  ...{ type: 'article', authors: ['Roe, Jo'], year: 2020, container: '', volume: '', issue: '' },
  ...{ pages: '', publisher: '', doi: '', url: '', keywords: [], language: '', issn: '' },
  ...{ label: null, extra: {} },
};

function call(rest: string, cookie: string, init: { method?: string; json?: unknown } = {}) {
  return house.call(`/api/partnerships/${partnership}/screening${rest}`, { cookie, ...init });
}
const pair = () => ({ first: screeners[0], second: screeners[1] });
const at = (n: number) => sources[n - 1] ?? '';
function decide(who: string, n: number, decision: string | null, more: object = {}) {
  const json = { stage: 'title-abstract', decision, reason: '', typedAt: time.toISOString() };
  return call(`/${batch}/decisions/${at(n)}`, who, { method: 'PUT', json: { ...json, ...more } });
}
const Codes = z.object({ problems: z.array(z.object({ code: z.string() })) });
async function refusal(answer: Promise<Response>) {
  const got = await answer;
  return [got.status, Codes.parse(await got.json()).problems[0]?.code];
}
const body = async (answer: Promise<Response>) => z.any().parse(await (await answer).json());
const pass = (seconds: number) => {
  time = new Date(time.getTime() + seconds * 1000);
};

test('what stands and lies in no batch is offered, and goes into one batch only', async () => {
  const offered = await body(call('/unscreened', cyd));
  expect(offered.total).toBe(7);
  expect(offered.sources.map((each: { source: string }) => each.source)).not.toContain(at(2));
  const chosen = [1, 3, 4, 5, 6].map(at);
  const json = { title: 'First', protocol, ...pair(), sources: chosen };
  const made = await body(call('', ada, { json }));
  batch = made.id;
  expect(await refusal(call('', ada, { json }))).toEqual([422, 'screening-sources-taken']);
  const list = await body(call('', ben));
  expect(list.unscreened).toBe(2);
  expect(list.batches).toMatchObject([
    { id: batch, title: 'First', protocol: { title: 'Our search' }, mine: { 'title-abstract': 5 } },
  ]);
  expect(list.flow).toMatchObject({ identified: 8, duplicates: 1, screened: 0, awaiting: 7 });
});

test('bad input, the wrong role, a stranger and nobody are refused', async () => {
  const json = { title: 'x', protocol: null, ...pair(), sources: [at(7)] };
  expect(await refusal(call('', cyd, { json }))).toEqual([403, 'not-allowed']);
  expect(await refusal(call('', eve, { json }))).toEqual([404, 'not-found']);
  expect(await refusal(call('', '', { json }))).toEqual([401, 'not-signed-in']);
  const twice = { ...json, second: screeners[0] };
  expect(await refusal(call('', ada, { json: twice }))).toEqual([422, 'screening-one-person']);
  expect(await refusal(call(`/${batch}`, eve))).toEqual([404, 'not-found']);
  expect(await refusal(call(`/${batch}/cards?stage=title-abstract`, cyd))).toEqual([
    409,
    'screening-not-yours',
  ]);
  expect(await refusal(decide(cyd, 1, 'include'))).toEqual([403, 'not-allowed']);
  const dee = await house.signIn(partnership, 'member', 'Dee');
  expect(await refusal(decide(dee, 1, 'include'))).toEqual([409, 'screening-not-yours']);
  expect(await refusal(decide(ada, 7, 'include'))).toEqual([404, 'not-found']);
  expect(await refusal(decide(ada, 1, 'include', { stage: 'full-text' }))).toEqual([
    409,
    'screening-not-yet',
  ]);
});

test('[EV-21] until both have decided, nothing that the server says tells what the other one said', async () => {
  const seenBy = async (who: string) =>
    Promise.all(
      [`/${batch}/cards?stage=title-abstract`, `/${batch}`, `/${batch}/conflicts`, ''].map((rest) =>
        body(call(rest, who)),
      ),
    );
  expect((await decide(ada, 1, 'include')).status).toBe(200);
  pass(firmAfterSeconds);
  const afterInclude = await seenBy(ben);
  pass(60);
  expect((await decide(ada, 1, 'exclude', { reason: 'topic' })).status).toBe(200);
  pass(firmAfterSeconds);
  expect(await seenBy(ben)).toEqual(afterInclude);
  expect((await decide(ada, 1, 'unsure')).status).toBe(200);
  pass(firmAfterSeconds);
  expect(await seenBy(ben)).toEqual(afterInclude);
});

test('[EV-21] a slip can be taken back for a moment, and nobody learns of it meanwhile', async () => {
  expect((await decide(ben, 1, 'include')).status).toBe(200);
  pass(firmAfterSeconds - 1);
  expect((await body(call(`/${batch}/conflicts`, ada))).conflicts).toEqual([]);
  expect((await decide(ben, 1, null)).status).toBe(200);
  const cards = await body(call(`/${batch}/cards?stage=title-abstract`, ben));
  expect(cards.cards[0]).toMatchObject({ source: at(1), decision: null, open: true });
  pass(1);
  expect((await decide(ben, 1, 'include')).status).toBe(200);
  pass(firmAfterSeconds);
  const { conflicts } = await body(call(`/${batch}/conflicts`, cyd));
  expect(conflicts).toMatchObject([
    {
      source: at(1),
      stage: 'title-abstract',
      decisions: [
        { name: 'Ada', decision: 'unsure' },
        { name: 'Ben', decision: 'include' },
      ],
      settled: null,
    },
  ]);
  expect(await refusal(decide(ada, 1, 'include'))).toEqual([409, 'screening-shown']);
  expect(await refusal(decide(ben, 1, null))).toEqual([409, 'screening-shown']);
});

test('a copy that was typed earlier and comes later changes nothing', async () => {
  const late = new Date(time.getTime() - 60_000).toISOString();
  await decide(ada, 3, 'include');
  const answer = await body(decide(ada, 3, 'exclude', { typedAt: late }));
  expect(answer.typedAt).toBe(time.toISOString());
  const { cards } = await body(call(`/${batch}/cards?stage=title-abstract`, ada));
  expect(cards[1]).toMatchObject({ source: at(3), decision: 'include' });
});

test('[EV-10] a conflict is settled by a person with grounds, and taken back until something is built on it', async () => {
  const settle = (json: object, who = ada, n = 1) =>
    call(`/${batch}/settled/${at(n)}`, who, { method: 'PUT', json });
  const yes = { stage: 'title-abstract', decision: 'include', reason: '', note: 'It is on topic' };
  expect(await refusal(settle(yes, cyd))).toEqual([403, 'not-allowed']);
  expect((await settle({ ...yes, note: ' ' })).status).toBe(422);
  expect(await refusal(settle(yes, ada, 3))).toEqual([409, 'screening-no-conflict']);
  expect((await settle(yes)).status).toBe(200);
  const back = () =>
    call(`/${batch}/settled/${at(1)}?stage=title-abstract`, ada, { method: 'DELETE' });
  expect((await back()).status).toBe(200);
  expect((await settle(yes)).status).toBe(200);
  const full = { stage: 'full-text' };
  expect((await decide(ben, 1, 'exclude', { ...full, reason: 'design' })).status).toBe(200);
  expect(await refusal(back())).toEqual([409, 'screening-went-on']);
});

test('[EV-12] at full text an exclusion has a reason of the batch', async () => {
  const full = { stage: 'full-text' };
  const out = (reason: string) => refusal(decide(ada, 1, 'exclude', { ...full, reason }));
  expect(await out('')).toEqual([422, 'screening-reason-needed']);
  expect(await out('mood')).toEqual([422, 'screening-reason-unknown']);
  expect((await decide(ada, 1, 'exclude', { ...full, reason: 'population' })).status).toBe(200);
});

test('[EV-11] [EV-12] agreement and flow count what both decided, and go into the protocol', async () => {
  const said = { 3: ['include', 'include'], 4: ['exclude', 'exclude'], 5: ['exclude', 'include'] };
  for (const [n, [one = '', other = '']] of Object.entries(said)) {
    await decide(ada, Number(n), one);
    await decide(ben, Number(n), other);
  }
  await decide(ada, 6, 'exclude');
  pass(firmAfterSeconds);
  const found = await body(call(`/${batch}`, cyd));
  // Ada: unsure, include, exclude, exclude. Ben: include, include, exclude, include. Agreed 2 of 4; by chance
  // include 1/4 × 3/4 + exclude 2/4 × 1/4 = 5/16. Kappa = (8/16 − 5/16) / (11/16) = 3/11.
  expect(found.agreement['title-abstract']).toMatchObject({ n: 4, agreed: 2 });
  expect(found.agreement['title-abstract'].kappa).toBeCloseTo(3 / 11, 12);
  expect(found.batch.counts['title-abstract']).toEqual({
    ...{ asked: 5, waiting: 0, half: 1, conflict: 1, included: 2, excluded: 1 },
  });
  // One duplicate was merged into the first publication. Of two reasons the earlier on the list counts.
  expect(found.flow).toEqual({
    ...{ identified: 6, duplicates: 1, rejected: 0, screened: 3, excluded: 1, awaiting: 2 },
    ...{ sought: 2, fullTextExcluded: 1, fullTextAwaiting: 1, included: 0 },
    reasons: [{ reason: 'population', n: 1 }],
  });
  const counted = await body(call(`/${batch}/protocol-counts`, ada, { method: 'POST' }));
  expect(counted).toMatchObject({
    ...{ question: 'What works?', identified: 6, duplicates: 1, screened: 3, included: 0 },
    excluded: [
      { reason: 'At title and abstract', n: 1 },
      { reason: 'Not about the people we ask about', n: 1 },
    ],
  });
});

test('a batch changes what it is called and looks for, but keeps who decided and why', async () => {
  const change = (json: object) => call(`/${batch}`, ada, { method: 'PATCH', json });
  const changed = await body(change({ title: 'Renamed', lookFor: ['traffick'] }));
  expect(changed).toMatchObject({ title: 'Renamed', lookFor: ['traffick'], lookOut: [] });
  const other = await house.signIn(partnership, 'analyst', 'Dan');
  const { person } = await asInstallation(house.database, (tx) =>
    tx
      .selectFrom('person')
      .select('id as person')
      .where('name', '=', 'Dan')
      .executeTakeFirstOrThrow(),
  );
  expect(await refusal(change({ first: person }))).toEqual([409, 'screening-has-decided']);
  const reasons = [{ code: 'own', text: 'A reason of our own' }];
  expect(await refusal(change({ reasons }))).toEqual([422, 'screening-reason-given']);
  expect(await refusal(call(`/${batch}`, ada, { method: 'DELETE' }))).toEqual([
    409,
    'screening-begun',
  ]);
  const json = {
    title: 'Second',
    protocol: null,
    first: person,
    second: screeners[1],
    sources: [at(7)],
  };
  const second = await body(call('', other, { json }));
  expect((await call(`/${second.id}`, ada, { method: 'DELETE' })).status).toBe(200);
  expect((await body(call('/unscreened', ada))).total).toBe(2);
});
