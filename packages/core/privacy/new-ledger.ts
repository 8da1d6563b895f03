import type { Words } from './chance.ts';
import type { Budget, Digest, Ledger } from './ledger.ts';

/**
 * An empty ledger for a file of records, known by the SHA-256 of its bytes. Its public name and its salt are drawn by
 * chance, so that neither says anything about the file.
 */
export function newLedger(
  file: string,
  budget: Budget,
  { words, digest }: { readonly words: Words; readonly digest: Digest },
): Ledger {
  const salt = drawnText(words, 4);
  return {
    format: 'freehold-ledger-1',
    dataSet: drawnText(words, 2),
    ...{ salt, fingerprint: fingerprint(salt, file, digest) },
    ...{ budget, lines: [] },
  };
}

/** Whether a ledger was begun for a file with this SHA-256; one that was added to since is another file. */
export function isLedgerOf(ledger: Ledger, file: string, digest: Digest): boolean {
  return ledger.fingerprint === fingerprint(ledger.salt, file, digest);
}

/** The same ledger for its people's records as they are now: mended, or added to. What was spent stays spent. */
export function broughtUpTo(file: string, ledger: Ledger, digest: Digest): Ledger {
  return { ...ledger, fingerprint: fingerprint(ledger.salt, file, digest) };
}

function fingerprint(salt: string, file: string, digest: Digest): string {
  return digest(`${salt} ${file}`);
}

function drawnText(words: Words, many: number): string {
  return Array.from({ length: many }, () => words().toString(16).padStart(8, '0')).join('');
}
