import { sql, type RawBuilder } from 'kysely';

/** From the least place to the largest: of two parents with data, the smaller says more about the place. */
const placeTypes = [
  'ward',
  'district',
  'community-safety-partnership',
  'county',
  'police-force-area',
  'region',
  'nation',
  'custom',
];

/** How many steps of parents are looked through for a place that has no data of its own. */
const mostSteps = 4;

/**
 * The common table expression `latest` (for `with recursive`): for each measure the newest observation of a
 * place, or where it has none of the nearest of its parents; with the measure, the place and the data set it is from.
 *
 * A measure of the partnership's own stands before a shared one of the same code. Of two data sets with the
 * same period the one retrieved later speaks. Suppressed and missing values are still there: see `usable`.
 */
export function latestFor(place: string, measures: readonly string[]): RawBuilder<unknown> {
  return sql`
    line (place_id, steps) as (
      select ${place}::uuid, 0
      union
      select pp.parent_id, line.steps + 1 from line
      join place_parent pp on pp.child_id = line.place_id where line.steps < ${mostSteps}::int
    ),
    near as (select place_id, min(steps) as steps from line group by place_id),
    wanted as (
      select distinct on (code) * from measure where code = any(${measures}::text[])
      order by code, partnership_id nulls last
    ),
    latest as (
      select distinct on (m.id) m.id as measure_id, m.code, m.title as measure_title, m.unit,
        m.decimals, m.detection, m.breaks, m.counts_people, m.value_kind,
        greatest(m.least_cell, (select max(least_cell) from partnership)) as least_cell,
        p.id as place_id, p.name as place_name, p.type as place_type,
        d.id as data_set_id, d.title as source_title, d.publisher, d.edition,
        o.period, o.value, o.numerator, o.suppressed
      from wanted m
      join observation o on o.measure_id = m.id
      join near n on n.place_id = o.place_id
      join place p on p.id = o.place_id
      join data_set d on d.id = o.data_set_id
      order by m.id, n.steps, array_position(${placeTypes}::text[], p.type), p.name, p.id,
        o.period_end desc, o.period_start desc, d.retrieved_on desc nulls last, d.made_at desc, d.id
    )`;
}

/**
 * Is the observation of `row` there to be shown and counted? Not where its value is missing or suppressed,
 * nor where it counts fewer people than may be shown. `measure` is the row that says what is counted.
 */
export function usable(row: string, measure: string): RawBuilder<boolean> {
  const o = sql.raw(row);
  const m = sql.raw(measure);
  return sql`(${o}.value is not null and not ${o}.suppressed and not coalesce(${m}.counts_people
    and coalesce(${o}.numerator, case when ${m}.value_kind = 'count' then ${o}.value end)
      < ${m}.least_cell, false))`;
}
