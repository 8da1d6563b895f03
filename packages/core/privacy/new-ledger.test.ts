import { expect, test } from 'vitest';
import { generator, sha256 } from '../numeric/index.ts';
import { broughtUpTo, charged, faults, isLedgerOf, Ledger, newLedger } from './index.ts';

const budget = { epsilon: 4, delta: 1e-6, approvals: 1 };
const by = (seed: number) => ({ words: generator(seed).next, digest: sha256 });

test('a new ledger knows its file again, and no other', () => {
  const ledger = newLedger(sha256('records'), budget, by(1));
  expect(Ledger.safeParse(ledger).success).toBe(true);
  expect(isLedgerOf(ledger, sha256('records'), sha256)).toBe(true);
  expect(isLedgerOf(ledger, sha256('other records'), sha256)).toBe(false);
});

test('two ledgers of one file have nothing in common, and none says what the file is', () => {
  const file = sha256('records');
  const [one, other] = [newLedger(file, budget, by(1)), newLedger(file, budget, by(2))];
  expect(one.dataSet).not.toBe(other.dataSet);
  expect(one.fingerprint).not.toBe(other.fingerprint);
  expect(JSON.stringify(one)).not.toContain(file);
});

test('what is charged to a new ledger holds together', () => {
  const ledger = newLedger(sha256('records'), budget, by(3));
  const charge = {
    ...{ at: '2026-01-01T00:00:00.000Z', kind: 'release' as const, mechanism: 'counts' },
    ...{ rho: 0.01, delta: 0, purpose: 'a test', approvedBy: ['Ada'] },
  };
  const after = charged(ledger, charge, sha256);
  if (!after.ok) throw new Error(JSON.stringify(after.problems));
  expect(faults(after.value, sha256)).toEqual([]);
  const later = broughtUpTo(sha256('mended records'), after.value, sha256);
  expect(isLedgerOf(later, sha256('mended records'), sha256)).toBe(true);
  expect(isLedgerOf(later, sha256('records'), sha256)).toBe(false);
  expect(later.lines).toEqual(after.value.lines);
  expect(faults(later, sha256)).toEqual([]);
});
