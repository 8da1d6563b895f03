import { beforeEach, expect, test, vi } from 'vitest';
import { generator, sha256 } from '@freehold/core/numeric';
import { newLedger } from '@freehold/core/privacy';
import { budgetPlan } from '@freehold/core/release';
import { Proposer, TableCoder } from '@freehold/core/table';
import { encodingOf } from '../parts/file-text.ts';
import { walked } from './engine/reading.ts';
import { expectedNoise } from './expected-noise.ts';
import { keepLedger, ledgerOf } from './ledger-store.ts';
import { sampleFile } from './sample.ts';

const watch = { seen: () => {}, stop: () => false };
const bytes = (latin1: string) => new Blob([Uint8Array.from(Buffer.from(latin1, 'latin1'))]);

test('an encoding is found by its mark, else by whether every byte fits', async () => {
  expect(await encodingOf(bytes('Ynys M\xc3\xb4n'))).toBe('utf-8');
  expect(await encodingOf(bytes('Ynys M\xf4n'))).toBe('windows-1252');
  expect(await encodingOf(bytes('\xff\xfea\x00'))).toBe('utf-16le');
  expect(await encodingOf(bytes('\xfe\xff\x00a'))).toBe('utf-16be');
});

test('a file is walked row by row, and stopped when asked', async () => {
  const rows: (readonly string[])[] = [];
  const begin = () => ({
    ok: true as const,
    value: (row: { cells: readonly string[] }) => void rows.push(row.cells),
  });
  expect(await walked(bytes('a;b\r\n1;2\r\n3;4'), 'utf-8', begin, watch)).toEqual({
    ok: true,
    value: ';',
  });
  expect(rows).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  const halted = await walked(bytes('a;b\n1;2'), 'utf-8', begin, { ...watch, stop: () => true });
  expect(halted).toMatchObject({ ok: false, problems: [{ code: 'stopped' }] });
  const none = await walked(bytes(''), 'utf-8', begin, watch);
  expect(none).toMatchObject({ ok: false, problems: [{ code: 'no-rows' }] });
});

test('the made-up records are the same each time, and every row of them is read', async () => {
  const text = await sampleFile().text();
  expect(await sampleFile().text()).toBe(text);
  const [header = '', ...lines] = text.trimEnd().split('\r\n');
  const proposer = new Proposer(header.split(','));
  const rows = lines.map((line, at) => ({ row: at + 2, cells: line.split(','), problems: [] }));
  for (const row of rows) proposer.add(row);
  const codebook = proposer.proposed();
  expect(codebook.subject).toBe('person_id');
  const coder = TableCoder.of(header.split(','), codebook);
  if (!coder.ok) throw new Error(JSON.stringify(coder.problems));
  expect(rows.flatMap((row) => coder.value.add(row))).toEqual([]);
  expect(coder.value.rows).toBe(2600);
});

test('expected noise is that of a record in as many counts as there are sets of columns', () => {
  const plan = budgetPlan({ epsilon: 1, delta: 1e-6, length: 2 }, false);
  const [one = 0, two = 0] = expectedNoise(plan, 10);
  // ρ of Gaussian noise is Δ² ÷ 2σ², and Δ² the counts that a record is in: 10 of one value, 45 of two.
  expect(10 / (2 * one ** 2)).toBeCloseTo(plan.counts[0] ?? 0, 12);
  expect(45 / (2 * two ** 2)).toBeCloseTo(plan.counts[1] ?? 0, 12);
});

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});

test('a ledger is found again by its file, in the place of what was kept of it before', () => {
  const budget = { epsilon: 1, delta: 1e-6, approvals: 1 };
  const by = (seed: number) => ({ words: generator(seed).next, digest: sha256 });
  const one = newLedger(sha256('one'), budget, by(1));
  keepLedger(one);
  keepLedger(newLedger(sha256('other'), budget, by(2)));
  expect(ledgerOf(sha256('one'))).toEqual(one);
  const changed = { ...one, budget: { ...budget, approvals: 2 } };
  keepLedger(changed);
  expect(ledgerOf(sha256('one'))).toEqual(changed);
  expect(ledgerOf(sha256('a third'))).toBeNull();
});
