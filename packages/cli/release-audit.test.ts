import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ran } from './testing.ts';

// Fresh chance from the system, as in use. An alarm that is false comes in at most one of a million of these.
const calm = ['--false-alarm', '0.000001'];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freehold-audit-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('[RL-53] release audit tries to refute private counts, and tells what it could have seen', async () => {
  const out = join(folder, 'report.json');
  const pairs = ['--pair', 'unique-value', '--pair', 'empty-or-one'];
  const done = await ran('release', 'audit', ...pairs, '--runs', '100', '--out', out, ...calm);
  expect(done).toMatchObject({ status: 0, problems: '' });
  expect(done.out).toMatch(/ε 1 at δ 0\.000001 .*100 runs/);
  expect(done.out).toMatch(/unique-value +\S+ +\S+ .*stands/);
  expect(done.out).toMatch(/can show an ε of up to \d\.\d/);
  expect(done.out).toMatch(/not refuted\. That is no proof/);
  const report = JSON.parse(readFileSync(out, 'utf8'));
  expect(report).toMatchObject({ mechanism: 'private-counts', runs: 100, refuted: false });
  expect(report.findings.map(({ pair }: { pair: string }) => pair)).toEqual([
    ...['empty-or-one', 'unique-value'],
  ]);
});

test('[RL-55] release audit catches what is broken on purpose, and ends with 1', async () => {
  const broken = ['--mechanism', 'broken-on-purpose-domain-from-data', '--pair', 'unique-value'];
  const done = await ran('release', 'audit', ...broken, '--runs', '400', ...calm);
  expect(done.status).toBe(1);
  expect(done.out).toMatch(/unique-value .*combinations of 1.*REFUTED/);
  expect(done.out).toMatch(/nobody else has/);
  expect(done.out).toMatch(/broken on purpose, and the audit caught it/);
  const json = await ran('release', 'audit', ...broken, '--runs', '400', '--json', ...calm);
  const told = JSON.parse(json.out);
  expect(told).toMatchObject({ refuted: true, findings: [{ refuted: true }] });
  // 200 runs that count: (1 ÷ 4 million)^(1/200) is 0.93, so no more than ln(0.93 ÷ 0.07) can be shown.
  expect(told.reach).toBeCloseTo(Math.log(0.9268 / 0.0732), 1);
});

test('release audit says every fault of its options', async () => {
  const wrong = ['--mechanism', 'best', '--pair', 'pear', '--runs', '3', '--false-alarm', '2'];
  const done = await ran('release', 'audit', ...wrong);
  expect(done).toMatchObject({ status: 2, out: '' });
  for (const words of [
    /best is none of private-counts/,
    /pear is none of/,
    /--runs/,
    /--false-alarm/,
  ])
    expect(done.problems).toMatch(words);
  const none = await ran('release', 'audit', '--epsilon', 'much');
  expect(none.status).toBe(2);
});
