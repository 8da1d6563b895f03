import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Ledger } from '@freehold/core/privacy';
import { ran } from './testing.ts';

let folder = '';
const at = (name: string) => join(folder, name);
const ledger = () => at('ledger.json');
const lines = () => Ledger.parse(JSON.parse(readFileSync(ledger(), 'utf8'))).lines;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freehold-publish-'));
  const rows = Array.from({ length: 300 }, (_, row) => `t${row % 3},${row % 2 === 0 ? 'yes' : ''}`);
  writeFileSync(at('records.csv'), `town,police\n${rows.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const told = ['--purpose', 'Yearly figures', '--approved-by', 'Ann'] as const;
const drawn = (out: string, ...more: readonly string[]) =>
  ran(
    ...['release', 'private', '--in', at('records.csv'), '--epsilon', '2', '--length', '2'],
    ...['--delta', '1e-6', '--out', at(out), '--ledger', ledger(), ...told, ...more],
  );
const publish = (out: string, ...more: readonly string[]) =>
  ran('release', 'publish', '--in', at(out), '--ledger', ledger(), ...told, ...more);

test('[PR-12] a preview costs as much, has no page to hand out, and leaves by a line that costs nothing', async () => {
  const done = await drawn('preview', '--kind', 'preview', '--budget', '5,1e-5');
  expect(done).toMatchObject({ status: 0, problems: '' });
  expect(done.out).toContain('stays in the house');
  const kept = ['codebook.json', 'counts.csv', 'ledger.json', 'manifest.json', 'synthetic.csv'];
  expect(readdirSync(at('preview')).toSorted()).toEqual(kept);
  const published = await publish('preview', '--title', 'Towns');
  expect(published).toMatchObject({ status: 0, problems: '' });
  expect(readdirSync(at('preview')).toSorted()).toEqual(
    [...kept, 'explorer.html', 'notice.md'].toSorted(),
  );
  expect(readFileSync(join(at('preview'), 'notice.md'), 'utf8')).toContain('# Towns');
  const [first, second, ...more] = lines();
  expect(first).toMatchObject({ kind: 'preview' });
  expect(first?.rho).toBeGreaterThan(0);
  expect(second).toMatchObject({ kind: 'release', rho: 0, delta: 0, drawnIn: 1 });
  expect(more).toEqual([]);
  const beside = join(at('preview'), 'ledger.json');
  expect((await ran('release', 'ledger', 'verify', beside)).status).toBe(0);
  // Again changes nothing: it may leave already.
  expect((await publish('preview')).status).toBe(0);
  expect(lines()).toHaveLength(2);
});

test('[PR-8] a tuning run past the budget is refused', async () => {
  expect((await drawn('tuning', '--kind', 'tuning')).status).toBe(0);
  const more = await drawn('more', '--kind', 'tuning', '--epsilon', '4.9');
  expect(more.status).toBe(1);
  expect(more.problems).toContain('past its budget');
});

test('what was charged to another ledger, or to none, cannot be let leave', async () => {
  const other = await drawn(
    'other',
    '--kind',
    'preview',
    '--ledger',
    at('other.json'),
    '--budget',
    '5,1e-5',
  );
  expect(other.status).toBe(0);
  const refused = await publish('other');
  expect([refused.status, refused.problems]).toEqual([
    1,
    expect.stringContaining('another ledger'),
  ]);
  await ran('release', 'private', '--in', at('records.csv'), '--epsilon', '2', '--out', at('free'));
  const free = await publish('free');
  expect([free.status, free.problems]).toEqual([1, expect.stringContaining('--ledger')]);
});

test.each([
  [['release', 'publish', '--in', 'x', '--ledger', 'l.json', '--purpose', 'p'], '--approved-by'],
  [
    ['release', 'private', '--in', 'x', '--out', 'y', '--epsilon', '1', '--kind', 'preview'],
    '--ledger',
  ],
])('%j is wrong use', async (words, says) => {
  const done = await ran(...words);
  expect([done.status, done.problems]).toEqual([2, expect.stringContaining(says)]);
});
