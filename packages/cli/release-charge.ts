import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, openSync, rmSync } from 'node:fs';
import {
  broughtUpTo,
  Budget,
  Charge,
  charged,
  isLedgerOf,
  newLedger,
  type Ledger,
} from '@freehold/core/privacy';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { located, stopped, writeWhole, type Step } from './files.ts';
import { systemWords } from './release-chance.ts';
import { digest, readLedger } from './release-ledger-file.ts';

export type AskedCharge = {
  readonly ledger: string;
  readonly kind: Charge['kind'];
  /** For a ledger that is not there yet: ε and δ of all releases together. */
  readonly budget: Budget | null;
  /** Goes on with a ledger although its records have changed: the same people, more or better known. */
  readonly updated: boolean;
  readonly purpose: string;
  readonly approvedBy: readonly string[];
};

/** Options of every command that charges a ledger. */
export const chargeOptions = {
  ledger: { type: 'string' },
  kind: { type: 'string' },
  budget: { type: 'string' },
  approvals: { type: 'string' },
  'approved-by': { type: 'string', multiple: true },
  purpose: { type: 'string' },
  'updated-data': { type: 'boolean' },
} as const;

type ChargeWords = {
  readonly ledger?: string | undefined;
  readonly kind?: string | undefined;
  readonly budget?: string | undefined;
  readonly approvals?: string | undefined;
  readonly 'approved-by'?: readonly string[] | undefined;
  readonly purpose?: string | undefined;
  readonly 'updated-data'?: boolean | undefined;
};

/** What a ledger is asked to take; null without one. Problems: `option-needed`, `option-unknown`, `budget-not-valid`. */
export function chargeAsked(given: ChargeWords): Outcome<AskedCharge | null> {
  const { ledger, budget, approvals = '1', purpose, 'approved-by': approvedBy = [] } = given;
  if (ledger === undefined)
    return given.kind === undefined
      ? fine(null)
      : refused(problem('option-needed', { option: '--ledger' }));
  const kind = Charge.shape.kind.safeParse(given.kind ?? 'release');
  if (!kind.success)
    return refused(
      problem('option-unknown', {
        ...{ option: '--kind', asked: given.kind ?? '', known: Charge.shape.kind.options },
      }),
    );
  const missing = [
    ...(purpose === undefined ? ['--purpose'] : []),
    ...(approvedBy.length === 0 ? ['--approved-by'] : []),
  ];
  if (purpose === undefined || missing.length > 0)
    return refused(...missing.map((option) => problem('option-needed', { option })));
  const read = budget === undefined ? null : budgetIn(budget, approvals);
  if (read !== null && !read.ok) return read;
  return fine({
    ...{ ledger, kind: kind.data, purpose, approvedBy, updated: given['updated-data'] === true },
    budget: read === null ? null : read.value,
  });
}

function budgetIn(text: string, approvals: string): Outcome<Budget> {
  const [epsilon, delta] = text.split(',').map(Number);
  const read = Budget.safeParse({ epsilon, delta, approvals: Number(approvals) });
  return read.success ? fine(read.data) : refused(problem('budget-not-valid', { budget: text }));
}

/**
 * Charges a ledger before anything is drawn, and keeps it. Nobody else can charge the same file at that moment.
 * Problems: those of reading and charging a ledger; `ledger-missing` where there is none and no budget for one,
 * `ledger-other-data` where it belongs to other records, `ledger-in-use`.
 */
export async function charge(
  asked: AskedCharge,
  file: string,
  what: Omit<Charge, 'kind' | 'purpose' | 'approvedBy'>,
): Promise<Step<Ledger>> {
  return holding(asked.ledger, async () => {
    const ledger = await opened(asked, file);
    if (!ledger.ok) return ledger;
    const { kind, purpose, approvedBy } = asked;
    const told = { ...what, kind, purpose, approvedBy: [...approvedBy] };
    const after = charged(ledger.value, told, digest);
    return after.ok
      ? keepLedger(asked.ledger, after.value)
      : stopped(located(asked.ledger, after), 1);
  });
}

/** Does something with a ledger that nobody else can write meanwhile. Problem `ledger-in-use`. */
export async function holding<T>(path: string, work: () => Promise<Step<T>>): Promise<Step<T>> {
  const lock = `${path}.lock`;
  try {
    closeSync(openSync(lock, 'wx'));
  } catch {
    return stopped(refused(problem('ledger-in-use', { lock })), 2);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

export async function keepLedger(path: string, ledger: Ledger): Promise<Step<Ledger>> {
  const kept = await writeWhole(path, `${JSON.stringify(ledger, null, 2)}\n`);
  return kept.ok ? { ok: true, value: ledger } : stopped(kept, 2);
}

async function opened(
  { ledger: path, budget, updated }: AskedCharge,
  file: string,
): Promise<Step<Ledger>> {
  const records = await hashOf(file);
  if (!existsSync(path)) {
    if (budget === null) return stopped(refused(problem('ledger-missing', { file: path })), 2);
    return { ok: true, value: newLedger(records, budget, { words: systemWords(), digest }) };
  }
  const read = await readLedger(path);
  if (!read.ok || isLedgerOf(read.value, records, digest)) return read;
  if (!updated) return stopped(refused(problem('ledger-other-data', { file: path })), 1);
  return { ok: true, value: broughtUpTo(records, read.value, digest) };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}
