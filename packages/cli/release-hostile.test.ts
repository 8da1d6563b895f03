import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ran } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'freehold-hostile-'));
const out = join(folder, 'out');
const good = join(folder, 'good.csv');
writeFileSync(good, `a,b\n${'x,1\n'.repeat(20)}`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = Array.from({ length: 1_000_000 }, (_, column) => `c${column}`).join();
const files: Readonly<Record<string, { content: string | Uint8Array; code: string }>> = {
  'a million columns': { content: `${header}\n1\n`, code: 'too-many-columns' },
  'a cell of 20 MB': { content: Buffer.alloc(20_000_000, 'x'), code: 'cell-too-long' },
  NULs: { content: 'a,b\nx\0y,1\n', code: 'nul-character' },
  'UTF-16 without its mark': {
    content: Buffer.from('a,b\nx,1\n', 'utf16le'),
    code: 'nul-character',
  },
  'nothing at all': { content: '', code: 'no-rows' },
  'two columns of one name': { content: 'a,a\n1,2\n', code: 'column-repeated' },
};

const commands: Readonly<Record<string, (file: string) => readonly string[]>> = {
  plan: (file) => ['plan', '--in', file],
  synthesize: (file) => ['synthesize', '--in', file, '--out', out],
  'evaluate, the true records': (file) => ['evaluate', '--sensitive', file, '--synthetic', good],
  'evaluate, the released ones': (file) => ['evaluate', '--sensitive', good, '--synthetic', file],
  'evaluate, the control': (file) => [
    ...['evaluate', '--sensitive', good, '--synthetic', good, '--control', file],
  ],
};

test.each(Object.keys(files))(
  'a hostile file ends every command in a problem: %s',
  async (name) => {
    const { content = '', code } = files[name] ?? {};
    const file = join(folder, 'hostile.csv');
    writeFileSync(file, content);
    for (const [command, words] of Object.entries(commands)) {
      const done = await ran('release', ...words(file), '--json');
      const codes = done.problems
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line).code);
      expect([command, codes]).toEqual([command, expect.arrayContaining([code])]);
      if (command !== 'plan') expect([command, done.status]).toEqual([command, 1]);
      expect(existsSync(out)).toBe(false);
    }
    expect(readdirSync(folder).toSorted()).toEqual(['good.csv', 'hostile.csv']);
  },
);

test.each([
  ['one row', 'a,b\nx,1\n', 1],
  ['one column', `a\n${'x\n'.repeat(20)}`, 20],
  ['the same row again and again', 'a,b\nx,1\n'.concat('x,1\n'.repeat(30)), 31],
  ['nothing but blanks', 'a,b\n,\n,0\n', 2],
])('every command takes %s as it is', async (_, content, rows) => {
  const file = join(folder, 'small.csv');
  writeFileSync(file, content);
  const plan = JSON.parse((await ran('release', 'plan', '--in', file, '--json')).out);
  expect(plan.rows).toBe(rows);
  for (const method of ['best', 'row', 'value', 'unseeded', 'aggregate']) {
    const made = await ran('release', 'synthesize', '--in', file, '--out', out, '--method', method);
    expect([method, made.status, made.problems]).toEqual([method, 0, '']);
    const words = ['--sensitive', file, '--synthetic', join(out, 'synthetic.csv')];
    const told = await ran(
      ...['release', 'evaluate', ...words, '--control', file, '--attacks', '5', '--earlier', out],
    );
    expect([method, told.status, told.problems]).toEqual([method, 0, '']);
    expect(JSON.parse(told.out).rows).toBe(rows);
    rmSync(out, { recursive: true });
  }
});

test.each([
  ['a header and no row', 'no-records', 1],
  ['a folder', 'file-unreadable', 2],
  ['nothing by that name', 'file-unreadable', 2],
] as const)('%s ends every command in a problem: %s', async (what, code, status) => {
  const header = join(folder, 'header.csv');
  writeFileSync(header, 'a,b\n');
  const file = { 'a header and no row': header, 'a folder': folder }[what as string] ?? 'nowhere';
  const asked = [
    ...Object.entries(commands).filter(([name]) => !/released/.test(name)),
    ['count', () => ['count', '--in', file]] as const,
    ['private', () => ['private', '--in', file, '--epsilon', '1', '--out', out]] as const,
  ];
  for (const [command, words] of asked) {
    const done = await ran('release', ...words(file), '--json');
    expect([command, done.status, done.problems]).toEqual([
      ...[command, status],
      expect.stringContaining(`"code":"${code}"`),
    ]);
    expect(existsSync(out)).toBe(false);
  }
});
