import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epsilonOf, rhoWithin } from './concentrated.ts';
import {
  broken,
  charged,
  faults,
  Ledger,
  left,
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
