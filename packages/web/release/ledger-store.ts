import { isLedgerOf, Ledger } from '@freehold/core/privacy';
import { sha256 } from '@freehold/core/numeric';

// Ledgers stay in this browser too, so that opening the same file again finds what was spent on it.
const key = 'freehold-ledgers';

/** The ledger that was begun for this file in this browser, if any. */
export function ledgerOf(digest: string): Ledger | null {
  return all().find((each) => isLedgerOf(each, digest, sha256)) ?? null;
}

/** Keeps a ledger in the place of what was known of it; where the browser keeps nothing, the file is all there is. */
export function keepLedger(ledger: Ledger): void {
  const others = all().filter(({ dataSet }) => dataSet !== ledger.dataSet);
  try {
    localStorage.setItem(key, JSON.stringify([...others, ledger]));
  } catch {
    // Full, or private browsing.
  }
}

function all(): readonly Ledger[] {
  try {
    const read = Ledger.array().safeParse(JSON.parse(localStorage.getItem(key) ?? '[]'));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}
