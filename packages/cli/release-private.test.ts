import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '@freehold/core/numeric';
import { isLedgerOf, Ledger } from '@freehold/core/privacy';
import { PrivateManifest } from '@freehold/core/release';
import { ran } from './testing.ts';

let folder = '';
let records = '';
let codebook = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freehold-private-'));
  records = join(folder, 'records.csv');
  codebook = join(folder, 'codebook.json');
  const lines = Array.from({ length: 400 }, (_, at) =>
    [`a${at % 3}`, `b${(at >> 2) % 4}`, at === 7 ? 'rarest' : `c${at % 2}`].join(','),
  );
  writeFileSync(records, `one,two,three\n${lines.join('\n')}\n`);
  const column = (name: string, values: readonly string[]) => ({ kind: 'category', name, values });
  writeFileSync(
    codebook,
    JSON.stringify({
      format: 'freehold-codebook/1',
      columns: [
        column('one', ['a0', 'a1', 'a2', 'a3']),
        column('two', ['b0', 'b1', 'b2', 'b3']),
        column('three', ['c0', 'c1', 'rarest']),
      ],
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const privately = (...words: readonly string[]) =>
  ran('release', 'private', '--in', records, ...words);
const read = (out: string, name: string) => readFileSync(join(out, name), 'utf8');

test('it writes records, counts with bounds, a codebook and a manifest of what was spent', async () => {
  const out = join(folder, 'declared');
  const done = await privately('--codebook', codebook, '--epsilon', '8', '--out', out);
  expect(done.status).toBe(0);
  expect(done.out).toMatch(/of 1 value ±\d/);
  const manifest = PrivateManifest.parse(JSON.parse(read(out, 'manifest.json')));
  expect(manifest).toMatchObject({ epsilon: 8, delta: 1e-6, length: 3, ledger: false });
  expect(manifest.budget.discovery).toBe(0);
  expect(read(out, 'synthetic.csv').trim().split('\n')).toHaveLength(manifest.records + 1);
  const counts = read(out, 'counts.csv').trim().split('\n').slice(1);
  for (const line of counts) expect(line.split(',')).toHaveLength(5);
  const one = counts.find((line) => line.startsWith('1,one=a0,'));
  expect(Math.abs(Number(one?.split(',')[2]) - 134)).toBeLessThan(30);
});

test('a public number of subjects is told as it is', async () => {
  const out = join(folder, 'public-total');
  const done = await privately(
    '--codebook',
    codebook,
    '--epsilon',
    '1',
    '--public-total',
    '--out',
    out,
  );
  expect(done.out).toContain('400 records (as many as there are)');
  const manifest = PrivateManifest.parse(JSON.parse(read(out, 'manifest.json')));
  expect(manifest).toMatchObject({ publicTotal: true, rows: 400, budget: { total: 0 } });
});

test('of four values too, in files that hold together', async () => {
  const [four, wide] = [join(folder, 'four'), join(folder, 'wide.csv')];
  const lines = Array.from({ length: 600 }, (_, at) =>
    [at % 2, (at >> 1) % 2, at % 3, (at >> 2) % 2].map((cell) => `v${cell}`).join(','),
  );
  writeFileSync(wide, `a,b,c,d\n${lines.join('\n')}\n`);
  const words = ['--epsilon', '20', '--length', '4', '--out', four];
  expect((await ran('release', 'private', '--in', wide, ...words)).status).toBe(0);
  const manifest = PrivateManifest.parse(JSON.parse(read(four, 'manifest.json')));
  expect(manifest.drawn[3]?.candidates).toBeGreaterThan(0);
  expect(manifest.counts).toContain('whose parts are all told');
  const counts = read(four, 'counts.csv');
  expect(counts).toMatch(/^4,a=v0 & b=v0 & c=v0 & d=v0,\d+,\d+,\d+\r?$/m);
});

test('what one person alone has is not found where it was not declared', async () => {
  const out = join(folder, 'discovered');
  expect((await privately('--epsilon', '1', '--out', out)).status).toBe(0);
  const files = readdirSync(out);
  expect(files).toHaveLength(6);
  for (const name of files) expect(read(out, name)).not.toContain('rarest');
});

describe('a ledger', () => {
  const ledger = () => join(folder, 'ledger.json');
  const with_ = (out: string, epsilon: string, ...more: readonly string[]) =>
    privately(
      ...['--codebook', codebook, '--epsilon', epsilon, '--out', join(folder, out)],
      ...[
        '--ledger',
        ledger(),
        '--purpose',
        'Annual report',
        '--approved-by',
        'A. Steward',
        ...more,
      ],
    );

  test('is begun with a budget, charged before anything is drawn, and refuses the release too many', async () => {
    expect((await with_('none', '1')).problems).toContain('begin one with --budget');
    expect((await with_('first', '2', '--budget', '3,1e-5')).status).toBe(0);
    expect(JSON.parse(readFileSync(ledger(), 'utf8')).lines).toHaveLength(1);
    const shown = JSON.parse(read(join(folder, 'first'), 'ledger.json'));
    expect(shown).not.toHaveProperty('fingerprint');
    const second = await with_('second', '2.9', '--json');
    expect(second.status).toBe(1);
    expect(second.problems).toContain('budget-spent');
    expect(existsSync(join(folder, 'second'))).toBe(false);
    expect((await ran('release', 'ledger', 'verify', ledger())).status).toBe(0);
  });

  test('belongs to its records, until somebody says that they were brought up to date', async () => {
    const known = Ledger.parse(JSON.parse(readFileSync(ledger(), 'utf8')));
    // As the studio knows them again.
    expect(isLedgerOf(known, sha256(readFileSync(records, 'utf8')), sha256)).toBe(true);
    writeFileSync(records, `${readFileSync(records, 'utf8')}a1,b1,c1\n`);
    const other = await with_('other', '0.1');
    expect([other.status, other.problems]).toEqual([1, expect.stringContaining('--updated-data')]);
    expect((await with_('other', '0.1', '--updated-data')).status).toBe(0);
    expect((await ran('release', 'ledger', 'verify', ledger())).status).toBe(0);
    expect(existsSync(`${ledger()}.lock`)).toBe(false);
  });

  test('wants two people where its budget says so', async () => {
    const both = join(folder, 'two.json');
    const asked = (...more: readonly string[]) =>
      privately(
        ...['--codebook', codebook, '--epsilon', '1', '--ledger', both, '--purpose', 'Trial'],
        ...['--approved-by', 'A. Steward', ...more],
      );
    const budget = ['--budget', '3,1e-5', '--approvals', '2'];
    const alone = await asked('--out', join(folder, 'alone'), ...budget);
    expect([alone.status, existsSync(both)]).toEqual([1, false]);
    const two = await asked('--out', join(folder, 'two'), ...budget, '--approved-by', 'B. Chair');
    expect(two.status).toBe(0);
  });
});

test.each([
  [['--epsilon', '1'], '--out'],
  [['--out', 'x'], '--epsilon'],
  [['--epsilon', 'much', '--out', 'x'], 'epsilon'],
  [['--epsilon', '1', '--length', '5', '--out', 'x'], 'length'],
  [['--epsilon', '1', '--out', 'x', '--ledger', 'l.json'], '--purpose'],
])('%j is wrong use', async (words, says) => {
  const done = await privately(...words);
  expect(done.status).toBe(2);
  expect(done.problems).toContain(says);
});
