import * as z from 'zod';
import { rhoWithin, type Rho } from '../../privacy/index.ts';

/**
 * What a private release may tell about one subject, and how long its combinations are. With `publicTotal` the number of
 * subjects is known to everybody and told exactly, and what is protected is what was recorded of each; without it, whether
 * somebody is in the records at all.
 */
export const PrivateSettings = z.strictObject({
  epsilon: z.number().min(0.05).max(100),
  delta: z.number().min(1e-15).max(0.01),
  length: z.int().min(1).max(4),
  publicTotal: z.boolean().optional(),
});
export type PrivateSettings = z.infer<typeof PrivateSettings>;

/** How a budget is shared out among what is drawn. Every ρ and δ that is spent stands here. [RL-40] */
export type BudgetPlan = {
  /** All of it, for a ledger: `rho` at once, and `delta` on top for values that were discovered. */
  readonly rho: Rho;
  readonly delta: number;
  /** The number of subjects; 0 where it is public. */
  readonly total: Rho;
  /** How many values subjects have, of which bounds are chosen. */
  readonly sizes: Rho;
  /** Counts of one value, of two … */
  readonly counts: readonly Rho[];
};

/** Parts that go to each length of combination, as measured on made-up tables to serve all lengths alike (ours, P). */
const parts = [[98], [20, 78], [10, 44, 44], [10, 37, 37, 14]] as const;

/**
 * Shares a budget out. Where a column's values are discovered, half of δ pays for that; noise has the other half, which
 * decides how much ρ there is. A public number of subjects costs nothing. [RL-39]
 */
export function budgetPlan(
  { epsilon, delta, length, publicTotal = false }: PrivateSettings,
  discovers: boolean,
): BudgetPlan {
  const apart = discovers ? delta / 2 : 0;
  const rho = rhoWithin(epsilon, delta - apart);
  const [total, sizes] = [publicTotal ? 0 : rho / 100, rho / 100];
  const counts = (parts[length - 1] ?? []).map((part) => ((rho - total - sizes) * part) / 98);
  return { rho, delta: apart, total, sizes, counts };
}
