import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { records } from '@freehold/core/table';
import { ran } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'freehold-evidence-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

const ris = 'TY  - JOUR\nTI  - Safe houses and after\nPY  - 2019\nDO  - 10.1000/a\nER  - \n';
const csv = 'title,year,doi\nSafe houses and after.,2019,\nAnother thing,2001,10.1000/b\n,2002,\n';

test('references of several files come in together, every record accounted for', async () => {
  writeFileSync(at('a.ris'), ris);
  writeFileSync(at('b.csv'), csv);
  writeFileSync(at('c.bib'), '@article{k, title={Another Thing}, year=2001, doi={10.1000/B}}\n');
  const files = ['a.ris', 'b.csv', 'c.bib'].flatMap((name) => ['--in', at(name)]);
  const done = await ran('evidence', 'import', ...files, '--out', at('r.json'), '--json');
  expect(done.status).toBe(1);
  expect(JSON.parse(done.out)).toMatchObject({
    ...{ records: 5, new: 2, duplicates: 2, rejected: 1, sources: 2 },
  });
  expect(JSON.parse(done.problems)).toMatchObject({
    code: 'title-missing',
    where: { file: 'b.csv', row: 4, column: 'title' },
  });
  const { arrivals } = JSON.parse(readFileSync(at('r.json'), 'utf8')) as { arrivals: unknown };
  expect(arrivals).toMatchObject([
    { file: 'a.ris', fate: 'new', source: 's1' },
    { file: 'b.csv', fate: 'duplicate', source: 's1', because: 'same-title-and-year' },
    { file: 'b.csv', fate: 'new', source: 's3' },
    { file: 'b.csv', fate: 'rejected', source: null },
    { file: 'c.bib', fate: 'duplicate', source: 's3', because: 'same-doi' },
  ]);
});

test('a register is gone on with', async () => {
  writeFileSync(at('a.ris'), ris);
  await ran('evidence', 'import', '--in', at('a.ris'), '--out', at('one.json'));
  const again = ['--in', at('a.ris'), '--register', at('one.json'), '--out', at('two.json')];
  const done = await ran('evidence', 'import', ...again, '--json');
  expect(done.status).toBe(0);
  expect(JSON.parse(done.out)).toMatchObject({ records: 1, new: 0, duplicates: 1, sources: 1 });
});

test.each([
  ['nothing to read', [], '--in is needed'],
  ['a kind that cannot be read', ['--in', at('a.pdf')], 'no kind that can be read'],
  ['a file that is not there', ['--in', '/nowhere/a.ris'], 'ENOENT'],
])('%s is said, with exit status 2', async (_, words, sentence) => {
  writeFileSync(at('a.pdf'), '%PDF');
  const done = await ran('evidence', 'import', ...words);
  expect(done.status).toBe(2);
  expect(done.problems).toContain(sentence);
});

const studies = [
  { id: 'a', title: 'A', sms: 4, countries: ['GB'], interventions: ['helpline'], year: 2020 },
  {
    id: 'b',
    title: 'B',
    sms: 3,
    countries: ['NP'],
    interventions: ['own-type'],
    pathways: ['DETER'],
  },
  { id: 'c', title: 'C', sms: 3, countries: ['GB'] },
].map((study) => ({ ...study, findings: [{ outcome: 'detection' }], timing: ['early'] }));
const links = ['a', 'b', 'c'].map((study) => ({ study, stance: 'supports' }));
const register = {
  ...{ format: 'freehold-evidence-register', version: 1, studies },
  claims: [{ id: 'c1', statement: 'Helplines find people early.', links }],
};

test('the map has a row a cell, counts studies, and gives unlisted codes rows of their own', async () => {
  writeFileSync(at('map.json'), JSON.stringify(register));
  const done = await ran(
    'evidence',
    'map',
    '--in',
    at('map.json'),
    '--out',
    at('map.csv'),
    '--json',
  );
  // 26 shipped types and one of the register's own, by 15 outcomes.
  expect(JSON.parse(done.out)).toMatchObject({ cells: 405, studies: 3, 'not on the map': 1 });
  const cells = records(readFileSync(at('map.csv'), 'utf8')).records.map((each) => each.cells);
  const of = (row: string) =>
    cells.find((each) => each['row'] === row && each['column'] === 'detection');
  expect(of('helpline')).toMatchObject({
    studies: '1',
    best_sms: '4',
    last_year: '2020',
    flags: 'inclusion',
  });
  expect(of('own-type')).toMatchObject({ studies: '1', study_ids: 'b' });
  expect(of('advocacy')).toMatchObject({ studies: '0', best_sms: '', flags: 'absolute' });
});

test('rows may be pathway by timing', async () => {
  writeFileSync(at('map.json'), JSON.stringify(register));
  const done = await ran('evidence', 'map', '--in', at('map.json'), '--rows', 'pathways');
  const cells = records(done.out).records.map((each) => each.cells);
  expect(cells).toHaveLength(20 * 15);
  expect(cells.filter(({ studies: n }) => n === '1')).toMatchObject([{ row: 'DETER early' }]);
});

test('a name that ends in .html gives the map as one page that asks no network for anything', async () => {
  writeFileSync(at('page.json'), JSON.stringify(register));
  const done = await ran('evidence', 'map', '--in', at('page.json'), '--out', at('map.html'));
  expect(done.status).toBe(0);
  const page = readFileSync(at('map.html'), 'utf8');
  expect(page).toContain("default-src 'none'");
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).toContain(register.studies[0]?.title ?? 'no study');
});

test('claims are graded by the rule, with what it rests on', async () => {
  writeFileSync(at('claims.json'), JSON.stringify(register));
  const done = await ran('evidence', 'grade', '--in', at('claims.json'));
  expect(done.status).toBe(0);
  expect(JSON.parse(done.out)).toMatchObject({
    rule: { strongFrom: 3 },
    claims: [
      {
        id: 'c1',
        confidence: 'high',
        because: 'strong-agree-widely',
        studies: 3,
        strong: 3,
        share: 1,
      },
    ],
  });
});

test('a claim that links to a study that is not there is a problem, with exit status 1', async () => {
  writeFileSync(at('claims.json'), JSON.stringify({ ...register, studies: [] }));
  const done = await ran('evidence', 'grade', '--in', at('claims.json'));
  expect(done.status).toBe(1);
  expect(done.problems).toContain('there is no study a in the register');
});

test('what is no JSON is said', async () => {
  writeFileSync(at('claims.json'), '{');
  const done = await ran('evidence', 'grade', '--in', at('claims.json'));
  expect(done).toMatchObject({ status: 1 });
  expect(done.problems).toContain('this is no JSON');
});

test('a table of studies comes in by a mapping, every row accounted for, and twice is once', async () => {
  const mapping = {
    ...{ title: 'Small', origin: 'small', key: ['Study'] },
    fields: { title: { columns: ['Study'] }, year: { columns: ['Year'] } },
    outcomes: [{ column: 'Safety' }],
  };
  writeFileSync(at('m.json'), JSON.stringify(mapping));
  writeFileSync(at('s.csv'), 'Study,Year,Safety\nFirst,2001,Safety\n,2002,\nSecond,soon,\n');
  const words = ['--mapping', at('m.json'), '--in', at('s.csv'), '--json'];
  const once = await ran('evidence', 'import', ...words, '--out', at('studies.json'));
  expect(once.status).toBe(1);
  expect(JSON.parse(once.out)).toMatchObject({
    ...{ rows: 3, new: 2, known: 0, rejected: 1, 'cells left out': 1, studies: 2, sources: 2 },
  });
  expect(
    once.problems
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { code: 'title-missing', where: { file: 's.csv', row: 3, column: 'Study' } },
    { code: 'cell-left-out', where: { row: 4, column: 'Year' } },
  ]);
  const again = ['--register', at('studies.json'), '--out', at('studies.json')];
  const twice = await ran('evidence', 'import', ...words, ...again);
  expect(JSON.parse(twice.out)).toMatchObject({ new: 0, known: 2, rejected: 1, studies: 2 });
});

test('a mapping for other columns is refused with their names', async () => {
  writeFileSync(at('other.csv'), 'Name\nX\n');
  const done = await ran(
    'evidence',
    'import',
    '--mapping',
    at('m.json'),
    '--in',
    at('other.csv'),
    '--json',
  );
  expect(done.status).toBe(1);
  expect(JSON.parse(done.problems)).toMatchObject({
    code: 'column-missing',
    details: { columns: ['Study', 'Year', 'Safety'], found: ['Name'] },
  });
});
