import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { asInstallation, openDatabase } from '@freehold/server/database';
import { run } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'freehold-data-'));
const keep = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true }));

let said = { out: '', error: '' };
beforeEach(() => {
  said = { out: '', error: '' };
  const hear = (key: 'out' | 'error') => (text: string | Uint8Array) => {
    said[key] += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(hear('error'));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const mapping = keep(
  'mapping.json',
  JSON.stringify({
    kind: 'observations',
    dataSet: { code: 'd', title: 'D' },
    place: { by: 'code', column: 'Code', type: 'district' },
    period: { fixed: '2019' },
    measures: [
      {
        measure: { code: 'score', title: 'Score', direction: '-', valueKind: 'score' },
        value: { column: 'Score' },
      },
    ],
  }),
);
const importing = (file: string, ...more: string[]) =>
  run(['data', 'import', '--mapping', mapping, '--in', file, ...more]);
const errors = () => said.error.trim().split('\n');

describe('without a database', () => {
  test('every row is checked, counted, and each fault said with row and column', async () => {
    const file = keep('bad.csv', 'Code,Score\nA,1\nB,lots\nC,3\nC,4\nD,..\n,5\n');
    expect(await importing(file, '--dry-run')).toBe(1);
    expect(errors()).toEqual([
      `${file}, row 3, column Score: "lots" is no number`,
      `${file}, row 5: row 4 has the same place, period and measure`,
      `${file}, row 7, column Code: the row names no place`,
    ]);
    expect(said.out).toBe(
      `${file}: 6 rows, 0 left out, 3 rejected; 3 observations. Nothing was kept.\n`,
    );
  });

  test('with --json counts and problems are JSON', async () => {
    const file = keep('json.csv', 'Code,Score\nA,1\nB,x\n');
    expect(await importing(file, '--dry-run', '--json')).toBe(1);
    expect(JSON.parse(said.out)).toEqual({
      rows: 2,
      skipped: 0,
      rejected: 1,
      observations: 1,
      kept: false,
    });
    expect(errors().map((line) => JSON.parse(line))).toEqual([
      { code: 'not-a-number', where: { file, row: 3, column: 'Score' }, details: { text: 'x' } },
    ]);
  });

  test('a fine file ends with 0, whatever its encoding and line ends', async () => {
    const utf16 = join(folder, 'utf16.csv');
    writeFileSync(utf16, Buffer.from('\uFEFFCode\tScore\rÔ1\t1,234.5\rB2\t-3\r', 'utf16le'));
    expect(await importing(utf16, '--dry-run')).toBe(0);
    expect(said.error).toBe('');
    expect(said.out).toContain('2 rows');
  });

  test('a header, a mapping or a file that cannot be used is said, and ends with 1 or 2', async () => {
    const file = keep('header.csv', 'Area,Score\nA,1\n');
    expect(await importing(file, '--dry-run')).toBe(1);
    expect(errors()).toEqual([`${file}, row 1, column Code: this column is missing`]);
    const broken = keep('broken.json', '{"kind": "observations", "surprise": 1}');
    const using = (name: string, input = file) =>
      run(['data', 'import', '--mapping', name, '--in', input, '--dry-run']);
    expect(await using(broken)).toBe(1);
    expect(said.error).toContain('dataSet');
    expect(await using(keep('no.json', 'not json'))).toBe(1);
    expect(await using(join(folder, 'absent.json'))).toBe(2);
    expect(await using(mapping, join(folder, 'absent.csv'))).toBe(2);
    expect(await run(['data', 'import', '--in', file])).toBe(2);
    expect(await run(['data', 'import', '--mapping', mapping, '--in', file, '--more'])).toBe(2);
  });

  test('look-ups, populations and boundaries are checked too', async () => {
    const lookup = keep(
      'lookup.json',
      JSON.stringify({
        kind: 'places',
        places: [{ type: 'ward', code: 'w', name: 'n' }],
        parents: [],
      }),
    );
    const people = keep(
      'people.json',
      JSON.stringify({
        kind: 'populations',
        place: { by: 'code', column: 'w' },
        year: { column: 'y' },
        population: { column: 'n' },
      }),
    );
    const check = (how: string, file: string) =>
      run(['data', 'import', '--mapping', how, '--in', file, '--dry-run', '--json']);
    expect(await check(lookup, keep('w.csv', 'w,n\nW1,One\nW1,Uno\n'))).toBe(1);
    expect(JSON.parse(said.out)).toMatchObject({ rows: 2, rejected: 1, places: 1, links: 0 });
    said.out = '';
    expect(await check(people, keep('p.csv', 'w,y,n\nW1,2021,10\nW1,2021,11\n'))).toBe(1);
    expect(JSON.parse(said.out)).toMatchObject({ rejected: 1, populations: 1 });
    said.out = '';
    expect(await check('boundaries-police-2020', keep('b.geojson', '{"features": 1}'))).toBe(1);
    expect(errors().at(-1)).toContain('"code":"not-geojson"');
  });
});

describe('with a database', () => {
  test('a file goes into a partnership by its name; refused rows stop it until accepted', async () => {
    const data = join(folder, 'data');
    vi.stubEnv('FREEHOLD_DATA', data);
    vi.stubEnv('DATABASE_URL', undefined);
    await prepared(data);
    const file = keep('keep.csv', 'Code,Score\nA1,1\nB1,2\nZ9,3\n');
    expect(await importing(file, '--partnership', 'Nowhere')).toBe(2);
    expect(errors()).toEqual(['there is no partnership Nowhere; there is Testshire']);
    said = { out: '', error: '' };
    expect(await importing(file, '--partnership', 'Testshire')).toBe(1);
    expect(errors()).toEqual([
      `${file}, row 4, column Code: there is no district Z9; import it first, or give an alias in the mapping`,
    ]);
    expect(said.out).toContain('Nothing was kept');
    said = { out: '', error: '' };
    expect(await importing(file, '--partnership', 'Testshire', '--accept-rejected', '--json')).toBe(
      0,
    );
    expect(JSON.parse(said.out)).toMatchObject({ rejected: 1, new: 2, kept: true });
    said = { out: '', error: '' };
    expect(await importing(file, '--partnership', 'Testshire', '--accept-rejected', '--json')).toBe(
      0,
    );
    expect(JSON.parse(said.out)).toMatchObject({ new: 0, same: 2 });
  });
});

async function prepared(data: string): Promise<void> {
  const opened = await openDatabase({
    home: { kind: 'pglite', folder: join(data, 'database') },
    folder: data,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { database, close } = opened.value;
  await asInstallation(database, async (tx) => {
    const { id } = await tx
      .insertInto('partnership')
      .values({ name: 'Testshire' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const place = (code: string) => ({
      ...{ partnership_id: id, type: 'district', code, name: code, name_key: code },
    });
    await tx
      .insertInto('place')
      .values([place('A1'), place('B1')])
      .execute();
  });
  await close();
}

const shared = fileURLToPath(new URL('../../../shared/data/uk/', import.meta.url));

test.skipIf(!existsSync(shared))(
  'public data pass with the shipped mappings (skipped where ../shared/data/uk is not there)',
  async () => {
    const file = `${shared}nrm-referrals-2022q2-2023q3.csv`;
    const code = 'nrm-referrals';
    expect(
      await run(['data', 'import', '--mapping', code, '--in', file, '--dry-run', '--json']),
    ).toBe(0);
    const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
    const forces = lines.filter(
      (line) =>
        line.includes(',police,') &&
        !/ROCU|Regional|Region |Scotland|Northern Ireland|Transport/.test(line),
    );
    const sums = new Set(forces.map((line) => line.split(',').slice(0, 3).join()));
    expect(JSON.parse(said.out)).toEqual({
      rows: lines.length,
      skipped: lines.length - forces.length,
      rejected: 0,
      observations: sums.size,
      kept: false,
    });
  },
);
