import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { charged, rhoWithin, shownToPublic, type Ledger } from '@freehold/core/privacy';
import { digest } from './release-ledger-file.ts';
import { ran } from './testing.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freehold-ledger-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fresh: Ledger = {
  format: 'freehold-ledger-1',
  dataSet: 'made-up-1',
  salt: 'a salt that stays',
  fingerprint: 'a fingerprint that stays',
  budget: { epsilon: 2, delta: 1e-6, approvals: 2 },
  lines: [],
};
const whole = rhoWithin(2, 1e-6);

function after(ledger: Ledger, rho: number): Ledger {
  const charge = { kind: 'release' as const, mechanism: 'private counts', rho, delta: 0 };
  const by = { at: '2026-03-01T09:30:00Z', purpose: 'yearly figures', approvedBy: ['Ann', 'Ben'] };
  const done = charged(ledger, { ...charge, ...by }, digest);
  if (!done.ok) throw new Error(done.problems[0]?.code);
  return done.value;
}

const two = after(after(fresh, whole / 2), whole / 4);

function written(name: string, ledger: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof ledger === 'string' ? ledger : JSON.stringify(ledger));
  return file;
}

test('[PR-11] show tells every charge, what is spent and what is left, and not what stays', async () => {
  const done = await ran('release', 'ledger', 'show', written('two.json', two));
  expect(done).toMatchObject({ status: 0, problems: '' });
  expect(done.out).toContain('2026-03-01 09:30');
  expect(done.out).toContain('Ann and Ben');
  // Half and a quarter of the ρ that ε 2 at δ 10⁻⁶ buys are gone: ρ adds up, ε does not.
  const left = (whole / 4).toPrecision(4);
  expect(done.out).toMatch(new RegExp(`Left: ε [\\d.]+ \\(ρ ${left}`));
  expect(done.out).not.toMatch(/that stays/);
  const empty = await ran('release', 'ledger', 'show', written('empty.json', fresh));
  expect(empty.out).toMatch(/Nothing has been charged[^]*Spent: ε 0 [^]*Left: ε (2|1\.999) /);
});

test('[PR-8] what is left can be charged, to the last, and then nothing is left', async () => {
  const full = after(two, whole * 0.25);
  const done = await ran('release', 'ledger', 'show', written('full.json', full));
  expect(done.out).toMatch(/Spent: ε 2 .*Left: nothing/);
  expect(done.status).toBe(0);
});

test('[PR-10] verify follows the chain, names the first broken line, and knows a published line again', async () => {
  const file = written('whole.json', two);
  const fine = await ran('release', 'ledger', 'verify', file, '--json');
  const told = JSON.parse(fine.out);
  expect(told).toMatchObject({ problems: [], left: { delta: 1e-6 } });
  expect(fine.status).toBe(0);
  const [first, second] = two.lines;
  const held = await ran('release', 'ledger', 'verify', file, '--line', second?.hash ?? '');
  expect(held.status).toBe(0);
  const cheaper = { ...two, lines: [{ ...first, rho: 0 }, second] };
  const changed = await ran('release', 'ledger', 'verify', written('changed.json', cheaper));
  expect(changed.status).toBe(1);
  expect(changed.problems.split('\n')[0]).toMatch(/changed\.json: line 1 was changed/);
  const cut = written('cut.json', { ...two, lines: [first] });
  expect(await ran('release', 'ledger', 'verify', cut)).toMatchObject({ status: 0 });
  const missed = await ran('release', 'ledger', 'verify', cut, '--line', second?.hash ?? '');
  expect(missed).toMatchObject({ status: 1 });
  expect(missed.problems).toMatch(/no line has the hash/);
});

test('[PR-10] [PR-11] anybody can follow the chain of the copy that stands beside a release', async () => {
  const copy = shownToPublic(two);
  const fine = await ran('release', 'ledger', 'verify', written('public.json', copy));
  expect(fine).toMatchObject({ status: 0, problems: '' });
  const more = { ...copy, budget: { ...copy.budget, epsilon: 50 } };
  const richer = await ran('release', 'ledger', 'verify', written('richer.json', more));
  expect(richer.status).toBe(1);
  expect(richer.problems).toMatch(/line 1 was changed/);
});

test('[PR-8] [PR-9] a ledger that another hand chained anew is measured by its budget', async () => {
  const poor = { ...fresh, budget: { epsilon: 100, delta: 1e-6, approvals: 1 as const } };
  const rich = after({ ...poor, lines: [] }, 40 * whole);
  const forged = { ...rich, budget: fresh.budget };
  const alone = {
    ...forged,
    lines: forged.lines.map((each) => ({ ...each, approvedBy: ['Ann'] })),
  };
  const done = await ran('release', 'ledger', 'show', written('forged.json', alone));
  expect(done.status).toBe(1);
  expect(done.problems).toMatch(/needs 2 different people/);
  expect(done.problems).toMatch(/past the budget of 2/);
});

test.each([
  ['torn', JSON.stringify(two).slice(0, -40), 1, /no JSON to its end/],
  ['foreign', { format: 'freehold-release/1' }, 1, /no ledger of releases/],
  ['list', [], 1, /no ledger of releases/],
  ['newer', { ...two, format: 'freehold-ledger-9' }, 1, /newer Freehold/],
  ['holed', { ...two, budget: { epsilon: 1 } }, 1, /budget\.delta/],
])('a %s file is said to be what it is', async (name, content, status, words) => {
  for (const what of ['show', 'verify']) {
    const done = await ran('release', 'ledger', what, written(`${name}.json`, content));
    expect(done).toMatchObject({ status, out: '' });
    expect(done.problems).toMatch(words);
  }
});

test('wrong use is said', async () => {
  const gone = await ran('release', 'ledger', 'show', join(folder, 'gone.json'));
  expect(gone).toMatchObject({ status: 2 });
  expect(gone.problems).toMatch(/cannot be read/);
  for (const words of [[], ['show'], ['mend', 'L.json'], ['show', 'a', 'b'], ['show', '--x']])
    expect((await ran('release', 'ledger', ...words)).status).toBe(2);
});
