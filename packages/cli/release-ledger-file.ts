import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Ledger, type Chained, type Digest } from '@freehold/core/privacy';
import { fine, parsed, problem, refused, type Outcome } from '@freehold/core/problem';
import { located, parsedJson, readText, stopped, type Step } from './files.ts';

export const digest: Digest = (text) => createHash('sha256').update(text).digest('hex');

/**
 * Reads a ledger from its file. Problems: `file-unreadable` (wrong use); `ledger-torn` where the file ends too early or is
 * no JSON, `ledger-foreign` where it is something else, `ledger-newer`, and those of its schema.
 */
export function readLedger(path: string): Promise<Step<Ledger>> {
  return read(path, ledgerIn);
}

/** As `readLedger`, or the copy of a ledger that stands beside a release: all of it but what knows the data again. */
export function readAnyLedger(path: string): Promise<Step<Chained>> {
  return read(path, (input): Outcome<Chained> => {
    const copy = PublicLedger.safeParse(input);
    return copy.success
      ? fine({ ...copy.data, format: Ledger.shape.format.value })
      : ledgerIn(input);
  });
}

const PublicLedger = z.strictObject({
  ...Ledger.pick({ dataSet: true, budget: true, lines: true }).shape,
  // Worked out anew from the lines.
  spent: z.unknown(),
});

async function read<T>(path: string, check: (input: unknown) => Outcome<T>): Promise<Step<T>> {
  const text = await readText(path);
  if (!text.ok) return stopped(text, 2);
  const json = parsedJson(text.value);
  const found = json.ok ? check(json.value) : refused(problem('ledger-torn'));
  return found.ok ? { ok: true, value: found.value } : stopped(located(path, found), 1);
}

function ledgerIn(input: unknown): Outcome<Ledger> {
  const format: unknown =
    typeof input === 'object' && input !== null && 'format' in input ? input.format : undefined;
  if (typeof format !== 'string' || !format.startsWith('freehold-ledger-'))
    return refused(problem('ledger-foreign'));
  if (format !== Ledger.shape.format.value) return refused(problem('ledger-newer', { format }));
  return parsed(Ledger, input);
}
