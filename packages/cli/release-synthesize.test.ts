import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generator } from '@freehold/core/numeric';
import { Manifest } from '@freehold/core/release';
import { Codebook } from '@freehold/core/table';
import { ran } from './testing.ts';

const program = fileURLToPath(new URL('main.ts', import.meta.url));
let folder = '';
let records = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freehold-release-'));
  records = join(folder, 'records.csv');
  const lines = Array.from({ length: 300 }, (_, at) =>
    [`a${at % 3}`, `b${(at >> 2) % 4}`, at === 7 ? 'only one' : `c${at % 2}`, 'd'].join(','),
  );
  writeFileSync(records, `one,two,three,four\n${lines.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['best', 'aggregate', 'row', 'value', 'unseeded'])(
  'release synthesize --method %s writes records, counts, a manifest, and what stays',
  async (method) => {
    const out = join(folder, method);
    const done = await ran(
      'release',
      'synthesize',
      '--in',
      records,
      '--method',
      method,
      '--out',
      out,
    );
    expect(done.status).toBe(0);
    const read = (name: string) => readFileSync(join(out, name), 'utf8');
    const manifest = Manifest.parse(JSON.parse(read('manifest.json')));
    expect(manifest).toMatchObject({
      method,
      k: 10,
      length: 3,
      rows: 300,
      chance: 'system entropy',
    });
    expect(read('synthetic.csv').split('\n')).toHaveLength(manifest.records + 2);
    expect(read('synthetic.csv') + read('counts.csv')).not.toContain('only one');
    expect(Codebook.parse(JSON.parse(read('codebook.json'))).columns[2]).toMatchObject({
      values: ['c0', 'c1'],
    });
    expect(read('notice.md') + read('explorer.html')).not.toContain('only one');
    expect(read('explorer.html')).toMatch(/^<!doctype html>/i);
    const counts = read('counts.csv').trim().split('\n').slice(1);
    expect(counts.every((line) => Number(line.split(',').at(-1)) % 10 === 0)).toBe(true);
    const evaluation = JSON.parse(read('private/evaluation.json'));
    expect(evaluation.byLength.at(-1).leaked.value).toBe(0);
    expect(evaluation.notForPublication).toMatch(/keep them/);
  },
);

test('the same unsafe seed makes the same records, and the manifest tells it', async () => {
  const twice = ['s1', 's2'].map((name) => join(folder, name));
  for (const out of twice)
    await ran('release', 'synthesize', '--in', records, '--unsafe-seed', '7', '--out', out);
  const [one, other] = twice.map((out) => readFileSync(join(out, 'synthetic.csv'), 'utf8'));
  expect(one).toBe(other);
  const manifest = readFileSync(join(twice[0] ?? '', 'manifest.json'), 'utf8');
  expect(manifest).toContain('"unsafeSeed": 7');
});

test('what cannot be done is said, and nothing is written over', async () => {
  const out = join(folder, 'best');
  const again = await ran('release', 'synthesize', '--in', records, '--out', out);
  expect(again).toMatchObject({ status: 2 });
  expect(again.problems).toMatch(/has files in it already/);
  const fresh = join(folder, 'fresh');
  for (const [options, words] of [
    [['--method', 'magic'], /no way "magic"/],
    [['--unsafe-seed', 'x'], /--unsafe-seed/],
    [['--k', '1'], /--k/],
  ] as const) {
    const done = await ran('release', 'synthesize', '--in', records, '--out', fresh, ...options);
    expect(done.status).toBe(2);
    expect(done.problems).toMatch(words);
  }
});

test('--method best takes combinations of up to four values', async () => {
  const out = join(folder, 'four');
  const words = ['--in', records, '--out', out, '--length', '4', '--method', 'best'];
  expect((await ran('release', 'synthesize', ...words)).status).toBe(0);
  const read = (name: string) => readFileSync(join(out, name), 'utf8');
  expect(Manifest.parse(JSON.parse(read('manifest.json')))).toMatchObject({
    ...{ method: 'best', length: 4, records: 300 },
  });
  expect(read('counts.csv')).toMatch(/^4,/m);
  expect(JSON.parse(read('private/evaluation.json')).byLength.at(-1).leaked.value).toBe(0);
});

test('with --earlier the manifest tells what both releases give away together', async () => {
  const words = ['release', 'synthesize', '--method', 'row'];
  const [before, after] = ['before', 'after'].map((name) => join(folder, name));
  const grown = join(folder, 'grown.csv');
  // Of 312 rows nine have "new", then of 313 ten: they show, and the totals, 310 twice, say that at most nine came.
  const text = readFileSync(records, 'utf8') + 'a0,b0,new,d\n'.repeat(9) + 'a1,b1,c0,d\n'.repeat(3);
  writeFileSync(records, text);
  writeFileSync(grown, `${text}a0,b0,new,d\n`);
  await ran(...words, '--in', records, '--out', before ?? '');
  await ran(...words, '--in', grown, '--out', after ?? '', '--earlier', before ?? '');
  const read = (name: string) => JSON.parse(readFileSync(join(after ?? '', name), 'utf8'));
  expect(Manifest.parse(read('manifest.json')).earlier?.exposed).toBeGreaterThan(0);
  expect(read('manifest.json').warnings.join(' ')).toMatch(/Together with the release of/);
  const { listed } = read('private/evaluation.json').earlier.counts;
  expect(listed.map(({ combination }: { combination: string }) => combination)).toContain(
    'three=new',
  );
});

test('release evaluate finds what was left out, what was made up, and a rare combination that leaks', async () => {
  const truth = join(folder, 'truth.csv');
  const released = join(folder, 'released.csv');
  writeFileSync(truth, `x,y\n${'1,2\n'.repeat(12)}${'1,3\n'.repeat(2)}`);
  writeFileSync(released, `y,x\n${'2,1\n'.repeat(10)}3,1\n9,1\n`);
  const done = await ran(
    ...['release', 'evaluate', '--sensitive', truth, '--synthetic', released],
    ...['--length', '2', '--k', '5'],
  );
  const found = JSON.parse(done.out);
  // Length 2, by hand: true (1,2) 12, (1,3) 2; released 10, 1, and (1,9) once. Off by 2, 1, 1.
  expect(found.byLength[1].error).toMatchObject({ n: 3 });
  expect(found.byLength[1].error.value).toBeCloseTo(4 / 3, 12);
  expect(found.byLength[1].leaked.value).toBeCloseTo(1 / 3, 12);
  expect(found.inWords.join(' ')).toMatch(/do not publish/);
  const differ = await ran(
    ...['release', 'evaluate', '--sensitive', truth, '--synthetic', records],
  );
  expect(differ.problems).toMatch(/different columns/);
});

test('it tells how far it is, and Ctrl-C meanwhile ends it with nothing written', async () => {
  const many = join(folder, 'many.csv');
  const { below } = generator(1);
  const lines = Array.from({ length: 5000 }, () =>
    Array.from({ length: 10 }, () => `v${below(4)}`).join(),
  );
  const names = Array.from({ length: 10 }, (_, at) => `c${at}`).join();
  writeFileSync(many, `${names}\n${lines.join('\n')}\n`);
  const out = join(folder, 'interrupted');
  const words = ['release', 'synthesize', '--in', many, '--out', out, '--progress'];
  const child = spawn(process.execPath, [program, '--as-program', ...words]);
  const ended = new Promise<unknown>((settle) => {
    child.on('exit', (code, signal) => settle(code === 130 || signal === 'SIGINT'));
  });
  child.stderr.on('data', (said: Buffer) => {
    if (said.toString().includes('Making records')) child.kill('SIGINT');
  });
  expect(await ended).toBe(true);
  expect(existsSync(out)).toBe(false);
});
