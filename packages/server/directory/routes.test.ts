import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Profile } from '@freehold/core/directory';
import { codes, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.house.close());

type Init = Parameters<Stage['house']['call']>[1];
const call = (rest: string, init: Init = {}) =>
  on.house.call(on.path(`/directory${rest}`), { cookie: on.coordinator, ...init });
const json = async (rest: string) => (await call(rest)).json();
const Made = z.object({ id: z.string() });
const made = async (rest: string, body: unknown) =>
  Made.parse(await (await call(rest, { json: body })).json()).id;
const empty = Profile.parse({});
const list = (name: string, profile: object = {}) =>
  made('/partnerships', { name, profile: { ...empty, ...profile } });
const organisation = (name: string, fields: object = {}) =>
  made('/organisations', { name, sector: 'ngo', fields });
const membership = (organisationId: string) => ({
  ...{ organisation: organisationId, role: 'core', startedOn: null, endedOn: null, fields: {} },
});
const put = (rest: string, body: unknown) => call(rest, { method: 'PUT', json: body });

describe('a listed partnership', () => {
  test('is kept with what is answered, and says how complete and fresh it is', async () => {
    const id = await list('Quay Partnership', { scale: 'local', chair: { category: 'police' } });
    expect((await json(`/partnerships/${id}`)).listed).toMatchObject({
      name: 'Quay Partnership',
      completeness: { answered: 2, asked: 20 },
      stale: true,
      members: 0,
    });
    await call(`/partnerships/${id}/verify`, { json: { by: 'The chair', on: '2026-03-01' } });
    expect((await json(`/partnerships/${id}`)).listed).toMatchObject({
      verifiedOn: '2026-03-01',
      verifiedBy: 'The chair',
      stale: false,
    });
    const early = await call(`/partnerships/${id}/verify`, { json: { by: 'X', on: '2026-03-03' } });
    expect(await codes(early)).toEqual(['day-to-come']);
  });

  test('keeps what it was in its history', async () => {
    const id = await list('Old name');
    await put(`/partnerships/${id}`, { name: 'New name', profile: empty });
    const { listed, history } = await json(`/partnerships/${id}`);
    expect(listed.name).toBe('New name');
    expect(
      history.map((line: { what: string; note: string }) => [line.what, line.note]),
    ).toContainEqual(['changed', 'Old name']);
  });

  test('[DR-6] merged keeps both histories, brings its members along, and can be parted again', async () => {
    const kept = await list('Kept');
    const twin = await list('Twin');
    const member = await organisation('Harbour Aid');
    await call(`/partnerships/${twin}/members`, { json: membership(member) });
    expect((await call(`/partnerships/${twin}/merge`, { json: { into: kept } })).status).toBe(200);
    const whole = await json(`/partnerships/${kept}`);
    expect(whole.members.map((each: { name: string }) => each.name)).toEqual(['Harbour Aid']);
    expect(whole.merged).toEqual([{ id: twin, name: 'Twin' }]);
    expect(whole.history.map((line: { of: string }) => line.of)).toContain('Twin');
    expect((await call(`/partnerships/${twin}`)).status).toBe(404);
    expect(
      await codes(await call(`/partnerships/${twin}/merge`, { json: { into: kept } })),
    ).toEqual(['merged-already']);
    expect(
      await codes(await call(`/partnerships/${kept}/merge`, { json: { into: twin } })),
    ).toEqual(['merged-target']);
    expect(
      await codes(await call(`/partnerships/${kept}/merge`, { json: { into: kept } })),
    ).toEqual(['merge-with-itself']);
    await call(`/partnerships/${twin}/part`, { json: {} });
    expect((await json(`/partnerships/${kept}`)).members).toEqual([]);
    expect((await json(`/partnerships/${twin}`)).members).toHaveLength(1);
    expect(await codes(await call(`/partnerships/${twin}/part`, { json: {} }))).toEqual([
      'not-merged',
    ]);
  });

  test('is removed and comes back', async () => {
    const id = await list('For a while');
    await put(`/partnerships/${id}/removed`, { removed: true });
    expect((await call(`/partnerships/${id}`)).status).toBe(404);
    await put(`/partnerships/${id}/removed`, { removed: false });
    expect((await call(`/partnerships/${id}`)).status).toBe(200);
  });

  test('shows who stands below it and what is due', async () => {
    const top = await list('Top', {
      documents: [{ kind: 'strategy', title: 'Plan', reviewDue: '2026-04-01' }],
    });
    await list('Below', { ties: [{ relation: 'reports-to', partnership: top }] });
    const whole = await json(`/partnerships/${top}`);
    expect(whole.below).toMatchObject([{ name: 'Below', relation: 'reports-to' }]);
    expect(whole.due).toEqual([{ what: 'review-due', title: 'Plan', on: '2026-04-01' }]);
  });
});

describe('organisations', () => {
  test('[DR-6] a duplicate is found, merged and parted', async () => {
    const one = await organisation('Lantern Trust');
    const two = await organisation('Lanterm Trust');
    const { pairs } = await json('/duplicates');
    expect(pairs).toContainEqual(expect.objectContaining({ reason: 'spelling', score: 0.95 }));
    await call(`/organisations/${two}/merge`, { json: { into: one } });
    const names = async () =>
      (await json('/organisations')).organisations.map((each: { name: string }) => each.name);
    expect(await names()).not.toContain('Lanterm Trust');
    await call(`/organisations/${two}/part`, { json: {} });
    expect(await names()).toContain('Lanterm Trust');
  });

  test('belong to partnerships once, in a role that can change', async () => {
    const id = await organisation('Beacon');
    const partnership = await list('With a beacon');
    const first = await made(`/partnerships/${partnership}/members`, membership(id));
    const again = await call(`/partnerships/${partnership}/members`, { json: membership(id) });
    expect(await codes(again)).toEqual(['member-already']);
    const { organisation: _, ...role } = membership(id);
    await put(`/members/${first}`, { ...role, role: 'chair' });
    expect((await json(`/organisations/${id}`)).partnerships).toMatchObject([
      { name: 'With a beacon', role: 'chair' },
    ]);
    await call(`/members/${first}`, { method: 'DELETE' });
    expect((await json(`/organisations/${id}`)).partnerships).toEqual([]);
    expect((await call(`/members/${first}`, { method: 'DELETE' })).status).toBe(404);
  });

  test('are changed, removed and found again', async () => {
    const id = await organisation('Before');
    await put(`/organisations/${id}`, {
      name: 'After',
      sector: 'faith',
      fields: { reach: 'county' },
    });
    expect((await json(`/organisations/${id}`)).organisation).toMatchObject({
      name: 'After',
      sector: 'faith',
      fields: { reach: 'county' },
    });
    await put(`/organisations/${id}/removed`, { removed: true });
    expect((await call(`/organisations/${id}`)).status).toBe(404);
  });
});

describe('[DR-2] lists of codes', () => {
  test('change as a new version that keeps every code', async () => {
    const { lists } = await json('/code-lists');
    const types = lists.find((each: { code: string }) => each.code === 'partnership-type');
    expect(types).toMatchObject({ version: 0 });
    const more = [...types.items, { code: 'regional-hub', title: 'Regional hub' }];
    expect(await (await put('/code-lists/partnership-type', { items: more })).json()).toMatchObject(
      {
        version: 1,
      },
    );
    const fewer = await put('/code-lists/partnership-type', { items: types.items });
    expect(fewer.status).toBe(422);
    expect(await codes(fewer)).toEqual(['code-gone']);
    expect((await put('/code-lists/moods', { items: more })).status).toBe(404);
  });
});

describe('the mapping', () => {
  test('says which areas could be covered, and in which format the report is wanted', async () => {
    await list('Of Harbourside', { areas: [{ code: 'X01', name: 'Harbourside' }] });
    expect(await json('/areas')).toMatchObject({
      list: 'district',
      choices: expect.arrayContaining(['district', 'uk-police-force-areas']),
      areas: [{ code: 'X01', name: 'Harbourside', hasBoundary: false }],
    });
    expect((await json('/areas?areas=uk-police-force-areas')).areas).toHaveLength(45);
    const report = await json('/report?format=json');
    expect(report).toMatchObject({ kind: 'partnership-mapping', partnership: 'Ours' });
    expect(await (await call('/report?format=csv')).text()).toContain('Of Harbourside');
    expect((await call('/report?format=docx')).headers.get('content-disposition')).toContain(
      '.docx',
    );
    expect(await (await call('/report?format=html')).text()).toContain('Who leads');
  });
});

describe('walls', () => {
  test('only who edits changes the directory; everybody of the partnership reads it', async () => {
    const id = await list('Read only');
    const cookie = await on.as('member');
    expect((await call(`/partnerships/${id}`, { cookie })).status).toBe(200);
    for (const [method, rest, body] of writes(id))
      expect([rest, (await call(rest, { method, cookie, json: body })).status]).toEqual([
        rest,
        403,
      ]);
  });

  test('to others there is nothing', async () => {
    const id = await list('Hidden');
    expect((await call(`/partnerships/${id}`, { cookie: on.stranger })).status).toBe(404);
    const { partnerships } = await (
      await on.house.call('/api/session', { cookie: on.stranger })
    ).json();
    const theirs = `/api/partnerships/${partnerships[0].id}/directory`;
    for (const [method, rest, body] of writes(id).filter(([, each]) => each.includes(id))) {
      const answer = await on.house.call(`${theirs}${rest}`, {
        ...{ method, cookie: on.stranger, json: body },
      });
      expect([rest, answer.status]).toEqual([rest, 404]);
    }
    expect((await on.house.call(on.path('/directory/partnerships'))).status).toBe(401);
  });

  const writes = (id: string) =>
    [
      ['POST', '/partnerships', { name: 'X', profile: empty }],
      ['PUT', `/partnerships/${id}`, { name: 'X', profile: empty }],
      ['POST', `/partnerships/${id}/verify`, { by: 'X', on: '2026-03-01' }],
      ['POST', `/partnerships/${id}/merge`, { into: id }],
      ['POST', `/partnerships/${id}/part`, {}],
      ['PUT', `/partnerships/${id}/removed`, { removed: true }],
      ['POST', `/partnerships/${id}/members`, membership(id)],
      ['POST', '/organisations', { name: 'X', sector: 'ngo', fields: {} }],
      ['PUT', '/code-lists/scale', { items: [{ code: 'x', title: 'X' }] }],
    ] as const;

  test('what does not fit is named', async () => {
    const answer = await call('/partnerships', { json: { name: '', profile: { mood: 'good' } } });
    expect(answer.status).toBe(422);
    expect(await codes(answer)).toEqual(expect.arrayContaining(['not-valid', 'unknown-field']));
  });
});
