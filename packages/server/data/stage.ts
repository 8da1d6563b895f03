import { sql } from 'kysely';
import type { Figures } from '@freehold/core/data';
import type { Work } from '../database/within.ts';
import { array, quoted } from './arrays.ts';

/** A value on its way: measure, place and period are positions in the job's lists. */
export type Staged = Figures & {
  readonly row: number;
  readonly measure: number;
  readonly place: number;
  readonly period: number;
  readonly incomplete: boolean;
};

/** Writes values to the staging table, all in one statement. */
export async function stage(
  tx: Work,
  { partnership, job }: { partnership: string; job: string },
  rows: readonly Staged[],
): Promise<void> {
  if (rows.length === 0) return;
  const whole = (pick: (row: Staged) => number) => array(rows.map((row) => String(pick(row))));
  const known = (pick: (row: Staged) => number | null) =>
    sparse(rows.map((row) => pick(row)?.toString() ?? null));
  const flags = (pick: (row: Staged) => boolean) =>
    sparse(rows.map((row) => (pick(row) ? 'true' : null)));
  await sql`insert into observation_stage (partnership_id, job_id, row, measure, place, period,
      value, numerator, denominator, low, high, suppressed, incomplete, note)
    select ${partnership}::uuid, ${job}::uuid, row, measure, place, period, value, numerator,
      denominator, low, high, coalesce(suppressed, false), coalesce(incomplete, false),
      coalesce(note, '')
    from unnest(${whole((row) => row.row)}::int[], ${whole((row) => row.measure)}::int[],
      ${whole((row) => row.place)}::int[], ${whole((row) => row.period)}::int[],
      ${known((row) => row.value)}::double precision[],
      ${known((row) => row.numerator)}::double precision[],
      ${known((row) => row.denominator)}::double precision[],
      ${known((row) => row.low)}::double precision[],
      ${known((row) => row.high)}::double precision[],
      ${flags((row) => row.suppressed)}::boolean[], ${flags((row) => row.incomplete)}::boolean[],
      ${sparse(rows.map((row) => (row.note === '' ? null : quoted(row.note))))}::text[])
    as given (row, measure, place, period, value, numerator, denominator, low, high, suppressed,
      incomplete, note)`.execute(tx);
}

export async function clearStage(tx: Work, job: string): Promise<void> {
  await tx.deleteFrom('observation_stage').where('job_id', '=', job).execute();
}

/** Where nothing is known at all an empty list does: `unnest` fills up with null. */
function sparse(items: readonly (string | null)[]): string {
  return items.every((each) => each === null) ? '{}' : array(items);
}
