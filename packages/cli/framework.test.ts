import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Framework, indicatorsOf } from '@freehold/core/framework';
import { run } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'freehold-cli-'));
const at = (name: string) => join(folder, name);
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

const frameworkIn = (file: string) => Framework.parse(JSON.parse(readFileSync(file, 'utf8')));

describe('framework export and check', () => {
  test.each([
    ['full', 119],
    ['starter', 30],
    ['council', 26],
    ['community', 20],
  ])('%s asks %d indicators, and holds together', async (profile, indicators) => {
    const out = at(`${profile}.json`);
    expect(await run(['framework', 'export', '--profile', profile, '--out', out])).toBe(0);
    expect(indicatorsOf(frameworkIn(out))).toHaveLength(indicators);
    expect(await run(['framework', 'check', '--in', out, '--json'])).toBe(0);
    expect(said.out).toContain(`"indicators":${indicators}`);
  });

  test('without --out it goes to standard output', async () => {
    expect(await run(['framework', 'export', '--profile', 'starter'])).toBe(0);
    expect(indicatorsOf(Framework.parse(JSON.parse(said.out)))).toHaveLength(30);
  });

  test('a workbook carries the framework there and back', async () => {
    const book = at('starter.xlsx');
    const back = at('back.json');
    const json = at('starter.json');
    expect(await run(['framework', 'export', '--profile', 'starter', '--out', book])).toBe(0);
    expect(await run(['framework', 'check', '--in', book])).toBe(0);
    expect(await run(['framework', 'export', '--in', book, '--out', back])).toBe(0);
    await run(['framework', 'export', '--profile', 'starter', '--out', json]);
    expect(frameworkIn(back)).toEqual(frameworkIn(json));
  });

  test('every fault is said, with its path', async () => {
    const file = at('broken.json');
    await run(['framework', 'export', '--profile', 'starter', '--out', file]);
    const broken = frameworkIn(file);
    const [first] = indicatorsOf(broken);
    if (first === undefined) throw new Error('the framework has an indicator');
    first.indicator.sources = ['NOBODY'];
    first.indicator.bands = [4, 3, 2, 1];
    writeFileSync(file, JSON.stringify(broken));
    expect(await run(['framework', 'check', '--in', file, '--json'])).toBe(1);
    const found = said.error
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found.map(({ code, where }) => [code, where.path])).toEqual([
      ['unknown-source', 'levels.0.topics.0.indicators.0.sources.0'],
      ['bands-do-not-rise', 'levels.0.topics.0.indicators.0.bands'],
    ]);
  });

  test('what is no JSON is a fault of the data', async () => {
    writeFileSync(at('no.json'), '{"levels": ');
    expect(await run(['framework', 'check', '--in', at('no.json')])).toBe(1);
    expect(said.error).toContain('this is no JSON');
  });

  test.each([
    [['framework', 'check'], 'option-needed'],
    [['framework', 'check', '--in', 'not-there.json'], 'file-unreadable'],
    [['framework', 'export', '--profile', 'nobody'], 'unknown-profile'],
    [['framework', 'export', '--format', 'pdf'], 'not-one-of'],
    [['framework', 'sing'], 'unknown-command'],
  ])('%j is wrong use', async (words, code) => {
    expect(await run([...words, '--json'])).toBe(2);
    expect(JSON.parse(said.error).code).toBe(code);
  });

  test('help says what there is', async () => {
    expect(await run(['framework', 'export', '--help'])).toBe(0);
    expect(said.out).toContain('freehold review score');
  });
});
