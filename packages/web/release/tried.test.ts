import { expect, test } from 'vitest';
import { generator, sha256 } from '@freehold/core/numeric';
import { charged, letLeave, newLedger } from '@freehold/core/privacy';
import type { Tried, TriedLength } from '@freehold/core/release';
import type { Codebook } from '@freehold/core/table';
import { earlierFiles } from './earlier-files.ts';
import { stays } from './desk.ts';
import { fitsSample } from './sample.ts';
import { figureOf, triedFinding, triedLines } from './tried-lines.ts';
import { lineWords } from './words.ts';

const over = (value: number) => ({ value, low: value / 2, high: value * 2 });
const figures = (length: number, kept: number | null): TriedLength => ({
  ...{ length, common: 20, told: over(30), error: over(4), invented: over(0.01) },
  kept: kept === null ? null : over(kept),
});
const tried: readonly Tried[] = [
  {
    ...{ settings: { epsilon: 1, delta: 1e-6, length: 1 }, runs: 5, problems: [] },
    byLength: [figures(1, 0.25), figures(0, 0.25)],
  },
  {
    ...{ settings: { epsilon: 2, delta: 1e-6, length: 1 }, runs: 5, problems: [] },
    byLength: [figures(1, 0.5), figures(0, 0.5)],
  },
  {
    ...{ settings: { epsilon: 4, delta: 1e-6, length: 1 }, runs: 5, byLength: [] },
    problems: [{ code: 'budget-too-small' }],
  },
];

test('what was tried is told by setting and length, the best and the worst in the title', () => {
  const lines = triedLines(tried);
  expect(lines.map(({ title, figures: { length } }) => [title, length])).toEqual([
    ['ε 1, up to 1', 1],
    ['ε 1, up to 1', 0],
    ['ε 2, up to 1', 1],
    ['ε 2, up to 1', 0],
  ]);
  const all = lines.filter((line) => line.figures.length === 0);
  expect(triedFinding(all, 'kept')).toBe('ε 2, up to 1 keeps 50%; ε 1, up to 1 keeps 25%');
  expect(triedFinding(all.slice(0, 1), 'error')).toBe('ε 1, up to 1 is off by 4.0');
  expect(triedFinding([], 'kept')).toBe('No setting told anything to reckon from');
  expect(figureOf(figures(0, 0.5), 'kept')).toEqual({ value: 50, low: 25, high: 100 });
  expect(figureOf(figures(0, null), 'kept')).toBeNull();
  expect(figureOf(figures(0, 0.5), 'error')).toEqual({ value: 4, low: 2, high: 8 });
});

test('the made-up records stand in for a codebook whose columns they have', () => {
  const book = (...names: readonly string[]): Codebook => ({
    ...{ format: 'freehold-codebook/1', subject: null },
    columns: [
      ...names.map((name) => ({ kind: 'date' as const, name, band: 'year' as const, blanks: [] })),
      { kind: 'left-out', name: 'whatever' },
    ],
  });
  expect(fitsSample(book('year', 'region'))).toBe(true);
  expect(fitsSample(book('year', 'town'))).toBe(false);
});

test('an earlier release is two files, whatever they are called', async () => {
  const file = (name: string, text = '{}') => new File([text], name);
  const found = await earlierFiles([
    file('counts (1).csv', 'a,b'),
    file('manifest.JSON', '{"k":1}'),
  ]);
  expect(found?.title).toBe('counts (1).csv and manifest.JSON');
  expect(found?.files.manifest).toBe('{"k":1}');
  for (const files of [
    [file('counts.csv')],
    [file('manifest.json')],
    [file('counts.csv'), file('synthetic.csv'), file('manifest.json')],
    [file('counts.csv'), file('codebook.json'), file('manifest.json')],
  ])
    expect(await earlierFiles(files)).toBeNull();
});

test('a preview stays until a line lets it leave, and the ledger says which', () => {
  const by = { at: '2026-01-01T00:00:00Z', purpose: 'a test', approvedBy: ['Ada'] };
  const fresh = newLedger(
    sha256('records'),
    { epsilon: 4, delta: 1e-6, approvals: 1 },
    { words: generator(1).next, digest: sha256 },
  );
  const preview = { kind: 'preview' as const, mechanism: 'counts', rho: 0.01, delta: 0 };
  const drawn = charged(fresh, { ...by, ...preview }, sha256);
  if (!drawn.ok) throw new Error(drawn.problems[0]?.code);
  const left = letLeave(drawn.value, 1, by, sha256);
  if (!left.ok) throw new Error(left.problems[0]?.code);
  const line = { seq: 1, kind: 'preview' } as const;
  const noise = { epsilon: 1, delta: 1e-6, length: 2 };
  const run = { settings: { kind: 'private', charged: line, ...noise } } as const;
  expect(stays(run, { ledger: drawn.value })).toBe(true);
  expect(stays(run, { ledger: left.value })).toBe(false);
  expect(stays(run, { ledger: null })).toBe(true);
  const words = (of: typeof left.value) => of.lines.map((line) => lineWords(line, of.lines));
  expect(words(drawn.value)).toEqual(['Preview, stays']);
  expect(words(left.value)).toEqual(['Preview, leaves by line 2', 'Lets line 1 leave']);
});
