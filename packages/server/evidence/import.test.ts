import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleMapping, readRis, starterRegister } from '@freehold/core/evidence';
import { shippedTypes } from '@freehold/core/prevention';
import { records } from '@freehold/core/table';
import { Job } from '../job/routes.ts';
import { jobsEnded } from '../job/run.ts';
import { dataRoom, type DataRoom } from '../testing/data-room.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

const shared = new URL('../../../../shared/data/', import.meta.url);
type Files = Readonly<Record<string, string | Uint8Array>>;

async function bring(
  room: DataRoom,
  how: 'check' | 'import',
  files: Files,
  mapping: object | null,
) {
  const sent: string[] = [];
  for (const [name, content] of Object.entries(files)) sent.push(await room.upload(content, name));
  const answer = await room.send(`/evidence-files/${how}`, { files: sent, mapping });
  const { job } = await answer.json();
  await jobsEnded(house.database);
  return Job.parse(await room.json(`/jobs/${job}`));
}
const listed = async (room: DataRoom, rest: string) => (await room.get(rest)).json();

const ris = 'TY  - JOUR\nTI  - Safe houses and after\nPY  - 2019\nDO  - 10.1000/a\nER  - \n';
const csv = 'title,year,doi\nSafe houses and after.,2019,\n,2002,\nAnother thing,2001,10.1000/b\n';

test('[EV-1] a dry run counts every record and keeps nothing; the import keeps what it said', async () => {
  const room = await dataRoom(house, 'Dry');
  const files = { 'a.ris': ris, 'b.csv': csv };
  const checked = await bring(room, 'check', files, null);
  const counts = { 'a.ris: new': 1, 'b.csv: new': 1, 'b.csv: duplicate': 1, 'b.csv: rejected': 1 };
  expect(checked.result).toMatchObject({
    what: 'references',
    dryRun: true,
    rows: 4,
    new: 2,
    same: 1,
    rejected: 1,
    counts,
  });
  expect(checked.problems).toMatchObject([
    { code: 'title-missing', where: { file: 'b.csv', row: 3, column: 'title' } },
  ]);
  expect((await listed(room, '/sources')).all).toBe(0);
  expect((await bring(room, 'import', files, null)).result).toMatchObject({
    dryRun: false,
    counts,
  });
  expect(
    (await listed(room, '/sources?by=title')).sources.map(({ title }: { title: string }) => title),
  ).toEqual(['Another thing', 'Safe houses and after']);
  const [kept] = (await listed(room, '/evidence-imports')).imports;
  expect(kept.counts).toMatchObject({ new: 2, duplicate: 1, rejected: 1 });
  const account = await (await room.get(`/evidence-imports/${kept.id}/records.csv`)).text();
  expect(
    records(account).records.map(({ cells }) => [
      cells['file'],
      cells['row'],
      cells['fate'],
      cells['because'],
    ]),
  ).toEqual([
    ['a.ris', '1', 'new', ''],
    ['b.csv', '2', 'duplicate', 'same-title-and-year'],
    ['b.csv', '3', 'rejected', 'title-missing'],
    ['b.csv', '4', 'new', ''],
  ]);
  // Again: nothing is new, and the source that was there stays one.
  expect((await bring(room, 'import', files, null)).result).toMatchObject({
    new: 0,
    same: 3,
    rejected: 1,
  });
  expect((await listed(room, '/sources')).all).toBe(2);
});

test('[EV-3] a merged source takes what comes in later', async () => {
  const room = await dataRoom(house, 'Merged');
  const two = 'title,year\nThe long road out of bondage,2001\nThe long road out of bondage,2004\n';
  await bring(room, 'import', { 'a.csv': two }, null);
  const [{ id, of, source }] = (await listed(room, '/source-suggestions')).suggestions;
  await room.send(`/source-suggestions/${id}`, { state: 'accepted' }, 'PUT');
  await bring(room, 'import', { 'b.csv': 'title,year\nThe long road out of bondage,2004\n' }, null);
  expect((await listed(room, '/sources')).all).toBe(1);
  const { arrivals, merged } = await listed(room, `/sources/${of.id}`);
  expect(merged).toMatchObject([{ id: source.id }]);
  expect(arrivals.map(({ file }: { file: string }) => file)).toContain('b.csv');
});

test('a file that cannot be read at all is refused by its name, and nothing of the others is kept', async () => {
  const room = await dataRoom(house, 'Refused');
  const job = await bring(room, 'import', { 'a.ris': ris, 'b.pdf': '%PDF' }, null);
  expect(job).toMatchObject({ state: 'refused', problems: [{ code: 'file-kind-unknown' }] });
  expect((await listed(room, '/sources')).all).toBe(0);
  const missing = await bring(room, 'import', { 'c.csv': 'Name\nX\n' }, exampleMapping);
  expect(missing).toMatchObject({ state: 'refused', problems: [{ code: 'column-missing' }] });
});

const references = new URL('references/', shared);
test.skipIf(!existsSync(references))(
  '[EV-1] every file of references comes in together',
  async () => {
    const room = await dataRoom(house, 'References');
    const names = readdirSync(references).filter((name) => /\.(?:ris|csv)$/.test(name));
    const files = Object.fromEntries(
      names.map((name) => [name, readFileSync(new URL(name, references))]),
    );
    const { result } = await bring(room, 'import', files, null);
    // Records of the files themselves: TY lines of RIS, rows of tables.
    const inFiles = names.map((name) => {
      const text = readFileSync(new URL(name, references), 'utf8');
      return name.endsWith('.ris')
        ? (text.match(/^\uFEFF?TY {1,2}- /gm)?.length ?? 0)
        : records(text).records.length;
    });
    const strays = names
      .filter((name) => name.endsWith('.ris'))
      .flatMap((name) => readRis(readFileSync(new URL(name, references), 'utf8')))
      .filter((each) => 'problems' in each && each.problems[0]?.code === 'outside-any-record');
    const all = inFiles.reduce((sum, n) => sum + n, 0) + strays.length;
    expect(result?.rows).toBe(all);
    expect((result?.new ?? 0) + (result?.same ?? 0) + (result?.rejected ?? 0)).toBe(all);
    expect((await listed(room, '/sources')).all).toBe(result?.new);
    // embase.csv and embase.ris are one export in two forms, so one of them adds nothing new.
    expect(result?.counts?.['embase.ris: new'] ?? 0).toBe(0);
  },
);

const pilot = new URL('evidence-map/pilotdata.csv', shared);
test.skipIf(!existsSync(pilot))(
  '[EV-16] a systematic map of a thousand studies comes in, and twice is once',
  async () => {
    const room = await dataRoom(house, 'Map');
    const files = { 'pilotdata.csv': readFileSync(pilot) };
    const { result } = await bring(room, 'import', files, exampleMapping);
    expect(result).toMatchObject({ what: 'studies', rows: 1072 });
    expect((result?.new ?? 0) + (result?.rejected ?? 0)).toBe(1072);
    const page = await listed(room, '/studies?outcome=Pollination&size=200');
    expect(page.all).toBe(result?.new);
    expect(page.total).toBeGreaterThan(0);
    expect((await bring(room, 'import', files, exampleMapping)).result).toMatchObject({
      new: 0,
      same: result?.new,
    });
    expect((await listed(room, '/studies?size=1')).all).toBe(result?.new);
  },
);

test('[EV-20] the starter register loads by one call, and twice is once', async () => {
  const room = await dataRoom(house, 'Starter');
  const load = async () => (await room.send('/evidence-starter', undefined)).json();
  const { sources, studies, claims } = starterRegister;
  expect(await load()).toEqual({
    sources: sources.length,
    studies: studies.length,
    claims: claims.length,
  });
  expect(await load()).toEqual({ sources: 0, studies: 0, claims: 0 });
  const shown = await listed(room, '/claims');
  expect(shown.claims.every(({ found }: { found: { n: number } }) => found.n > 0)).toBe(true);
  const codes = new Set(shippedTypes.types.map(({ code }) => code));
  expect(claims.flatMap(({ types }) => types).filter((code) => !codes.has(code))).toEqual([]);

  for (const format of ['html', 'docx', 'csv', 'json']) {
    const answer = await room.get(`/evidence-guide?format=${format}`);
    expect(answer.status).toBe(200);
    if (format !== 'docx') expect(await answer.text()).toContain(claims[0]?.statement);
  }
});
