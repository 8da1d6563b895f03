import { expect, test } from 'vitest';
import { Manifest, manifestOf, type ReleaseFacts } from './manifest.ts';

const facts: ReleaseFacts = {
  madeAt: '2026-01-01T00:00:00Z',
  madeBy: 'Freehold 0.1.0',
  method: 'best',
  k: 10,
  length: 3,
  rows: 11_660,
  records: 11_660,
  columns: [{ name: 'age', kind: 'category', declared: true }],
  totals: { made: 1000, asked: 1000 },
  unit: 'subject',
  chance: 'system entropy',
};

test('[RL-16] a manifest says what is promised, of whom, and what is not covered', () => {
  const made = manifestOf(facts);
  expect(Manifest.parse(made)).toEqual(made);
  expect(made.guarantee).toMatch(/up to 3 values .* fewer than 10 subjects/);
  expect(made.neighbours).toMatch(/not differential privacy/);
  expect(made.notCovered.length).toBeGreaterThan(2);
  expect(made.warnings).toEqual([]);
  expect(manifestOf({ ...facts, method: 'row' }).guarantee).toMatch(/however many/);
  expect(manifestOf({ ...facts, method: 'aggregate' }).guarantee).toMatch(
    /up to 3 values .* 10 subjects or more have.*may be invented/,
  );
});

test('[RL-16] what is left out of the totals is told', () => {
  const { warnings } = manifestOf({ ...facts, totals: { made: 880, asked: 1000 } });
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/12\.0 % less often/);
});

test('[RL-16] a fixed seed, values that were discovered, and rows that are no subjects are told', () => {
  const made = manifestOf({
    ...facts,
    unit: 'row',
    chance: { unsafeSeed: 7 },
    columns: [{ name: 'nationality', kind: 'category', declared: false }],
  });
  expect(made.warnings.join(' ')).toMatch(/fixed seed.*nationality/);
  expect(made.notCovered.join(' ')).toMatch(/several rows/);
});

test('[RL-21] [RL-22] groups that seem alike, and what an earlier release adds, are told', () => {
  const earlier = { madeAt: '2025-06-01T00:00:00Z', narrowed: 7, exposed: 2, exact: 1 };
  const made = manifestOf({ ...facts, alikeGroups: 12, earlier });
  expect(Manifest.parse(made)).toEqual(made);
  expect(made.warnings[0]).toMatch(/12 times the counts show a group in which everybody/);
  expect(made.warnings[1]).toMatch(/2025-06-01 .* 7 counts .* span of 10: 1 exactly, and of 2/);
  const none = { ...earlier, narrowed: 0, exposed: 0, exact: 0 };
  expect(manifestOf({ ...facts, alikeGroups: 0, earlier: none }).warnings).toEqual([]);
});
