import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'freehold-stats-'));
const out = join(folder, 'out.csv');
const keep = (...lines: readonly string[]) => {
  writeFileSync(join(folder, 'in.csv'), `${lines.join('\n')}\n`);
  return join(folder, 'in.csv');
};
afterAll(() => rmSync(folder, { recursive: true }));

let said = { out: '', error: '' };
beforeEach(() => {
  rmSync(out, { force: true });
  said = { out: '', error: '' };
  const hear = (key: 'out' | 'error') => (text: string | Uint8Array) => {
    said[key] += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(hear('error'));
});
afterEach(() => vi.restoreAllMocks());

const stats = (method: string, file: string, ...more: readonly string[]) =>
  run(['compare', 'stats', '--method', method, '--in', file, ...more]);

test('writes what it worked out beside what was given, and says how many', async () => {
  const file = keep('Area,Numerator,Denominator', 'New Town,65,100', '"=HACK()",,100');
  expect(
    await stats('wilson', file, '--out', out, '--multiplier', '100', '--confidence', '0.998'),
  ).toBe(0);
  const [header, first, second] = readFileSync(out, 'utf8').split('\r\n');
  expect(header).toBe('Area,Numerator,Denominator,value,lower,upper,note');
  // The limits at 99.8 % of Public Health England's workbook.
  const [area, , , value, lower, upper] = (first ?? '').split(',');
  expect([area, value]).toEqual(['New Town', '65']);
  expect(Number(lower)).toBeCloseTo(49.54946574070431, 10);
  expect(Number(upper)).toBeCloseTo(77.83540614089, 10);
  expect(second).toBe("'=HACK(),,100,,,,missing-value");
  expect(said.out).toBe(`Wrote ${out}: rows 2, with a note 1.\n`);
});

test('a rate standardised by the shipped standard comes per 100,000 unless told', async () => {
  const file = keep('age,count,population', '0-4,50,1000', '5+,50,1000');
  expect(await stats('dsr', file, '--standard', 'european-2013')).toBe(0);
  expect(said.out.split('\r\n')[1]).toMatch(/^100,2000,5000,/);
});

test('every impossible row is said with row and column, nothing is written, and the status is 1', async () => {
  const file = keep('numerator,denominator', '3,2', '1,2', '-1,2', 'many,2');
  expect(await stats('wilson', file, '--out', out, '--json')).toBe(1);
  const problems = said.error
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(problems.map(({ code, where }) => [code, where.row, where.column])).toEqual([
    ['more-than-all', 2, 'numerator'],
    ['out-of-range', 4, 'numerator'],
    ['not-a-number', 5, 'numerator'],
  ]);
  expect(() => readFileSync(out)).toThrow(/ENOENT/);
});

test('in words, a problem says what to mend', async () => {
  const file = keep('numerator,denominator', '3,2');
  await stats('wilson', file);
  expect(said.error).toBe(
    `${file}, row 2, column numerator: 3 of 2 cannot be: a part is never greater than its whole\n`,
  );
});

test('wrong use is said all at once, with status 2', async () => {
  expect(
    await stats('magic', join(folder, 'none.csv'), '--confidence', '95', '--statistic', 'mean'),
  ).toBe(2);
  expect(said.error).toContain('"--method magic" is none of wilson, byar, dsr, funnel, trend');
  expect(said.error).toContain('--confidence must be a number over 0 and under 1');
  expect(said.error).toContain('"--statistic mean" is none of');
  expect(await run(['compare', 'stats'])).toBe(2);
  expect(await stats('byar', join(folder, 'none.csv'))).toBe(2);
});
