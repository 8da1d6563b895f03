import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epsilonOf, rhoWithin } from './concentrated.ts';
import { mayLeave } from './leaving.ts';
import {
  broken,
  charged,
  faults,
  Ledger,
  left,
  letLeave,
  shownToPublic,
  spent,
  type Charge,
} from './ledger.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const fresh: Ledger = {
  format: 'freehold-ledger-1',
  dataSet: 'made-up-1',
  salt: 'salt',
  fingerprint: 'fingerprint',
  budget: { epsilon: 2, delta: 1e-6, approvals: 1 },
  lines: [],
};

function charge(rho: number, changes: Partial<Charge> = {}): Charge {
  return {
    at: '2026-01-01T00:00:00Z',
    kind: 'release',
    mechanism: 'discrete Gaussian',
    rho,
    delta: 0,
    purpose: 'a test',
    approvedBy: ['A'],
    ...changes,
  };
}

function after(ledger: Ledger, next: Charge): Ledger {
  const done = charged(ledger, next, digest);
  if (!done.ok) throw new Error(done.problems.map(({ code }) => code).join());
  return done.value;
}

test('[PR-8] costs add up, and what goes past the budget is refused and costs nothing', () => {
  const whole = rhoWithin(2, 1e-6);
  const half = after(fresh, charge(whole / 2));
  expect(spent(half).epsilon).toBeCloseTo(epsilonOf(whole / 2, 1e-6), 9);
  const full = after(half, charge(whole * 0.4999, { kind: 'preview' }));
  expect(spent(full).epsilon).toBeLessThanOrEqual(2);
  const refusal = charged(full, charge(whole / 100, { kind: 'tuning' }), digest);
  expect(refusal.ok ? [] : refusal.problems.map(({ code }) => code)).toEqual(['budget-spent']);
});

test('[PR-8] no order of charges gets past the budget', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 0.05, noNaN: true }), { maxLength: 25 }),
      (costs) => {
        const end = costs.reduce((ledger, rho) => {
          const done = charged(ledger, charge(rho), digest);
          return done.ok ? done.value : ledger;
        }, fresh);
        expect(spent(end).epsilon).toBeLessThanOrEqual(2);
      },
    ),
    { numRuns: 30 },
  );
});

test('[PR-8] δ that was charged by itself is no longer there for the rest', () => {
  const some = after(fresh, charge(0.01, { delta: 5e-7 }));
  expect(spent(some).epsilon).toBeGreaterThan(spent(after(fresh, charge(0.01))).epsilon);
  const all = charged(some, charge(0.01, { delta: 5e-7 }), digest);
  expect(all.ok).toBe(false);
});

test('[PR-8] what is left can be charged, and no more than that', () => {
  const some = after(fresh, charge(0.02, { delta: 2e-7 }));
  const { rho, delta } = left(some);
  expect(delta).toBeCloseTo(8e-7, 12);
  expect(charged(some, charge(rho * 0.999_999), digest).ok).toBe(true);
  expect(charged(some, charge(rho * 1.000_01), digest).ok).toBe(false);
  expect(left(fresh).epsilon).toBeCloseTo(2, 6);
  expect(left(after(fresh, charge(0.01, { delta: 9e-7 }))).delta).toBeCloseTo(1e-7, 12);
  const none = { ...some, budget: { ...some.budget, delta: 2e-7 } };
  expect(left(none)).toEqual({ rho: 0, delta: 0, epsilon: 0 });
});

test('[PR-9] where two must approve, one person under two spellings is one', () => {
  const strict = { ...fresh, budget: { ...fresh.budget, approvals: 2 } };
  const alone = charged(strict, charge(0.01, { approvedBy: ['Ann', ' ann '] }), digest);
  expect(alone.ok ? [] : alone.problems).toEqual([
    { code: 'approvals-missing', details: { needed: 2, given: 1 } },
  ]);
  expect(charged(strict, charge(0.01, { approvedBy: ['Ann', 'Ben'] }), digest).ok).toBe(true);
});

const three = [0.001, 0.002, 0.003].reduce((ledger, rho) => after(ledger, charge(rho)), fresh);

test('[PR-10] an untouched ledger follows; a changed, missing or re-ordered line is found', () => {
  expect(broken(three, digest)).toEqual([]);
  const [one, two, last] = three.lines;
  if (one === undefined || two === undefined || last === undefined) throw new Error('three lines');
  const changed = { ...three, lines: [one, { ...two, rho: 0 }, last] };
  expect(broken(changed, digest)).toEqual([{ code: 'ledger-line-changed', details: { at: 2 } }]);
  expect(broken({ ...three, lines: [one, last] }, digest)[0]?.code).toBe('ledger-line-missing');
  expect(broken({ ...three, lines: [two, one, last] }, digest).length).toBeGreaterThan(0);
  const mended = { ...three, salt: 'other', fingerprint: 'of records that were mended' };
  expect(broken(mended, digest)).toEqual([]);
  const richer = { ...three, budget: { ...three.budget, epsilon: 50 } };
  expect(broken(richer, digest)[0]?.code).toBe('ledger-line-changed');
});

test('[PR-8] [PR-9] a ledger that was not kept by the rules is found out, lines in order', () => {
  expect(faults(three, digest)).toEqual([]);
  const strict = { ...three, budget: { epsilon: 0.01, delta: 1e-6, approvals: 2 } };
  const codes = faults(strict, digest).map(({ code, details }) => [code, details?.['at']]);
  expect(codes).toEqual([
    ['ledger-line-changed', 1],
    ['approvals-missing', 1],
    ['approvals-missing', 2],
    ['approvals-missing', 3],
    ['ledger-overdrawn', undefined],
  ]);
});

test('[PR-11] the public sees every charge and nothing that knows the data again', () => {
  const text = JSON.stringify(shownToPublic(three));
  expect(shownToPublic(three).lines).toHaveLength(3);
  expect(text).not.toContain('fingerprint');
  expect(text).not.toContain('salt');
});

test('[PR-10] a ledger reads back from its file as it was', () => {
  expect(Ledger.parse(JSON.parse(JSON.stringify(three)))).toEqual(three);
});

const told = { at: '2026-02-01T00:00:00Z', purpose: 'it is good enough', approvedBy: ['A'] };
const codes = (found: ReturnType<typeof letLeave>) =>
  found.ok ? [] : found.problems.map(({ code }) => code);

test('[PR-12] what a preview drew stays until a line that costs nothing lets it leave', () => {
  const [preview, tuning] = [charge(0.01, { kind: 'preview' }), charge(0.01, { kind: 'tuning' })];
  const ledger = [preview, charge(0.01), tuning].reduce(after, fresh);
  const leaving = (of: Ledger) => [1, 2, 3, 4].map((seq) => mayLeave(of.lines, seq));
  expect(leaving(ledger)).toEqual([false, true, false, false]);
  const let_ = letLeave(ledger, 1, told, digest);
  if (!let_.ok) throw new Error(codes(let_).join());
  // Line 4 drew nothing, so there is nothing of its own that could leave.
  expect(leaving(let_.value)).toEqual([true, true, false, false]);
  expect(spent(let_.value)).toEqual(spent(ledger));
  expect(faults(let_.value, digest)).toEqual([]);
  expect(let_.value.lines.at(-1)).toMatchObject({ kind: 'release', rho: 0, drawnIn: 1 });
  expect(Ledger.parse(JSON.parse(JSON.stringify(let_.value)))).toEqual(let_.value);
  expect(codes(letLeave(let_.value, 1, told, digest))).toEqual(['line-leaves-already']);
  expect(codes(letLeave(let_.value, 2, told, digest))).toEqual(['line-leaves-already']);
  for (const line of [4, 9])
    expect(codes(letLeave(let_.value, line, told, digest))).toEqual(['line-not-drawn']);
});

test('[PR-9] [PR-12] letting leave takes as many people as a charge', () => {
  const two = { ...fresh, budget: { ...fresh.budget, approvals: 2 } };
  const drawn = after(two, charge(0.01, { kind: 'preview', approvedBy: ['A', 'B'] }));
  expect(codes(letLeave(drawn, 1, told, digest))).toEqual(['approvals-missing']);
});

test('[PR-10] [PR-12] which line was let leave is chained, and one that cannot let leave is found', () => {
  const previews = [1, 2].map(() => charge(0.01, { kind: 'preview' })).reduce(after, fresh);
  const done = letLeave(previews, 1, told, digest);
  if (!done.ok) throw new Error(codes(done).join());
  const found = ({ lines }: Pick<Ledger, 'lines'>) =>
    faults({ ...done.value, lines }, digest).map(({ code }) => code);
  const other = done.value.lines.map((line) =>
    line.drawnIn === 1 ? { ...line, drawnIn: 2 } : line,
  );
  expect(found({ lines: other })).toEqual(['ledger-line-changed']);
  const forged = [
    charge(0, { drawnIn: 4 }),
    charge(0.001, { drawnIn: 1 }),
    charge(0, { drawnIn: 3, kind: 'preview' }),
    charge(0, { drawnIn: 3 }),
  ].reduce(after, previews);
  expect(found(forged)).toEqual(Array.from({ length: 4 }, () => 'ledger-line-lets-nothing'));
});
