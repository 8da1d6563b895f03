import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProblemBody } from '../http/problem.ts';
import { codes, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
beforeAll(async () => {
  // Of two files for a year the later one counts: the clock must tell them apart.
  let at = Date.parse('2026-03-02T10:00:00Z');
  on = await stage(undefined, { now: () => new Date((at += 1)) });
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const claims = (rows: string) => `year,route,outcome,stage,represented,band,duration,n\n${rows}`;
const awarded = (n: number, year = 2025) =>
  `${year},tribunal,awarded,paid,yes,under-1000,6-11,${n}\n`;
const refusedRow = (n: number, year = 2025) => `${year},tribunal,refused,decided,no,,6-11,${n}\n`;
const bring = async (kind: string, text: string): Promise<string> =>
  (await (await call('/recovery-files', { json: { kind, text, source: 'Advice centre' } })).json())
    .id;
const remove = (id: string, removed: boolean) =>
  call(`/recovery-files/${id}/removed`, { method: 'PUT', json: { removed } });
const remedy = async () => (await call('/remedy')).json();

describe('a file of counts', () => {
  const check = (text: string, cookie = on.coordinator) =>
    call('/recovery-files/check', { cookie, json: { kind: 'claims', text, source: '' } });

  test('is looked at first, and nothing is kept', async () => {
    const read = await check(claims(awarded(20) + refusedRow(10)));
    expect(await read.json()).toEqual({ rows: 2, years: [2025], replaces: [] });
    expect((await remedy()).years).toEqual([]);
  });

  test('is told every problem by row and column', async () => {
    const read = await check(claims('2025,moon,awarded,paid,yes,,,x\n'));
    expect(read.status).toBe(422);
    const { problems } = ProblemBody.parse(await read.json());
    expect(problems.map(({ code, where }) => [code, where?.row, where?.column])).toEqual([
      ['not-a-count', 2, 'n'],
      ['not-one-of', 2, 'route'],
    ]);
  });

  test('counts for its years instead of the one before, and taken out that one counts again', async () => {
    const first = await bring('claims', claims(awarded(20) + refusedRow(10)));
    await bring('claims', claims(awarded(30, 2024) + refusedRow(10, 2024)));
    const third = await bring('claims', claims(awarded(50) + refusedRow(10)));
    expect(await (await check(claims(awarded(9)))).json()).toMatchObject({ replaces: [2025] });
    const totals = async () =>
      (await remedy()).years.map((each: { year: number; total: number }) => [
        each.year,
        each.total,
      ]);
    expect(await totals()).toEqual([
      [2025, 60],
      [2024, 40],
    ]);
    expect((await remove(third, true)).status).toBe(200);
    expect(await totals()).toEqual([
      [2025, 30],
      [2024, 40],
    ]);
    await remove(first, true);
    expect(await totals()).toEqual([[2024, 40]]);
    await remove(first, false);
    expect((await remedy()).files).toHaveLength(3);
  });
});

test('no count under the least cell leaves, in no form', async () => {
  await bring('claims', claims(awarded(4093, 2023) + refusedRow(3, 2023)));
  const page = await (await call('/remedy')).text();
  expect(page).toContain('4096');
  const texts = await Promise.all(
    ['html', 'csv', 'json'].map(async (format) =>
      (await call(`/remedy/report?format=${format}`)).text(),
    ),
  );
  for (const text of [page, ...texts]) expect(text).not.toMatch(/4,?093/);
  expect(texts[0]).toContain('[c]');
});

test('survivors’ and workers’ ratings stand apart', async () => {
  const rows = (rater: string, n: number) =>
    ['met', 'partly', 'not'].map((each) => `2025,housing,entry,${rater},${each},${n}`).join('\n');
  const text = `year,outcome,point,rater,answer,n\n${rows('survivor', 6)}\n${rows('worker', 90)}`;
  await bring('outcomes', text);
  const { outcomes, source } = await (await call('/recovery')).json();
  const at = (rater: string) =>
    outcomes.find(
      (o: { outcome: string; rater: string }) => o.outcome === 'housing' && o.rater === rater,
    ).points[0];
  expect(source).toBe('Advice centre');
  expect(at('survivor')).toMatchObject({ total: 18, met: { n: 18 } });
  expect(at('worker')).toMatchObject({ total: 270, met: { n: 270 } });
  const csv = await (await call('/recovery/report?format=csv')).text();
  expect(csv).not.toMatch(/,288,/);
});

describe('the board of barriers', () => {
  const barrier = {
    ...{ title: 'Two years are too short', detail: 'People are not safe by then.' },
    ...{ route: 'criminal-injuries', affects: 'Everybody who fears the exploiter' },
    ...{ ownerOrganisation: 'The council', ownerRole: 'Lead', asks: 'Change the limit' },
    ...{ status: 'seen', reason: '', seenOn: '2025-04-01' },
  };
  const add = (change: object = {}, cookie = on.coordinator) =>
    call('/barriers', { cookie, json: { ...barrier, ...change } });
  const change = (id: string, json: object) => call(`/barriers/${id}`, { method: 'PATCH', json });

  test('keeps one, settles it with a reason only, takes it off and puts it back', async () => {
    const { id } = await (await add()).json();
    expect(await codes(await change(id, { status: 'removed' }))).toEqual(['barrier-reason-needed']);
    const settled = { status: 'removed', reason: 'The law was changed.' };
    expect(await (await change(id, settled)).json()).toMatchObject({ ...barrier, ...settled });
    const board = async () => (await (await call('/barriers')).json()).barriers.length;
    await change(id, { removed: true });
    expect(await board()).toBe(0);
    await change(id, { removed: false });
    expect(await board()).toBe(1);
    expect(await (await call('/barriers/report?format=html')).text()).toContain('Two years');
  });

  test('refuses what could lead to one person, and a route that is not there', async () => {
    expect(await codes(await add({ detail: 'Ask x@y.org' }))).toEqual(['identifying-detail']);
    expect(await codes(await add({ route: 'moon' }))).toEqual(['route-unknown']);
    expect((await change(on.place, { title: 'X' })).status).toBe(404);
  });
});

test('a reader reads and brings nothing; a stranger finds nothing; signed out is told so', async () => {
  const reader = await on.as('policy-reader');
  const json = { kind: 'claims', text: claims(awarded(9)), source: '' };
  expect((await call('/recovery-files', { cookie: reader, json })).status).toBe(403);
  for (const rest of ['/remedy', '/recovery', '/barriers', '/remedy/report?format=json']) {
    expect((await call(rest, { cookie: reader })).status).toBe(200);
    expect((await call(rest, { cookie: on.stranger })).status).toBe(404);
    expect((await on.house.call(on.path(rest))).status).toBe(401);
  }
});
