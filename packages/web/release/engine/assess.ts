import { problem, refused, type Outcome } from '@freehold/core/problem';
import { estimated, inputOf, refusal, risk, type Risk } from '@freehold/core/release';
import { limits, type Bench } from './bench.ts';
import { compiledKernel } from './kernel.ts';
import { counting } from './shares.ts';
import type { Assessed, RiskSettings, Watch } from './work.ts';

/** Values of a column that are listed: those with the most records at risk. */
const mostListed = 100;

/**
 * What is rare in the records, and what counting them will take. Problems: `no-file`, `stopped`, `count-too-large` with the
 * estimate.
 */
export function assess(
  { table }: Bench,
  { k, length }: RiskSettings,
  watch: Watch,
): Outcome<Assessed> {
  if (table === null) return refused(problem('no-file'));
  const now = () => performance.now();
  const estimate = estimated(inputOf(table), { length, least: 1 }, compiledKernel(), {
    ...{ now, mostBytes: limits.bytes },
  });
  const no = refusal(estimate, limits);
  if (no !== null) return refused(no);
  const found = risk(table, { k, length }, compiledKernel(), counting(watch));
  if (found === null) return refused(problem('stopped'));
  return { ok: true, value: { k, length, estimate, risk: shortened(found) } };
}

function shortened(found: Risk): Risk {
  return {
    ...found,
    columns: found.columns.map((column) => ({
      ...column,
      values: column.values
        .toSorted((a, b) => b.rare - a.rare || b.rows - a.rows)
        .slice(0, mostListed),
    })),
  };
}
