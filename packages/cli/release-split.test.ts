import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { records } from '@freehold/core/table';
import { ran } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'freehold-split-'));
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = Array.from({ length: 1000 }, (_, at) => `p${at >> 1},"=a, ${at}"`);
writeFileSync(path('all.csv'), `person,note\n${lines.join('\n')}\n`);

const sides = ['--kept', path('kept.csv'), '--control', path('control.csv')];
const split = (...more: readonly string[]) => ran('release', 'split', ...sides, ...more);
const read = (name: string) => records(readFileSync(path(name), 'utf8')).records;

test('release split puts every row on one side as it was, and people with all their rows', async () => {
  const done = await split('--in', path('all.csv'), '--percent', '25', '--subject', 'person');
  expect(done.status).toBe(0);
  const [kept, control] = [read('kept.csv'), read('control.csv')];
  const notes = [...kept, ...control].map(({ cells }) => cells['note'] ?? '');
  expect(notes.toSorted()).toEqual(lines.map((_, at) => `=a, ${at}`).toSorted());
  const people = new Set(kept.map(({ cells }) => cells['person']));
  expect(control.filter(({ cells }) => people.has(cells['person']))).toEqual([]);
  // Of 500 people a quarter, give or take five standard deviations.
  expect(Math.abs(control.length / 2 - 125)).toBeLessThan(5 * Math.sqrt(500 * 0.25 * 0.75));
});

test('release split says what is wrong and writes nothing', async () => {
  rmSync(path('kept.csv'), { force: true });
  expect((await split('--in', path('all.csv'), '--subject', 'nobody')).problems).toMatch(/nobody/);
  expect((await split('--in', path('nowhere.csv'))).status).toBe(2);
  expect((await split('--in', path('all.csv'), '--percent', '100')).problems).toMatch(/--percent/);
  expect((await split()).problems).toMatch(/--in/);
  writeFileSync(path('ragged.csv'), 'a,b\n1\n');
  expect((await split('--in', path('ragged.csv'))).status).toBe(1);
  expect(existsSync(path('kept.csv'))).toBe(false);
});
