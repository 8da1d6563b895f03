import { createHash } from 'node:crypto';
import { Ledger, type Digest } from '@freehold/core/privacy';
import { parsed, problem, refused, type Outcome } from '@freehold/core/problem';
import { located, parsedJson, readText, stopped, type Step } from './files.ts';

export const digest: Digest = (text) => createHash('sha256').update(text).digest('hex');

/**
 * Reads a ledger from its file. Problems: `file-unreadable` (wrong use); `ledger-torn` where the file ends too early or is
 * no JSON, `ledger-foreign` where it is something else, `ledger-newer`, and those of its schema.
 */
export async function readLedger(path: string): Promise<Step<Ledger>> {
  const text = await readText(path);
  if (!text.ok) return stopped(text, 2);
  const json = parsedJson(text.value);
  const read = json.ok ? ledgerIn(json.value) : refused(problem('ledger-torn'));
  return read.ok ? { ok: true, value: read.value } : stopped(located(path, read), 1);
}

function ledgerIn(input: unknown): Outcome<Ledger> {
  const format: unknown =
    typeof input === 'object' && input !== null && 'format' in input ? input.format : undefined;
  if (typeof format !== 'string' || !format.startsWith('freehold-ledger-'))
    return refused(problem('ledger-foreign'));
  if (format !== Ledger.shape.format.value) return refused(problem('ledger-newer', { format }));
  return parsed(Ledger, input);
}
