import { expect, test } from 'vitest';
import { generator } from '../../numeric/index.ts';
import { audited } from './audit.ts';
import { flaws, type Flaw } from './flaw.ts';
import { histogram } from './histogram.ts';
import type { Mechanism } from './mechanism.ts';
import type { Relation } from './pair.ts';
import { auditPairs } from './pairs.ts';
import { privateRelease } from './private.ts';

// Fixed seeds. The false-alarm rate over all pairs of one audit; four audits here must not raise an alarm.
const falseAlarm = 0.001;
const claim = { epsilon: 1, delta: 1e-6 };

function refuted(
  mechanism: Mechanism,
  seed: number,
  runs: number,
  names: readonly string[] = [],
  relation: Relation = 'added',
) {
  const all = auditPairs(200, relation);
  const pairs = all.filter(({ name }) => names.length === 0 || names.includes(name));
  const report = audited(mechanism, pairs, generator(seed).next, { runs, falseAlarm });
  if (report === null) throw new Error('nobody stopped it');
  return report.findings.filter((each) => each.refuted);
}

test('[RL-51] [RL-53] counts and records with noise are not refuted on any pair', () => {
  expect(refuted(privateRelease({ ...claim, length: 2 }), 1, 2000)).toEqual([]);
});

test('[RL-53] nor where so much may be told that less noise would show', () => {
  const names = auditPairs().map(({ name }) => name);
  const small = names.filter((name) => !/tie|threshold|several|multi/.test(name));
  const loud = { epsilon: 4, delta: 0.01, length: 3 };
  expect(refuted(privateRelease(loud), 2, 2000, small)).toEqual([]);
});

test('[RL-38] [RL-53] nor where four values are counted, of what was found of three', () => {
  const loud = privateRelease({ epsilon: 4, delta: 0.01, length: 4 });
  expect(refuted(loud, 8, 1000, ['several-rows'])).toEqual([]);
});

const open = privateRelease({ ...claim, length: 2, publicTotal: true });

test('[RL-39] [RL-53] nor with a public number of subjects, one of whom is blanked', () => {
  const names = ['all-same-rows', 'blank-or-one', 'unique-value'];
  expect(refuted(open, 6, 2000, names, 'blanked')).toEqual([]);
});

test('[RL-39] but whoever takes that for the promise about one subject more is refuted', () => {
  expect(refuted(open, 7, 400, ['blank-or-one'])).toHaveLength(1);
});

test('[RL-52] a histogram that keeps its claim is not refuted', () => {
  expect(refuted(histogram(claim, null), 3, 2000)).toEqual([]);
});

// Each flaw on the pair that was made for it, with as many runs as it takes.
const caught: Readonly<Record<Flaw, readonly [pair: string, runs: number]>> = {
  'half-noise': ['all-same-rows', 20_000],
  'bound-forgotten': ['tie-at-the-percentile', 6000],
  'bound-from-data': ['tie-at-the-percentile', 2000],
  'domain-from-data': ['unique-value', 2000],
  'headings-from-data': ['multi-value-unique', 80],
  'recorded-as-public': ['blank-or-one', 400],
  'hidden-values-summed': ['unique-values-everywhere', 2000],
};

test.each(flaws)('[RL-55] broken on purpose, %s: the audit catches it', (flaw) => {
  const [pair, runs] = caught[flaw];
  const relation = flaw === 'recorded-as-public' ? 'blanked' : 'added';
  expect(refuted(histogram(claim, flaw), 4, runs, [pair], relation)).toHaveLength(1);
});

test('[RL-55] a bound taken from the data is seen as far as so many runs can see', () => {
  const [found] = refuted(histogram(claim, 'bound-from-data'), 5, 2000, ['tie-at-the-percentile']);
  expect(found?.epsilon.bound).toBeGreaterThan(4);
});
