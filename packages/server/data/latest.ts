import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { leastShown, shownFigures, ValueKind, type Figures } from '@freehold/core/data';

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
 * same period the one retrieved later speaks. Figures are as they are kept: see `shownBy` before any leaves.
 * Without `measures`, of every measure.
 */
export function latestFor(place: string, measures: readonly string[] | null): RawBuilder<unknown> {
  const asked = measures === null ? sql`true` : sql`code = any(${measures}::text[])`;
  return sql`
    line (place_id, steps) as (
      select ${place}::uuid, 0
      union
      select pp.parent_id, line.steps + 1 from line
      join place_parent pp on pp.child_id = line.place_id where line.steps < ${mostSteps}::int
    ),
    near as (select place_id, min(steps) as steps from line group by place_id),
    wanted as (
      select distinct on (code) * from measure where ${asked}
      order by code, partnership_id nulls last
    ),
    newest as (
      select distinct on (o.measure_id) o.* from wanted m
      join observation o on o.measure_id = m.id
      join near n on n.place_id = o.place_id
      join place p on p.id = o.place_id
      join data_set d on d.id = o.data_set_id
      order by o.measure_id, n.steps, array_position(${placeTypes}::text[], p.type), p.name, p.id,
        o.period_end desc, o.period_start desc, d.retrieved_on desc nulls last, d.made_at desc, d.id
    ),
    latest as (
      select m.id as measure_id, m.code, m.title, m.definition, m.unit,
        m.direction, m.decimals, m.detection, m.breaks, ${countingOf('m')} as counting,
        p.id as place_id, p.name as "placeName", p.type as place_type,
        d.id as data_set_id, ${sourceOf('d')} as source,
        o.period, o.period_start, o.period_end, ${figuresOf('o')} as figures
      from newest o
      join wanted m on m.id = o.measure_id
      join place p on p.id = o.place_id
      join data_set d on d.id = o.data_set_id
    )`;
}

/** What decides which of a measure's figures may be shown, as one JSON value. */
export function countingOf(row: string): RawBuilder<unknown> {
  const m = sql.raw(row);
  return sql`jsonb_build_object('valueKind', ${m}.value_kind, 'factor', ${m}.factor,
    'zeroShown', ${m}.zero_shown, 'countsPeople', ${m}.counts_people, 'leastCell', ${m}.least_cell,
    'ownLeast', (select max(least_cell) from partnership))`;
}

/** Where a data set comes from, as one JSON value. */
export function sourceOf(row: string): RawBuilder<unknown> {
  const d = sql.raw(row);
  return sql`jsonb_build_object('title', ${d}.title, 'publisher', ${d}.publisher,
    'edition', ${d}.edition, 'licence', ${d}.licence, 'url', ${d}.url,
    'retrievedOn', ${d}.retrieved_on)`;
}

/** An observation's figures as one JSON value. */
export function figuresOf(row: string): RawBuilder<unknown> {
  const o = sql.raw(row);
  return sql`jsonb_build_object('value', ${o}.value, 'numerator', ${o}.numerator,
    'denominator', ${o}.denominator, 'low', ${o}.low, 'high', ${o}.high,
    'suppressed', ${o}.suppressed, 'note', ${o}.note)`;
}

export const KeptFigures = z.object({
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  suppressed: z.boolean(),
  note: z.string(),
});

/** What decides which of a measure's figures may be shown; `ownLeast` is the partnership's own limit. */
export const Counting = z.object({
  valueKind: ValueKind,
  factor: z.number(),
  zeroShown: z.boolean(),
  countsPeople: z.boolean(),
  leastCell: z.number(),
  ownLeast: z.number().nullable(),
});

/** Makes kept figures fit to leave the house: small counts are suppressed. */
export function shownBy(counting: z.infer<typeof Counting>): (kept: Figures) => Figures {
  const least = leastShown(counting, counting.ownLeast ?? 0);
  return (kept) => shownFigures(kept, counting, least);
}

export const SourceParts = z.object({
  title: z.string(),
  publisher: z.string(),
  edition: z.string(),
});
