import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Document } from '@freehold/core/document';
import { shippedTypes } from '@freehold/core/prevention';
import { codes, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
let gap: string;
beforeAll(async () => {
  on = await stage();
  const named = {
    ...{ topic: 'T2.4', indicator: '', title: 'Nobody answers at night', kind: 'service' },
    ...{ severity: 'high', affected: '', locallySolvable: true, escalateTo: '', review: null },
  };
  gap = (await (await call(`/places/${on.place}/gaps`, { json: named })).json()).id;
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const bare = {
  name: 'Night helpline',
  type: 'helpline',
  pathways: ['LITERACY'],
  timing: ['early'],
};
const add = async (more: object = {}) => call('/interventions', { json: { ...bare, ...more } });
const added = async (more: object = {}) => (await add(more)).json();
const change = (id: string, json: object, cookie = on.coordinator) =>
  call(`/interventions/${id}`, { method: 'PATCH', cookie, json });
const file = (rest: string, name: string, body: string | Uint8Array<ArrayBuffer>, more = {}) =>
  call(rest, {
    method: 'POST',
    body,
    headers: { 'x-file-name': encodeURIComponent(name), ...more },
  });

describe('an intervention', () => {
  test('needs little to begin with, and is shown with what it is linked to', async () => {
    const kept = await added({ gaps: [gap], places: [on.place] });
    expect(kept).toMatchObject({ ...bare, status: 'planned', budget: null, version: 1 });
    const shown = await (await call(`/interventions/${kept.id}`)).json();
    expect(shown.links).toMatchObject({
      gaps: [{ id: gap, title: 'Nobody answers at night', state: 'kept' }],
      places: [{ id: on.place }],
    });
    const listed = await (await call(`/interventions?place=${on.place}`)).json();
    expect(listed.interventions).toContainEqual(kept);
  });

  test('names only what is there', async () => {
    const wrong = await add({ type: 'magic', gaps: [on.place], places: [gap], actions: [gap] });
    expect(wrong.status).toBe(422);
    expect((await codes(wrong)).toSorted()).toEqual([
      'action-unknown',
      'gap-unknown',
      'place-gone',
      'type-unknown',
    ]);
    expect((await add({ pathways: [] })).status).toBe(422);
    expect((await add({ name: 'nul\u0000' })).status).toBe(422);
  });

  test('is stopped, brought back, removed and brought back again', async () => {
    const { id, version } = await added({ startsOn: '2026-01-01', note: 'Ours' });
    const stop = { version, status: 'ended', endsOn: '2026-02-01', endedWhy: 'No money' };
    const stopped = await (await change(id, stop)).json();
    expect(stopped).toMatchObject({ status: 'ended', endedWhy: 'No money', note: 'Ours' });
    const back = { status: 'planned', endsOn: null, endedWhy: '', version: stopped.version };
    const again = await (await change(id, back)).json();
    expect(again).toMatchObject({ status: 'planned', endsOn: null });
    await change(id, { removed: true, version: again.version });
    const ids = (await (await call('/interventions')).json()).interventions.map(
      (each: { id: string }) => each.id,
    );
    expect(ids).not.toContain(id);
    const returned = await change(id, { removed: false, version: again.version + 1 });
    expect(await returned.json()).toMatchObject({ removed: false });
    const early = await change(id, { endsOn: '2025-01-01', version: again.version + 2 });
    expect(await codes(early)).toEqual(['ends-before-start']);
  });

  test('two who change one field at once are told of each other', async () => {
    const { id } = await added();
    expect((await change(id, { version: 1, name: 'First' })).status).toBe(200);
    expect((await change(id, { version: 1, note: 'Other field' })).status).toBe(200);
    const late = await change(id, { version: 1, name: 'Second' });
    expect([late.status, await codes(late)]).toEqual([409, ['changed-meanwhile']]);
  });
});

describe('a file of interventions', () => {
  const csv =
    'name,type,pathways,timing,places,budget\n' +
    'Drop-in,outreach,ACCESS,B; E,,900\n' +
    'Night helpline two,Helpline or digital reporting tool,critical literacy,early,,\n';

  test('is looked at, then kept whole; what is there already stays as it is', async () => {
    const checked = await (await file('/interventions/check', 'a.csv', csv)).json();
    expect(checked).toMatchObject({ read: 2, fresh: 2, already: 0, rejected: 0, problems: [] });
    const names = async () =>
      (await (await call('/interventions')).json()).interventions.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names()).not.toContain('Drop-in');
    const kept = await (await file('/interventions/import', 'a.csv', csv)).json();
    expect(kept.added).toHaveLength(2);
    expect(await names()).toEqual(expect.arrayContaining(['Drop-in', 'Night helpline two']));
    const again = await (await file('/interventions/import', 'a.csv', csv)).json();
    expect(again).toEqual({ added: [], already: 2 });
  });

  test('with a fault is refused whole, with row and column', async () => {
    const wrong = `${csv}Third,magic,LITERACY,never,Atlantis,x\n`;
    const checked = await (await file('/interventions/check', 'a.csv', wrong)).json();
    expect(checked).toMatchObject({ read: 2, rejected: 1, problemCount: 3 });
    expect(checked.problems[0]).toMatchObject({
      code: 'type-unknown',
      where: { row: 4, column: 'type' },
    });
    const refused = await file('/interventions/import', 'a.csv', wrong);
    expect([refused.status, await codes(refused)]).toEqual([
      422,
      ['type-unknown', 'place-unknown', 'not-a-number'],
    ]);
    expect(await codes(await file('/interventions/check', 'a.pdf', 'x'))).toEqual(['table-type']);
    expect(await codes(await file('/interventions/check', 'a.csv', ''))).toEqual(['file-empty']);
  });

  test('comes back as it was given, as CSV, XLSX and JSON', async () => {
    for (const format of ['csv', 'xlsx']) {
      const given = await call(`/interventions/export?format=${format}`);
      const bytes = new Uint8Array(await given.arrayBuffer());
      const checked = await (await file('/interventions/check', `a.${format}`, bytes)).json();
      expect([format, checked.fresh, checked.problems]).toEqual([format, 0, []]);
      expect(checked.already).toBeGreaterThan(3);
    }
    const json = await (await call('/interventions/export?format=json')).json();
    expect(json.interventions.length).toBeGreaterThan(3);
  });
});

describe('the list of types', () => {
  const types =
    'code,label,class,status,source,pathways,pathways status,timing,levels,topics\n' +
    'helpline,Telephone help,programme,CONFIRMED,Our licence,LITERACY,CONFIRMED,E,population,T2.4\n';

  test('is the shipped one until another is put in its place, and one may go back', async () => {
    const before = await (await call('/intervention-types')).json();
    expect(before.list).toEqual(shippedTypes);
    const looked = await (await file('/intervention-types/check', 't.csv', types)).json();
    expect(looked).toMatchObject({ added: [], changed: ['helpline'], problems: [] });
    expect(looked.gone).toHaveLength(25);
    expect(looked.orphans.map(({ type }: { type: string }) => type)).toEqual(['outreach']);

    const made = await file('/intervention-types', 't.csv', types, {
      'x-list-title': encodeURIComponent('The published list'),
    });
    const { id } = await made.json();
    const after = await (await call('/intervention-types')).json();
    expect(after.list).toMatchObject({
      ...{ title: 'The published list', version: 2 },
      types: [{ code: 'helpline', label: 'Telephone help', status: 'CONFIRMED', topics: ['T2.4'] }],
    });
    expect(after.versions.map((each: { inUse: boolean }) => each.inUse)).toEqual([false, true]);
    expect(await codes(await add({ type: 'outreach' }))).toEqual(['type-unknown']);

    const choose = (json: object) => call('/intervention-types/in-use', { method: 'PUT', json });
    expect((await choose({ id: null })).status).toBe(200);
    expect((await (await call('/intervention-types')).json()).list).toEqual(shippedTypes);
    expect((await choose({ id })).status).toBe(200);
    expect((await choose({ id: on.place })).status).toBe(404);
    expect((await (await call('/intervention-types')).json()).versions[1].inUse).toBe(true);
    await choose({ id: null });
  });

  test('is refused whole where a row is wrong', async () => {
    const wrong = types.replace('CONFIRMED,Our', 'MAYBE,Our');
    const refused = await file('/intervention-types', 't.csv', wrong);
    expect(await refused.json()).toMatchObject({
      problems: [{ code: 'not-one-of', where: { row: 2, column: 'status' } }],
    });
  });

  test('can be had as a workbook and comes back', async () => {
    const given = await call('/intervention-types/export?format=xlsx');
    const bytes = new Uint8Array(await given.arrayBuffer());
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer);
    expect(book.worksheets[0]?.rowCount).toBe(27);
    const looked = await (await file('/intervention-types/check', 't.xlsx', bytes)).json();
    expect(looked).toMatchObject({ added: [], gone: [], changed: [], problems: [] });
  });
});

describe('the portfolio', () => {
  test('has what it is counted from, in a fixed number of statements', async () => {
    on.house.statements();
    const found = await (await call('/portfolio')).json();
    expect(on.house.statements().length).toBeLessThan(20);
    expect(found.setting).toEqual({ treatShare: 0.6, proposed: true, context: '' });
    expect(found.interventions.length).toBeGreaterThan(3);
    expect(found.list.types).toHaveLength(26);
  });

  test('keeps the bound and the country that somebody chose', async () => {
    const set = (json: object) => call('/portfolio/setting', { method: 'PUT', json });
    const chosen = await (await set({ treatShare: 0.5, context: 'GB' })).json();
    expect(chosen).toEqual({ treatShare: 0.5, proposed: false, context: 'GB' });
    const back = await (await set({ treatShare: null, context: 'GB' })).json();
    expect(back).toEqual({ treatShare: 0.6, proposed: true, context: 'GB' });
    expect((await set({ treatShare: 60, context: '' })).status).toBe(422);
  });

  test('is reported in four formats', async () => {
    for (const format of ['html', 'docx', 'csv']) {
      const answer = await call(`/portfolio/report?format=${format}`);
      expect([format, answer.status]).toEqual([format, 200]);
    }
    const document = Document.parse(await (await call('/portfolio/report?format=json')).json());
    expect(document.sections.map(({ title }) => title)).toContain('Annex for a funding bid');
  });
});

test('for each high gap there are suggestions with their reasons and what is not known', async () => {
  const found = await (await call(`/places/${on.place}/suggestions`)).json();
  const own = found.gaps.find(({ id }: { id: string }) => id === gap);
  expect(own.meets.map(({ name }: { name: string }) => name)).toContain('Night helpline');
  const helpline = own.suggestions.find(({ type }: { type: string }) => type === 'helpline');
  expect(helpline).toMatchObject({
    ...{ because: ['list-names-topic'], confidence: 'untested', claim: null, doneHere: true },
    unknown: ['no-claim', 'proposed-name', 'topic-only-listed'],
  });
  expect((await call(`/places/${gap}/suggestions`)).status).toBe(404);
});

test('who is not a member finds nothing, who is signed out is told so, and roles hold', async () => {
  const { id } = await added();
  for (const rest of [
    '/interventions',
    `/interventions/${id}`,
    '/portfolio',
    '/intervention-types',
  ]) {
    expect((await on.house.call(on.path(rest))).status).toBe(401);
    expect((await call(rest, { cookie: on.stranger })).status).toBe(404);
    expect((await call(rest, { cookie: await on.as('member') })).status).toBe(200);
  }
  const member = await on.as('member');
  expect((await change(id, { version: 1, name: 'X' }, member)).status).toBe(403);
  expect((await change(id, { version: 1, name: 'X' }, on.stranger)).status).toBe(404);
  const analyst = await on.as('analyst');
  expect((await call('/interventions', { cookie: analyst, json: bare })).status).toBe(200);
  const set = { method: 'PUT', json: { id: null }, cookie: analyst };
  expect((await call('/intervention-types/in-use', set)).status).toBe(403);
});
