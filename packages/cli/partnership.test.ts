import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DirectoryFile } from '@freehold/core/directory';
import { oddMembers, oddPartnerships } from '../core/directory/testing.ts';
import { run } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'freehold-partnership-'));
const at = (name: string) => join(folder, name);
const keep = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
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
afterEach(() => vi.restoreAllMocks());

const read = (...more: readonly string[]) =>
  run(['partnership', 'import', '--in', keep('p.csv', oddPartnerships), ...more]);
const count = (file: string, ...more: readonly string[]) =>
  run(['partnership', 'report', '--in', file, ...more]);

describe('partnership import and report', () => {
  test('read two files, account for every row, and count what is there', async () => {
    const out = at('directory.json');
    expect(await read('--members', keep('m.csv', oddMembers), '--out', out)).toBe(0);
    expect(said.out).toContain(
      'partnerships, rows: 8 = 1 further area + 6 partnership + 1 to clean up: id missing',
    );
    expect(DirectoryFile.parse(JSON.parse(readFileSync(out, 'utf8'))).partnerships).toHaveLength(6);
    expect(await count(out, '--out', at('report.json'))).toBe(0);
    const report = JSON.parse(readFileSync(at('report.json'), 'utf8'));
    expect(Object.keys(report)).toEqual([
      ...['partnerships', 'areas', 'chair', 'coordinator', 'scale', 'activity'],
    ]);
    expect(report.areas).toMatchObject({ covered: 4, total: 45 });
    expect(report.chair[0]).toEqual({ value: 'police', n: 1, share: 1 / 3 });
  });

  test('areas of a boundary file are what could be covered', async () => {
    const areas = keep(
      'areas.json',
      JSON.stringify({
        type: 'FeatureCollection',
        features: ['kent', 'moonshire'].map((id) => ({ properties: { id, pfa_name: id } })),
      }),
    );
    await read('--areas', areas, '--out', at('two.json'));
    said.out = '';
    expect(await count(at('two.json'))).toBe(0);
    expect(JSON.parse(said.out).areas).toEqual({
      ...{ covered: 1, total: 2, uncovered: ['moonshire'] },
    });
    expect(await read('--areas', keep('none.json', '{}'), '--json')).toBe(1);
    expect(said.error).toContain('no-areas');
  });

  test('faults are said with their file, and wrong use ends with 2', async () => {
    const table = keep('led.csv', oddPartnerships.replace('chaired', 'led'));
    expect(await run(['partnership', 'import', '--in', table])).toBe(1);
    expect(said.error).toContain('led.csv, row 1, column chaired: this column is missing');
    expect(await run(['partnership', 'import'])).toBe(2);
    expect(await run(['partnership', 'import', '--in', at('nowhere.csv')])).toBe(2);
    expect(await count(keep('odd.json', '{"format": "x"}'))).toBe(1);
    expect(await run(['partnership', 'report'])).toBe(2);
  });
});

const real = fileURLToPath(new URL('../../../shared/data/partnerships-2017/', import.meta.url));

test.skipIf(!existsSync(real))(
  'the files of 2017 give the counts that were published',
  async () => {
    const out = at('real.json');
    const files = ['--in', `${real}partnerships.csv`, '--members', `${real}members.csv`];
    expect(await run(['partnership', 'import', ...files, '--out', out])).toBe(0);
    said.out = '';
    expect(await count(out)).toBe(0);
    const report = JSON.parse(said.out);
    expect(report).toMatchObject({ partnerships: 74, areas: { covered: 37, total: 45 } });
    expect(report.chair[0]).toEqual({ value: 'police', n: 35, share: 35 / 71 });
    expect(report.scale[0]).toEqual({ value: 'subregional', n: 45, share: 45 / 74 });
    expect(report.activity[0]).toEqual({ value: 'intelligence sharing', n: 65, share: 65 / 72 });
  },
);
