import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IndexDefinition } from '@freehold/core/composite';
import { asInstallation } from '../database/within.ts';
import { codes, makePlace, stage, type Stage } from '../testing/stage.ts';
import { statementsIn } from '../testing/statements.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });

const drawn = IndexDefinition.parse({
  title: 'Two signs',
  note: 'What it is for.',
  data: 'uCode,uName,poor,found\na,Alder,10,4\nb,Birch,20,\nc,Cedar,15,9\n',
  meta: [
    'Level,iCode,iName,Direction,Weight,Parent,Type,Notice',
    '1,poor,Poverty,-1,1,all,Indicator,',
    '1,found,People found,1,1,all,Indicator,"Detection, not prevalence."',
    '2,all,All,1,1,,Aggregate,',
  ].join('\n'),
  method: {},
  uncertainty: { sources: [{ kind: 'weights', by: 0.25 }] },
});
const add = (content: unknown = drawn, cookie = on.coordinator) =>
  call('/indices', { cookie, json: { content } });
const added = async () => String((await (await add()).json()).id);
const save = (id: string, revision: number, content: unknown, cookie = on.coordinator) =>
  call(`/indices/${id}`, { method: 'PUT', cookie, json: { revision, content, note: 'Weighed.' } });

describe('an index', () => {
  test('is kept, read as it was sent, and listed with what it is made of', async () => {
    const id = await added();
    const read = await (await call(`/indices/${id}`)).json();
    expect(read).toMatchObject({ id, revision: 1, removed: false, changedBy: 'Cora' });
    expect(read.content).toEqual(drawn);
    const { indices } = await (await call('/indices')).json();
    expect(indices).toContainEqual(
      expect.objectContaining({
        ...{ id, title: 'Two signs', note: 'What it is for.' },
        ...{ units: 3, indicators: 2, notice: true },
      }),
    );
  });

  test('has a version for each time that it was kept, and the older ones stay as they were', async () => {
    const id = await added();
    const next = { ...drawn, title: 'Two signs, weighed', method: { weight: { method: 'equal' } } };
    expect(await (await save(id, 1, next)).json()).toEqual({ revision: 2 });
    const late = await save(id, 1, drawn);
    expect([late.status, await codes(late)]).toEqual([409, ['changed-by-another']]);
    const { versions, content } = await (await call(`/indices/${id}`)).json();
    expect(content.title).toBe('Two signs, weighed');
    expect(versions).toMatchObject([
      { number: 2, note: 'Weighed.', byName: 'Cora' },
      { number: 1, note: '' },
    ]);
    const first = await (await call(`/indices/${id}/versions/${versions[1].id}`)).json();
    expect([first.number, first.content.title]).toEqual([1, 'Two signs']);
    expect((await call(`/indices/${id}/versions/${id}`)).status).toBe(404);
    const other = await added();
    expect((await call(`/indices/${other}/versions/${versions[1].id}`)).status).toBe(404);
  });

  test('is not kept where its tables do not hold together, and every fault is named', async () => {
    const wrong = await add({ ...drawn, data: drawn.data.replace('20', 'many') });
    expect([wrong.status, (await wrong.json()).problems]).toEqual([
      422,
      [
        {
          code: 'not-a-number',
          where: { row: 3, column: 'poor', path: 'data' },
          details: { text: 'many' },
        },
      ],
    ]);
    expect(await codes(await add({ ...drawn, meta: 'Level,iCode\n' }))).toEqual([
      'column-missing',
      'column-missing',
    ]);
    expect((await add({ ...drawn, data: 'x'.repeat(600_001) })).status).toBe(422);
    expect((await save(on.place, 1, drawn)).status).toBe(404);
  });

  test('is put away and taken out again', async () => {
    const id = await added();
    const stand = (removed: boolean) =>
      call(`/indices/${id}`, { method: 'PATCH', json: { removed } });
    await stand(true);
    expect(await (await call(`/indices/${id}`)).json()).toMatchObject({ removed: true });
    await stand(false);
    expect(await (await call(`/indices/${id}`)).json()).toMatchObject({ removed: false });
    expect(
      (await call(`/indices/${on.place}`, { method: 'PATCH', json: { removed: true } })).status,
    ).toBe(404);
  });
});

test('data of the newest period stand place by place, and small counts are suppressed', async () => {
  const [near, far] = [
    await makePlace(on.house, { name: 'Aldermoor', type: 'district', code: 'X02' }),
    await makePlace(on.house, { name: 'Zedford', type: 'district', code: 'X03' }),
  ];
  await observed({ [on.place]: [12, 30], [near]: [8, 3], [far]: [9, null] });
  const asked = await call('/index-data?type=district&measures=referred,nothing');
  const { places, measures } = await asked.json();
  expect(places.map(({ name }: { name: string }) => name)).toEqual([
    ...['Aldermoor', 'Harbourside', 'Zedford'],
  ]);
  // 2024 is the newest period; Zedford has no value in it, and Aldermoor's three are under the least cell of five.
  expect(measures).toMatchObject([
    {
      ...{ code: 'referred', period: '2024', direction: 'o', detection: true },
      source: { title: 'Set' },
      values: [{ value: null, suppressed: true }, { value: 30, suppressed: false }, null],
    },
  ]);
  expect((await call('/index-data?type=district&measures=')).status).toBe(422);
  expect((await call('/index-data?type=castle&measures=referred')).status).toBe(422);
});

test('a list of ten takes as many statements as a list of one', async () => {
  const count = () => statementsIn(on.house, () => call('/indices'));
  const before = await count();
  for (let at = 0; at < 9; at += 1) await add();
  expect(await count()).toBe(before);
});

test('a reader reads and keeps nothing; a stranger finds nothing', async () => {
  const id = await added();
  const reader = await on.as('policy-reader');
  expect((await call(`/indices/${id}`, { cookie: reader })).status).toBe(200);
  expect((await save(id, 1, drawn, reader)).status).toBe(403);
  expect((await add(drawn, reader)).status).toBe(403);
  expect((await add(drawn, await on.as('analyst'))).status).toBe(200);
  expect((await call(`/indices/${id}`, { cookie: on.stranger })).status).toBe(404);
  expect((await save(id, 1, drawn, on.stranger)).status).toBe(404);
  expect((await call('/index-data?type=district&measures=a', { cookie: on.stranger })).status).toBe(
    404,
  );
  expect((await on.house.call(on.path('/indices'))).status).toBe(401);
});

/** A count of people by place in 2023 and 2024. */
async function observed(counts: Readonly<Record<string, readonly (number | null)[]>>) {
  await asInstallation(on.house.database, async (tx) => {
    const own = { partnership_id: on.ours };
    const { id: set } = await tx
      .insertInto('data_set')
      .values({ ...own, code: 'set', title: 'Set', publisher: 'Somebody' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: measure } = await tx
      .insertInto('measure')
      .values({
        ...{ ...own, code: 'referred', title: 'People referred', unit: 'people', direction: 'o' },
        ...{ value_kind: 'count', factor: 1, decimals: 0, counts_people: true, detection: true },
        ...{ least_cell: 5, breaks: '[]' },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const rows = Object.entries(counts).flatMap(([place, values]) =>
      values.flatMap((value, at) => {
        const year = 2023 + at;
        const period = {
          period: `${year}`,
          period_start: `${year}-01-01`,
          period_end: `${year}-12-31`,
        };
        const row = { ...own, ...period, data_set_id: set, measure_id: measure, place_id: place };
        return value === null ? [] : [{ ...row, value, suppressed: false, note: '' }];
      }),
    );
    await tx.insertInto('observation').values(rows).execute();
  });
}
