import * as z from 'zod';
import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';
import { epsilonOf, rhoWithin, type Rho } from './concentrated.ts';
import { drew, lettingFaults, mayLeave } from './leaving.ts';

/** What may be told about the people of a data set in all, over all releases, previews and tuning runs. */
export const Budget = z.strictObject({
  epsilon: z.number().positive().max(100),
  delta: z.number().positive().max(0.01),
  /** How many different people must approve each charge. */
  approvals: z.int().min(1).max(2),
});
export type Budget = z.infer<typeof Budget>;

/** What is asked of a budget. `rho` and `delta` are what it costs. */
export const Charge = z.strictObject({
  at: z.iso.datetime(),
  kind: z.enum(['release', 'preview', 'tuning']),
  mechanism: z.string().min(1).max(200),
  rho: z.number().min(0),
  delta: z.number().min(0).max(1),
  purpose: z.string().min(1).max(500),
  approvedBy: z.array(z.string().min(1).max(200)).max(5),
  /** Of a release that draws nothing itself: the line whose draw it lets leave the house. */
  drawnIn: z.int().min(1).optional(),
});
export type Charge = z.infer<typeof Charge>;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const LedgerLine = z.strictObject({ seq: z.int().min(1), ...Charge.shape, hash: Hash });
export type LedgerLine = z.infer<typeof LedgerLine>;

/**
 * One data set's ledger. `dataSet` is a name drawn by chance, safe to publish. `fingerprint` knows the data again; it is
 * salted, because a bare hash of few people's records could be guessed, and both stay with the owner.
 */
export const Ledger = z.strictObject({
  format: z.literal('freehold-ledger-1'),
  dataSet: z.string().min(8).max(100),
  salt: z.string().max(100),
  fingerprint: z.string().max(100),
  budget: Budget,
  lines: z.array(LedgerLine),
});
export type Ledger = z.infer<typeof Ledger>;

/** What of a ledger is chained, and everybody may see. */
export type Chained = Pick<Ledger, 'format' | 'dataSet' | 'budget' | 'lines'>;

/** Gives the SHA-256 of a text as 64 small hexadecimal digits. */
export type Digest = (text: string) => string;

/** How much of a budget is gone: ρ, δ charged by itself, and the ε that both make at the budget's δ. */
export type Spent = { readonly rho: Rho; readonly delta: number; readonly epsilon: number };

export function spent({ budget, lines }: Pick<Ledger, 'budget' | 'lines'>): Spent {
  const rho = lines.reduce((sum, line) => sum + line.rho, 0);
  const delta = lines.reduce((sum, line) => sum + line.delta, 0);
  const left = budget.delta - delta;
  return { rho, delta, epsilon: left > 0 ? epsilonOf(rho, left) : Infinity };
}

/**
 * What may still be charged: the most ρ, and the δ it leaves for the conversion. Its `epsilon` is what one release of all
 * that ρ would be by itself; what is spent and what is left do not add up in ε, they do in ρ. All 0 where nothing is left.
 */
export function left({ budget, lines }: Pick<Ledger, 'budget' | 'lines'>): Spent {
  const gone = spent({ budget, lines });
  const delta = Math.max(0, budget.delta - gone.delta);
  const rho = delta > 0 ? Math.max(0, rhoWithin(budget.epsilon, delta) - gone.rho) : 0;
  return { rho, delta, epsilon: rho > 0 ? epsilonOf(rho, delta) : 0 };
}

/**
 * Writes a charge down before anything is drawn, or says why it may not be: `budget-spent`, `approvals-missing`.
 *
 * **Promise**: all that was charged to a ledger, together, is (ε, δ)-differentially private at its budget. Neighbours: one
 * subject more or less. Conditions: everything computed from the data's true values for anybody's eyes was charged, at what
 * it costs, to this one ledger.
 */
export function charged(ledger: Ledger, charge: Charge, digest: Digest): Outcome<Ledger> {
  const given = people(charge.approvedBy).size;
  const { budget, lines } = ledger;
  if (given < budget.approvals)
    return refused(problem('approvals-missing', { needed: budget.approvals, given }));
  const line = { ...charge, seq: lines.length + 1, hash: '' };
  const after = spent({ budget, lines: [...lines, line] });
  if (after.epsilon > budget.epsilon)
    return refused(
      problem('budget-spent', {
        asked: spent({ budget, lines: [line] }).epsilon,
        spent: spent(ledger).epsilon,
        budget: budget.epsilon,
      }),
    );
  const before = lines.at(-1)?.hash ?? digest(headText(ledger));
  const hash = digest(lineText(before, line));
  return fine({ ...ledger, lines: [...lines, { ...line, hash }] });
}

/**
 * Lets what a preview or a tuning run drew leave the house, by a further line that costs nothing: it was paid for when it
 * was drawn. [PR-12] Problems: `line-not-drawn` where the line is not there or drew nothing, `line-leaves-already`, and
 * `approvals-missing`.
 */
export function letLeave(
  ledger: Ledger,
  seq: number,
  told: Pick<Charge, 'at' | 'purpose' | 'approvedBy'>,
  digest: Digest,
): Outcome<Ledger> {
  const { lines } = ledger;
  if (!drew(lines[seq - 1])) return refused(problem('line-not-drawn', { line: seq }));
  if (mayLeave(lines, seq)) return refused(problem('line-leaves-already', { line: seq }));
  const mechanism = `Lets leave what line ${seq} drew`;
  const letting = { ...told, kind: 'release' as const, mechanism, rho: 0, delta: 0, drawnIn: seq };
  return charged(ledger, letting, digest);
}

/** Where the chain of a ledger breaks: `ledger-line-changed`, `ledger-line-missing`. What follows is still looked at. */
export function broken(ledger: Chained, digest: Digest): readonly Problem[] {
  let before = digest(headText(ledger));
  return ledger.lines.flatMap((line, at) => {
    const fits = line.hash === digest(lineText(before, line));
    before = line.hash;
    if (line.seq !== at + 1)
      return [problem('ledger-line-missing', { at: at + 1, found: line.seq })];
    return fits ? [] : [problem('ledger-line-changed', { at: line.seq })];
  });
}

/**
 * All that is wrong with a ledger, in the order of its lines: where the chain breaks, charges that fewer people approved
 * than its budget asks for (`approvals-missing`), lines that let nothing leave (`ledger-line-lets-nothing`), and at the end
 * a sum past the budget (`ledger-overdrawn`). One that was only ever written by `charged` and `letLeave` has none.
 */
export function faults(ledger: Chained, digest: Digest): readonly Problem[] {
  const { budget, lines } = ledger;
  const { epsilon } = spent(ledger);
  const unapproved = lines.flatMap(({ seq, approvedBy }) => {
    const given = people(approvedBy).size;
    const details = { needed: budget.approvals, given, at: seq };
    return given < budget.approvals ? [problem('approvals-missing', details)] : [];
  });
  return [
    ...[...broken(ledger, digest), ...unapproved, ...lettingFaults(lines)].toSorted(
      (a, b) => Number(a.details?.['at']) - Number(b.details?.['at']),
    ),
    ...(epsilon > budget.epsilon
      ? [problem('ledger-overdrawn', { spent: epsilon, budget: budget.epsilon })]
      : []),
  ];
}

/** What the public may see beside a release: all but what knows the data again. */
export function shownToPublic({ dataSet, budget, lines }: Chained) {
  return { dataSet, budget, spent: spent({ budget, lines }), lines };
}

/** One person under two spellings is one. */
function people(approvedBy: readonly string[]): ReadonlySet<string> {
  return new Set(approvedBy.map((name) => name.trim().toLowerCase()));
}

/**
 * What the first line hangs on: what the public sees too, so that anybody can follow the chain. The fingerprint is not in
 * it, for the same people's records are mended and added to, and their budget stays the same.
 */
function headText({ format, dataSet, budget }: Chained): string {
  return JSON.stringify([format, dataSet, budget.epsilon, budget.delta, budget.approvals]);
}

function lineText(before: string, line: Omit<LedgerLine, 'hash'>): string {
  const { seq, at, kind, mechanism, rho, delta, purpose, approvedBy, drawnIn } = line;
  const said = [before, seq, at, kind, mechanism, rho, delta, purpose, approvedBy];
  // Lines that draw are chained as they were before others could let them leave.
  return JSON.stringify(drawnIn === undefined ? said : [...said, drawnIn]);
}
