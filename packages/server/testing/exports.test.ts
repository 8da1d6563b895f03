import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TableReader } from '@freehold/core/table';
import { asInstallation } from '../database/within.ts';
import { DataRoom } from './data-room.ts';
import { smallRelease } from './release.ts';
import { Document, routesOf, type Route } from './sample.ts';
import { observations, world, type Walled, type World } from './world.ts';

// What people typed is opened by other people's spreadsheets: a text must not run there as a formula.

const hostile = ["=cmd|' /C calc'!A0", '+1+cmd', '-1+1|x', '@SUM(1)', '\t=1+1', '\r=1+1'];

let on: World;
let own: Walled;
let files: readonly Route[];

beforeAll(async () => {
  on = await world(1);
  const [only] = on.partnerships;
  if (only === undefined) throw new RangeError('a world has a partnership');
  own = only;
  await asInstallation(on.house.database, async (tx) => {
    const text = (at: number) => hostile[at % hostile.length] ?? '';
    for (const [at, [table, column]] of texts.entries())
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${text(at)}
        where ${sql.ref(table === 'partnership' ? 'id' : 'partnership_id')} = ${own.id}`.execute(
        tx,
      );
    await sql`update person set name = ${text(0)} where id in (select person_id from membership
      where partnership_id = ${own.id})`.execute(tx);
    const { rows } = await sql<{ id: string; content: { title: string } }>`
      select id, content from framework_version where partnership_id = ${own.id}`.execute(tx);
    for (const { id, content } of rows)
      await sql`update framework_version set content = ${JSON.stringify({ ...content, title: text(0) })}::jsonb
        where id = ${id}`.execute(tx);
    await sql`update evidence_source set reference = jsonb_set(reference, '{title}',
      to_jsonb(${text(0)}::text)) where partnership_id = ${own.id}`.execute(tx);
    await sql`update evidence_claim set content = jsonb_set(content, '{statement}',
      to_jsonb(${text(0)}::text)) where partnership_id = ${own.id}`.execute(tx);
    await sql`update theory set content = jsonb_set(content, '{nodes,0,title}',
      to_jsonb(${text(0)}::text)) where partnership_id = ${own.id}`.execute(tx);
  });
  const document = Document.parse(await (await on.house.call('/api/openapi.json')).json());
  files = routesOf(document).filter(
    ({ method, responses }) =>
      method === 'GET' &&
      Object.keys(responses['200']?.content ?? {}).some((type) => /csv|sheet|octet/.test(type)),
  );
});
afterAll(() => on.close());

const texts = [
  ['review', 'title'],
  ['place', 'name'],
  ['agreed_score', 'rationale'],
  ['agreed_score', 'dissent'],
  ['rater', 'agency'],
  ['gap', 'title'],
  ['asset', 'name'],
  ['action', 'title'],
  ['survivor_input', 'theme'],
  ['document_part', 'written'],
  ['partnership', 'name'],
  ['survey_wave', 'title'],
  ['survey_target', 'label'],
  ['remedy_barrier', 'title'],
  ['statement', 'organisation'],
  ['supplier', 'name'],
  ['diligence_risk', 'title'],
  ['evidence_arrival', 'file'],
] as const;

const call = async (path: string) => {
  const answer = await on.house.call(path.replace('{partnership}', own.id), {
    cookie: own.cookies['co-ordinator'],
  });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer;
};

test('every route that gives a table away is tried below', () => {
  expect(files.map(({ path }) => path).toSorted()).toEqual([
    '/api/partnerships/{partnership}/audit.csv',
    '/api/partnerships/{partnership}/barriers/report',
    '/api/partnerships/{partnership}/crises/{crisis}/lessons',
    '/api/partnerships/{partnership}/crises/{crisis}/situation',
    '/api/partnerships/{partnership}/diligence/report',
    '/api/partnerships/{partnership}/directory/report',
    '/api/partnerships/{partnership}/evidence-guide',
    '/api/partnerships/{partnership}/evidence-imports/{evidenceImport}/records.csv',
    '/api/partnerships/{partnership}/evidence/{file}',
    '/api/partnerships/{partnership}/framework-versions/{version}/export',
    '/api/partnerships/{partnership}/intervention-types/export',
    '/api/partnerships/{partnership}/interventions/export',
    '/api/partnerships/{partnership}/jobs/{job}/errors.csv',
    '/api/partnerships/{partnership}/places/{place}/actions.csv',
    '/api/partnerships/{partnership}/places/{place}/problem-profile/document',
    '/api/partnerships/{partnership}/places/{place}/reports/action-plan',
    '/api/partnerships/{partnership}/places/{place}/reports/annual',
    '/api/partnerships/{partnership}/places/{place}/reports/funding-case',
    '/api/partnerships/{partnership}/portfolio/report',
    '/api/partnerships/{partnership}/problem-profile-issues/{issue}',
    '/api/partnerships/{partnership}/recovery/report',
    '/api/partnerships/{partnership}/releases/{release}/files/{releaseFile}',
    '/api/partnerships/{partnership}/remedy/report',
    '/api/partnerships/{partnership}/reviews/{review}/report',
    '/api/partnerships/{partnership}/rounds/{round}/report',
    '/api/partnerships/{partnership}/scorecard/document',
    '/api/partnerships/{partnership}/sources.file',
    '/api/partnerships/{partnership}/statements/{statement}/document',
    '/api/partnerships/{partnership}/suppliers.csv',
    '/api/partnerships/{partnership}/survey-waves/{wave}/answers.csv',
    '/api/partnerships/{partnership}/theories/{theory}/logframe.xlsx',
    '/api/partnerships/{partnership}/theories/{theory}/report',
    '/api/rate/{token}/files/{file}',
    '/api/survey/{token}/files/{file}',
  ]);
});

test('in CSV no cell that people typed begins as a formula does, and hostile ones are there, guarded', async () => {
  const root = '/api/partnerships/{partnership}';
  const review = own.ids.review?.[1] ?? '';
  const release = `${root}/releases/${await hostileRelease()}/files`;
  let guarded = 0;
  for (const path of [
    `${root}/audit.csv`,
    `${root}/directory/report?format=csv`,
    `${root}/crises/${own.ids['crisis']?.[0] ?? ''}/lessons?format=csv`,
    `${root}/crises/${own.ids['crisis']?.[0] ?? ''}/situation?format=csv`,
    `${root}/diligence/report?format=csv&year=2026`,
    `${root}/sources.file?format=csv`,
    `${root}/evidence-guide?format=csv`,
    `${root}/evidence-imports/${own.ids['evidenceImport']?.[0] ?? ''}/records.csv`,
    `${root}/suppliers.csv`,
    `${root}/places/${own.ids.place?.[0] ?? ''}/actions.csv`,
    `${root}/intervention-types/export?format=csv`,
    `${root}/interventions/export?format=csv`,
    `${root}/portfolio/report?format=csv`,
    `${root}/jobs/${await hostileJob()}/errors.csv`,
    `${root}/reviews/${review}/report?format=csv`,
    `${root}/survey-waves/${own.ids.wave?.[0] ?? ''}/answers.csv`,
    `${root}/places/${own.ids.place?.[0] ?? ''}/problem-profile/document?format=csv`,
    `${root}/places/${own.ids.place?.[0] ?? ''}/reports/action-plan?format=csv`,
    `${root}/places/${own.ids.place?.[0] ?? ''}/reports/annual?format=csv&year=2025`,
    `${root}/places/${own.ids.place?.[0] ?? ''}/reports/funding-case?format=csv`,
    `${root}/problem-profile-issues/${own.ids.issue?.[0] ?? ''}?format=csv`,
    `${root}/rounds/${own.ids.round?.[0] ?? ''}/report?format=csv`,
    `${root}/barriers/report?format=csv`,
    `${root}/recovery/report?format=csv`,
    `${release}/synthetic.csv`,
    `${release}/counts.csv`,
    `${root}/remedy/report?format=csv`,
    `${root}/scorecard/document?format=csv&year=2025`,
    `${root}/theories/${own.ids.theory?.[0] ?? ''}/report?kind=logframe&format=csv`,
    `${root}/theories/${own.ids.theory?.[0] ?? ''}/report?kind=evidence&format=csv`,
    `${root}/statements/${own.ids.statement?.[0] ?? ''}/document?format=csv`,
  ]) {
    const text = (await (await call(path)).text()).replace(/^\uFEFF/, '');
    for (const cell of cellsOf(text)) {
      const number = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell);
      expect([path, cell, number || !/^[=+\-@\t\r]/.test(cell)]).toEqual([path, cell, true]);
      if (/^'[=+\-@\t\r]/.test(cell)) guarded += 1;
    }
  }
  expect(guarded).toBeGreaterThan(2);
});

test('in XLSX what people typed is text, never a formula', async () => {
  const root = '/api/partnerships/{partnership}';
  for (const path of [
    `${root}/framework-versions/${own.ids.version?.[0] ?? ''}/export?format=xlsx`,
    `${root}/theories/${own.ids.theory?.[0] ?? ''}/logframe.xlsx`,
    `${root}/sources.file?format=xlsx`,
  ]) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await call(path)).arrayBuffer());
    const cells: ExcelJS.Cell[] = [];
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell))));
    expect([path, cells.some(({ value }) => value === hostile[0])]).toEqual([path, true]);
    expect(cells.filter(({ type }) => type === ExcelJS.ValueType.Formula)).toEqual([]);
  }
});

/** A job whose problems name a hostile cell. */
async function hostileJob(): Promise<string> {
  const room = new DataRoom(on.house, own.id, own.cookies.analyst);
  const read = await room.read(
    'data/check',
    `code,year,v\n=cmd|x,2023,=1+1\n`,
    observations('zqa'),
  );
  return read.id;
}

/** A release whose columns and values are hostile, as our own writers wrote it. */
async function hostileRelease(): Promise<string> {
  const path = `/api/partnerships/${own.id}/releases`;
  const json = smallRelease(hostile[0] ?? '');
  const { id } = await (await on.house.call(path, { cookie: own.cookies.analyst, json })).json();
  return id;
}

function cellsOf(text: string): readonly string[] {
  const reader = new TableReader({ delimiter: ',' });
  return [...reader.push(text), ...reader.end()].flatMap(({ cells }) => cells);
}
