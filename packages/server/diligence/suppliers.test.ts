import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { guessedMapping, shippedSetting } from '@freehold/core/diligence';
import { Job } from '../job/routes.ts';
import { jobsEnded } from '../job/run.ts';
import { dataRoom, type DataRoom } from '../testing/data-room.ts';
import { statementsIn } from '../testing/statements.ts';
import { codes, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
let room: DataRoom;
beforeAll(async () => {
  on = await stage();
  room = await dataRoom(on.house);
});
afterAll(() => on.house.close());

const supplier = {
  ...{ name: 'Avon Fruit Ltd', own: false, companyNumber: '0123', country: 'GB', tier: 1 },
  ...{ workers: 40, turnover: 2_000_000, currency: 'GBP', products: ['01'], note: '' },
};
const site = {
  ...{ name: 'Orchard', country: 'GB', postcode: 'ZZ1 1AA', placeCode: 'X01' },
  ...{ longitude: null, latitude: null, workers: 12 },
};
const Page = z.looseObject({
  total: z.number(),
  pages: z.number(),
  suppliers: z.array(z.looseObject({ id: z.string(), name: z.string(), sites: z.number() })),
  countries: z.array(z.object({ code: z.string(), n: z.number() })),
  bands: z.array(z.object({ code: z.string(), n: z.number() })),
});
const page = async (in_: DataRoom, query = '') =>
  Page.parse(await in_.json(`/suppliers${query === '' ? '' : `?${query}`}`));
const columns = ['Supplier', 'Company number', 'Country', 'Tier', 'ISIC', 'Site', 'Area code'];
const mapping = guessedMapping(columns, 'suppliers.csv');
const csv = (...rows: readonly (readonly string[])[]) =>
  [columns, ...rows].map((row) => columns.map((_, at) => row[at] ?? '').join(',')).join('\n');

async function read(
  in_: DataRoom,
  what: 'check' | 'import',
  content: string | Uint8Array,
  name = 'suppliers.csv',
) {
  const file = await in_.upload(content, name);
  const answer = await in_.send(`/supplier-files/${what}`, { file, mapping });
  const { job } = z.object({ job: z.string() }).parse(await answer.json());
  await jobsEnded(on.house.database);
  return Job.parse(await in_.json(`/jobs/${job}`));
}

describe('a supplier', () => {
  test('is kept with its priority by the shipped rules, and found by words and facets', async () => {
    const added = await (await room.send('/suppliers', supplier)).json();
    expect(added).toMatchObject({
      ...supplier,
      // The rule about farming, PROPOSED: severity 4, likelihood 4, which is high.
      ...{ severity: 4, likelihood: 4, band: 'high', because: ['land-and-sea'] },
    });
    await room.send('/suppliers', { ...supplier, name: 'Desk Ltd', products: ['69'], country: '' });
    expect((await page(room)).suppliers.map(({ name }) => name)).toEqual([
      'Avon Fruit Ltd',
      'Desk Ltd',
    ]);
    expect((await page(room, 'query=avon')).total).toBe(1);
    expect((await page(room, 'query=%25')).total).toBe(0);
    expect((await page(room, 'band=low&product=69')).suppliers[0]?.name).toBe('Desk Ltd');
    expect((await page(room)).countries).toEqual([
      { code: '', n: 1 },
      { code: 'GB', n: 1 },
    ]);
  });

  test('has sites that lie somewhere, or a reason why that cannot be said', async () => {
    const [first] = (await page(room, 'query=avon')).suppliers;
    const at = `/suppliers/${first?.id}`;
    const placed = await (await room.send(`${at}/sites`, site)).json();
    const lost = { ...site, name: 'Packhouse', placeCode: '' };
    const { id } = await (await room.send(`${at}/sites`, lost)).json();
    const shown = z
      .looseObject({ sites: z.array(z.looseObject({ name: z.string() })) })
      .parse(await room.json(at));
    expect(shown.sites).toMatchObject([
      { name: 'Orchard', place: { name: 'Harbourside' }, placedBy: 'code', unplaced: '' },
      { name: 'Packhouse', place: null, placedBy: null, unplaced: 'postcode-unknown' },
    ]);
    expect(await room.json('/supplier-areas')).toMatchObject({
      areas: [{ name: 'Harbourside', sites: 1, suppliers: 1, high: 1 }],
      unplaced: [{ because: 'postcode-unknown', sites: 1 }],
      withoutSite: 1,
    });
    expect((await page(room, `place=${on.place}`)).total).toBe(1);
    expect((await page(room, 'placed=no')).total).toBe(1);
    await room.send(`/supplier-sites/${id}`, { ...lost, placeCode: 'X01' }, 'PUT');
    expect((await page(room, 'placed=no')).total).toBe(0);
    const gone = await on.house.call(`${room.path}/supplier-sites/${placed.id}`, {
      ...{ method: 'DELETE', cookie: room.cookie },
    });
    expect(gone.status).toBe(200);
    expect((await page(room, 'query=avon')).suppliers[0]?.sites).toBe(1);
  });

  test('is changed field by field, taken off the lists, and brought back', async () => {
    const [first] = (await page(room, 'query=avon')).suppliers;
    const at = `/suppliers/${first?.id}`;
    const moved = await (await room.send(at, { products: ['69'] }, 'PATCH')).json();
    expect(moved).toMatchObject({ ...supplier, products: ['69'], band: 'low' });
    await room.send(at, { removed: true }, 'PATCH');
    expect((await page(room, 'query=avon')).total).toBe(0);
    await room.send(at, { removed: false }, 'PATCH');
    expect((await page(room, 'query=avon')).total).toBe(1);
  });

  test('does not fit everywhere', async () => {
    for (const wrong of [{ country: 'ZZ' }, { tier: 10 }, { products: ['99x'] }, { workers: -1 }])
      expect((await room.send('/suppliers', { ...supplier, ...wrong })).status).toBe(422);
    expect((await room.send(`/suppliers/${on.place}`, { name: 'X' }, 'PATCH')).status).toBe(404);
    expect((await room.send(`/suppliers/${on.place}/sites`, site)).status).toBe(404);
  });

  test('leaves as a table that runs nothing in a spreadsheet', async () => {
    await room.send('/suppliers', { ...supplier, name: '=1+1', companyNumber: '' });
    const text = await (await room.get('/suppliers.csv')).text();
    expect(text).toContain(`'=1+1,,GB,United Kingdom`);
  });
});

describe('a file of suppliers', () => {
  const rows = [
    ['Severn Textiles Ltd', '77', 'UK', '2', '13', 'Mill', 'X01'],
    ['SEVERN TEXTILES', '77', 'GB', '2', '13', 'Warehouse', ''],
    ['Severn Textile', '', 'GB', '2', '13', '', ''],
    ['Delta Garments', '', 'BD', '2', '14', 'Dhaka', ''],
    ['', '', 'Atlantis', '', '', '', ''],
  ] as const;

  test('is shown with a guess at its columns before anything is read', async () => {
    const file = await room.upload(csv(...rows));
    expect(await (await room.send('/supplier-files/preview', { file })).json()).toMatchObject({
      ...{ columns, total: 5 },
      mapping: { columns: { name: 'Supplier', sitePlaceCode: 'Area code', workers: '' } },
    });
  });

  test('is checked without keeping anything, with faults by row and column', async () => {
    const own = await dataRoom(on.house, 'Checked');
    const job = await read(own, 'check', csv(...rows));
    expect(job.problems.map(({ code, where }) => [code, where?.row, where?.column])).toEqual([
      ['country-unknown', 6, 'Country'],
      ['missing-value', 6, 'Supplier'],
    ]);
    expect(job.result).toMatchObject({
      ...{ dryRun: true, kept: false, rows: 5, rejected: 1, new: 3, same: 0 },
      counts: { sites: 3, unplaced: 2, alike: 1 },
    });
    expect((await page(own)).total).toBe(0);
  });

  test('is kept once, however often it is read, and as a workbook just the same', async () => {
    const own = await dataRoom(on.house, 'Kept');
    expect((await read(own, 'import', csv(...rows))).result).toMatchObject({ new: 3, same: 0 });
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('List').addRows([columns, ...rows.map((row) => [...row])]);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const again = await read(own, 'import', bytes, 'suppliers.xlsx');
    expect(again.result).toMatchObject({ new: 0, same: 3, counts: { sites: 0, alike: 0 } });
    expect((await page(own)).suppliers.map(({ name, sites }) => [name, sites])).toEqual([
      ['Delta Garments', 1],
      ['Severn Textile', 0],
      ['Severn Textiles Ltd', 2],
    ]);
  });

  test('without a column that its mapping names is refused by that name', async () => {
    const job = await read(room, 'check', 'Supplier\nA\n');
    expect(job.state).toBe('refused');
    expect(job.problems[0]).toMatchObject({ code: 'column-missing', where: { row: 1 } });
  });

  test('is taken back, but for what somebody has worked on since', async () => {
    const own = await dataRoom(on.house, 'Undone');
    await read(own, 'import', csv(...rows));
    const [first] = (await page(own, 'query=delta')).suppliers;
    await own.send(`/suppliers/${first?.id}`, { note: 'Visited.' }, 'PATCH');
    const { imports } = z
      .object({ imports: z.array(z.looseObject({ id: z.string() })) })
      .parse(await own.json('/supplier-imports'));
    const undo = () => own.send(`/supplier-imports/${imports[0]?.id}/undo`, {});
    expect(await (await undo()).json()).toEqual({ suppliers: 2, sites: 2 });
    expect((await page(own)).suppliers.map(({ name }) => name)).toEqual(['Delta Garments']);
    const twice = await undo();
    expect([twice.status, await codes(twice)]).toEqual([409, ['undone-already']]);
  });
});

test('[DD-4] a person says that two suppliers are one, or are not, and takes it back', async () => {
  const own = await dataRoom(on.house, 'Alike');
  await read(own, 'import', csv(['Avon Fruit', '1'], ['Avon Fruits', ''], ['Tern Ltd', '2']));
  const Pairs = z.object({
    pairs: z.array(z.looseObject({ id: z.string(), reason: z.string() })),
    counts: z.looseObject({}),
  });
  const pairs = async (state: string) =>
    Pairs.parse(await own.json(`/supplier-duplicates?state=${state}`));
  const open = await pairs('open');
  expect(open).toMatchObject({
    pairs: [{ reason: 'like-name', one: { name: 'Avon Fruits' }, other: { name: 'Avon Fruit' } }],
    counts: { open: 1, accepted: 0, refused: 0 },
  });
  const decide = (state: string) =>
    own.send(`/supplier-duplicates/${open.pairs[0]?.id}`, { state }, 'PUT');
  expect((await decide('accepted')).status).toBe(200);
  expect((await page(own)).suppliers.map(({ name }) => name)).toEqual(['Avon Fruit', 'Tern Ltd']);
  expect((await decide('open')).status).toBe(200);
  expect((await page(own)).total).toBe(3);
  await decide('refused');
  // Reading the file again does not bring a refused pair back.
  await read(own, 'import', csv(['Avon Fruit', '1'], ['Avon Fruits', '']));
  expect((await pairs('open')).pairs).toEqual([]);
  expect(
    (await own.send(`/supplier-duplicates/${on.place}`, { state: 'open' }, 'PUT')).status,
  ).toBe(404);
});

test('[DD-9] changed rules move suppliers when they are next put in order, and can be tried before', async () => {
  const own = await dataRoom(on.house, 'Ordered');
  await read(own, 'import', csv(['Avon Fruit', '', 'GB', '', '01'], ['Tern', '', 'GB', '', '84']));
  const rules = [
    {
      ...{ code: 'state', title: 'The state', severity: 5, likelihood: 2, source: 'Ours' },
      status: 'proposed' as const,
      when: { countries: ['GB'], countriesExcept: [], products: ['O'], tierFrom: null },
    },
  ];
  const setting = { ...shippedSetting, rules };
  const keep = (version: number) => own.send('/diligence/setting', { setting, version }, 'PUT');
  expect(await (await keep(0)).json()).toEqual({ version: 1 });
  const late = await keep(0);
  expect([late.status, await codes(late)]).toEqual([409, ['changed-meanwhile']]);
  const order = async (dryRun: boolean) => {
    const answer = await own.send('/diligence/prioritise', { dryRun });
    const { job } = z.object({ job: z.string() }).parse(await answer.json());
    await jobsEnded(on.house.database);
    return Job.parse(await own.json(`/jobs/${job}`)).result;
  };
  const names = async () => (await page(own)).suppliers.map(({ name }) => name);
  expect(await order(true)).toMatchObject({ changed: 2, counts: { high: 1, 'not-known': 1 } });
  expect(await names()).toEqual(['Avon Fruit', 'Tern']);
  expect(await order(false)).toMatchObject({ changed: 2, same: 0, kept: true });
  expect(await names()).toEqual(['Tern', 'Avon Fruit']);
  expect(await order(false)).toMatchObject({ changed: 0, same: 2 });
});

test('a list takes as many statements for many suppliers as for few', async () => {
  const count = () => statementsIn(on.house, () => page(room));
  const before = await count();
  for (let at = 0; at < 5; at += 1) await room.send('/suppliers', { ...supplier, name: `S ${at}` });
  expect(await count()).toBe(before);
});

test('a member reads and changes nothing; a stranger finds nothing; signed out is told so', async () => {
  const [first] = (await page(room)).suppliers;
  const member = await on.house.signIn(room.partnership, 'member');
  const call = (rest: string, cookie: string | null, json?: unknown, method?: string) =>
    on.house.call(`${room.path}${rest}`, {
      ...(cookie !== null && { cookie }),
      ...(json !== undefined && { json }),
      ...(method !== undefined && { method }),
    });
  expect((await call('/suppliers', member)).status).toBe(200);
  expect((await call('/suppliers', member, supplier)).status).toBe(403);
  for (const [rest, json, method] of [
    ['/diligence/setting', { setting: shippedSetting, version: 0 }, 'PUT'],
    ['/diligence/prioritise', { dryRun: true }, 'POST'],
    [`/suppliers/${first?.id}`, { note: 'X' }, 'PATCH'],
  ] as const) {
    expect((await call(rest, member, json, method)).status).toBe(403);
    expect((await call(rest, on.stranger, json, method)).status).toBe(404);
  }
  expect((await call('/suppliers', null)).status).toBe(401);
  const theirs = await dataRoom(on.house, 'Theirs too');
  expect((await theirs.get(`/suppliers/${first?.id}`)).status).toBe(404);
  const file = await room.upload(csv(['A', '']));
  expect((await theirs.send('/supplier-files/preview', { file })).status).toBe(404);
  expect((await theirs.send('/supplier-files/import', { file, mapping })).status).toBe(404);
});
