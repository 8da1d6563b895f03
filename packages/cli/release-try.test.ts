import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ran } from './testing.ts';

let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freehold-try-'));
  const lines = Array.from({ length: 600 }, (_, row) => [row % 3, 17 + (row % 20), row % 7 < 3]);
  writeFileSync(
    at('public.csv'),
    `town,age,police\n${lines.map(([town, age, police]) => `t${String(town)},${String(age)},${police === true ? 'yes' : ''}`).join('\n')}\n`,
  );
  writeFileSync(
    at('codebook.json'),
    JSON.stringify({
      format: 'freehold-codebook/1',
      columns: [
        { kind: 'category', name: 'town', values: ['t0', 't1', 't2', 't3'] },
        { kind: 'number', name: 'age', cuts: [20, 30] },
        { kind: 'flag', name: 'police', yes: 'yes' },
      ],
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tryOn = (...words: readonly string[]) =>
  ran('release', 'try', '--codebook', at('codebook.json'), ...words);

test('[RL-57] settings are tried on a public file: a line each, exact errors, and no ledger', async () => {
  const out = at('trial.json');
  const done = await tryOn(
    ...['--stand-in', at('public.csv'), '--epsilons', '0.5,50', '--length', '1,2', '--runs', '3'],
    ...['--out', out],
  );
  expect(done).toMatchObject({ status: 0, problems: '' });
  expect(done.out).toContain('No ledger was charged');
  const trial = JSON.parse(readFileSync(out, 'utf8'));
  expect(trial).toMatchObject({ records: 600, runs: 3, common: 10, delta: 1e-6 });
  const settings = trial.tried.map((each: { settings: object }) => each.settings);
  expect(settings).toEqual([
    ...[0.5, 50].map((epsilon) => ({ epsilon, delta: 1e-6, length: 1 })),
    ...[0.5, 50].map((epsilon) => ({ epsilon, delta: 1e-6, length: 2 })),
  ]);
  // 3 towns, 3 bands of age, yes: and at ε 50 hardly any noise.
  const [all] = trial.tried[1].byLength.filter(({ length }: { length: number }) => length === 0);
  expect(all).toMatchObject({ common: 7, kept: { value: 1 }, invented: { value: 0 } });
  expect(all.error.value).toBeLessThan(2);
  expect(readdirSync(folder).toSorted()).toEqual(['codebook.json', 'public.csv', 'trial.json']);
});

test('[RL-57] made-up records of an earlier release stand in by the codebook of the records', async () => {
  const made = await ran(
    ...['release', 'synthesize', '--in', at('public.csv'), '--codebook', at('codebook.json')],
    ...['--k', '10', '--length', '2', '--out', at('earlier')],
  );
  expect(made.problems).toBe('');
  const standIn = join(at('earlier'), 'synthetic.csv');
  const asked = ['--stand-in', standIn, '--epsilons', '5', '--length', '2', '--runs', '1'];
  const plain = await tryOn(...asked);
  expect(plain).toMatchObject({ status: 1, out: '' });
  expect(plain.problems).toContain('this column holds numbers');
  const done = await tryOn(...asked, '--released', '--public-total', '--json');
  expect(done).toMatchObject({ status: 0, problems: '' });
  const [tried] = JSON.parse(done.out).tried;
  expect(tried.byLength).toHaveLength(3);
  expect(tried.settings).toMatchObject({ publicTotal: true });
});

test.each([
  [['--epsilons', '1'], '--stand-in'],
  [['--stand-in', 'x.csv'], '--epsilons'],
  [['--stand-in', 'x.csv', '--epsilons', '1,much'], 'epsilon'],
  [['--stand-in', 'x.csv', '--epsilons', '1', '--length', '9'], 'length'],
  [['--stand-in', 'x.csv', '--epsilons', '1', '--runs', '0'], '--runs'],
  [['--stand-in', 'gone.csv', '--epsilons', '1'], 'gone.csv'],
])('%j is wrong use', async (words, says) => {
  const done = await tryOn(...words);
  expect(done).toMatchObject({ status: 2, out: '' });
  expect(done.problems).toContain(says);
});
