import { sql, type RawBuilder } from 'kysely';
import type { Period } from '@freehold/core/period';
import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { ids, texts } from './arrays.ts';
import { confirm, remember } from './before.ts';

/** What a job has staged, and the lists that its positions point into. */
export type StagedSet = {
  readonly job: string;
  readonly partnership: string;
  readonly dataSet: string;
  readonly measures: readonly {
    readonly id: string;
    readonly code: string;
    readonly summed: boolean;
  }[];
  readonly places: readonly string[];
  readonly periods: readonly Period[];
};

export type Counts = {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  /** Values that come a second time, and sums that a refused row leaves without an answer. */
  readonly repeated: number;
  readonly incomplete: number;
};

/**
 * Compares what is staged with what is kept and counts; with `write`, also keeps what is new or changed. All in
 * one statement, set by set: nothing here is done row by row. [DT-2] [DT-6] [DT-11]
 */
export async function keepStaged(
  tx: Work,
  staged: StagedSet,
  { write, now }: { write: boolean; now: Date },
): Promise<Counts> {
  await sql`select set_config('work_mem', '32MB', true), set_config('jit', 'off', true),
    set_config('enable_nestloop', 'off', true)`.execute(tx);
  const { rows } = await sql<Counts>`with ${readings(staged)}, ${found(staged)}
    ${write ? writing(staged, now) : sql``}
    select count(*) filter (where stands and there is null)::int as new,
      count(*) filter (where stands and there is not null and differs)::int as changed,
      count(*) filter (where stands and there is not null and not differs)::int as same,
      count(*) filter (where nth > 1)::int as repeated,
      count(*) filter (where nth = 1 and incomplete)::int as incomplete
    from found`.execute(tx);
  return rows[0] ?? { new: 0, changed: 0, same: 0, repeated: 0, incomplete: 0 };
}

/** One row for each value that the file gives: read from a row, or summed over several. `nth` over 1 comes again. */
function readings({ job, measures }: StagedSet): RawBuilder<unknown> {
  const summed = measures.flatMap((each, at) => (each.summed ? [String(at)] : []));
  const sums = sql`${`{${summed.join()}}`}::int[]`;
  return sql`reading as (
    select row, measure, place, period, value, numerator, denominator, low, high, suppressed,
      false as incomplete, note,
      row_number() over (partition by measure, place, period order by row) as nth,
      first_value(row) over (partition by measure, place, period order by row) as first_row
    from observation_stage where job_id = ${job} and not measure = any(${sums})
    union all
    select min(row), measure, place, period,
      case when bool_or(suppressed) then null else sum(value order by row) end,
      null, null, null, null, bool_or(suppressed), bool_or(incomplete), '', 1, min(row)
    from observation_stage where job_id = ${job} and measure = any(${sums})
    group by measure, place, period)`;
}

// The planner knows nothing of what has just been staged and would take it for a handful of rows; nested loops
// are off for this transaction, so that it hashes and merges instead.
function found({
  partnership,
  dataSet,
  places,
  measures,
  periods,
}: StagedSet): RawBuilder<unknown> {
  return sql`found as materialized (
    select p.id as place_id, m.id as measure_id, t.code as period, t.starts, t.ends, r.value,
      r.numerator, r.denominator, r.low, r.high, r.suppressed, r.note, r.nth, r.incomplete,
      r.nth = 1 and not r.incomplete as stands, o.id as there,
      (o.value, o.numerator, o.denominator, o.low, o.high, o.suppressed, o.note) is distinct from
      (r.value, r.numerator, r.denominator, r.low, r.high, r.suppressed, r.note) as differs
    from reading r
    join unnest(${ids(places)}) with ordinality as p (id, n) on p.n = r.place + 1
    join unnest(${ids(measures.map((each) => each.id))}) with ordinality as m (id, n)
      on m.n = r.measure + 1
    join unnest(${texts(periods.map((each) => each.code))},
      ${texts(periods.map((each) => each.start))}::date[],
      ${texts(periods.map((each) => each.end))}::date[])
      with ordinality as t (code, starts, ends, n) on t.n = r.period + 1
    left join observation o on o.partnership_id = ${partnership} and o.data_set_id = ${dataSet}
      and o.measure_id = m.id and o.place_id = p.id and o.period = t.code)`;
}

function writing({ job, partnership, dataSet }: StagedSet, now: Date): RawBuilder<unknown> {
  const overwritten = sql`join found f on t.id = f.there where f.stands and f.differs`;
  const same = sql`select there::text from found where stands and there is not null and not differs`;
  const writer = { id: job, partnership };
  return sql`, remembered as (${remember(writer, 'observation', overwritten)}),
    confirmed as (${confirm(writer, 'observation', same)}),
    added as (
      insert into observation (partnership_id, data_set_id, measure_id, place_id, period,
        period_start, period_end, value, numerator, denominator, low, high, suppressed, note,
        saved_at, job_id)
      select ${partnership}::uuid, ${dataSet}::uuid, measure_id, place_id, period, starts, ends,
        value, numerator, denominator, low, high, suppressed, note, ${now}::timestamptz,
        ${job}::uuid
      from found where stands and there is null),
    changed as (
      update observation o set value = f.value, numerator = f.numerator,
        denominator = f.denominator, low = f.low, high = f.high, suppressed = f.suppressed,
        note = f.note, period_start = f.starts, period_end = f.ends, saved_at = ${now},
        job_id = ${job}::uuid
      from found f where o.id = f.there and f.stands and f.differs)`;
}

const faultsAtOnce = 10_000;

/**
 * The values that are not kept, as problems in the order of the file, some thousands at a time.
 * Problems: `observation-repeated`, `sum-incomplete`.
 */
export async function* stagedFaults(
  tx: Work,
  staged: StagedSet,
): AsyncGenerator<readonly { readonly row: number; readonly problem: Problem }[]> {
  for (let from = 0; ; from += faultsAtOnce) {
    const { rows } = await sql<{
      row: number;
      measure: number;
      period: number;
      first: number;
      again: boolean;
    }>`with ${readings(staged)}
      select row, measure, period, first_row as first, nth > 1 as again from reading
      where nth > 1 or incomplete order by row, measure
      limit ${faultsAtOnce}::int offset ${from}::int`.execute(tx);
    yield rows.map(({ row, measure, period, first, again }) => ({
      row,
      problem: again
        ? problem('observation-repeated', about(staged, measure, period, first), { row })
        : problem('sum-incomplete', about(staged, measure, period), { row }),
    }));
    if (rows.length < faultsAtOnce) return;
  }
}

function about({ measures, periods }: StagedSet, measure: number, period: number, first?: number) {
  return {
    ...(first !== undefined && { firstRow: first }),
    measure: measures[measure]?.code ?? '',
    period: periods[period]?.code ?? '',
  };
}
