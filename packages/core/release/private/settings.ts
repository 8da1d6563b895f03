import * as z from 'zod';
import { rhoWithin, type Rho } from '../../privacy/index.ts';

/** What a private release may tell about one subject, and how long its combinations are. */
export const PrivateSettings = z.strictObject({
  epsilon: z.number().min(0.05).max(100),
  delta: z.number().min(1e-15).max(0.01),
  length: z.int().min(1).max(3),
});
export type PrivateSettings = z.infer<typeof PrivateSettings>;

/** How a budget is shared out among what is drawn. Every ρ and δ that is spent stands here. [RL-40] */
export type BudgetPlan = {
  /** All of it, for a ledger: `rho` at once, and `delta` on top for values that were discovered. */
  readonly rho: Rho;
  readonly delta: number;
  /** The number of subjects. */
  readonly total: Rho;
  /** How many values subjects have, of which bounds are chosen. */
  readonly sizes: Rho;
  /** Counts of one value, of two, of three. */
  readonly counts: readonly Rho[];
};

/** Shares of ρ by length of combination, as measured on made-up tables to serve all lengths alike (ours, P). */
const shares = [[0.98], [0.2, 0.78], [0.1, 0.44, 0.44]] as const;

/**
 * Shares a budget out. Where a column's values are discovered, half of δ pays for that; noise has the other half, which
 * decides how much ρ there is.
 */
export function budgetPlan(
  { epsilon, delta, length }: PrivateSettings,
  discovers: boolean,
): BudgetPlan {
  const apart = discovers ? delta / 2 : 0;
  const rho = rhoWithin(epsilon, delta - apart);
  const counts = (shares[length - 1] ?? []).map((share) => share * rho);
  return { rho, delta: apart, total: rho / 100, sizes: rho / 100, counts };
}
