import type { BudgetPlan } from '@freehold/core/release';

/**
 * The standard deviation of the noise by length of combination, where a record fills all `columns` columns: it is then in
 * C(columns, length) counts, and the noise covers them all. Known before anything is drawn.
 */
export function expectedNoise({ counts }: BudgetPlan, columns: number): readonly number[] {
  return counts.map((rho, at) => Math.sqrt(choose(columns, at + 1) / (2 * rho)));
}

function choose(of: number, many: number): number {
  let ways = 1;
  for (let at = 0; at < many; at += 1) ways = (ways * (of - at)) / (at + 1);
  return ways;
}
