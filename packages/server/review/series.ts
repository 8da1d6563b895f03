import { z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { citation } from '@freehold/core/source';
import type { Work } from '../database/within.ts';
import { latestFor, usable } from './latest.ts';

const Point = z.object({
  period: z.string(),
  start: z.iso.date(),
  end: z.iso.date(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  suppressed: z.boolean(),
});

const Drawn = z.object({
  title: z.string(),
  unit: z.string(),
  decimals: z.number(),
  placeName: z.string(),
  detection: z.boolean(),
  breaks: z.array(z.object({ from: z.iso.date(), note: z.string() })),
  points: z.array(Point),
});

/** A measure over time as a chart needs it. `detection`: it counts what was found, not how much there is. */
export const Series = Drawn.extend({ source: z.string() }).openapi('Series');
export type Series = z.infer<typeof Series>;

const Row = Drawn.extend({
  code: z.string(),
  source_title: z.string(),
  publisher: z.string(),
  edition: z.string(),
});

/**
 * The series of each measure for a place, by the measure's code, in one statement; where the place has no
 * observation, of the nearest of its parents. Points are of the data set that holds the newest one, in order
 * of time; a suppressed point shows that it is there and nothing else.
 */
export async function seriesFor(
  tx: Work,
  place: string,
  measures: readonly string[],
): Promise<ReadonlyMap<string, Series>> {
  if (measures.length === 0) return new Map();
  const { rows } = await sql`
    with recursive ${latestFor(place, measures)}
    select l.code, l.measure_title as title, l.unit, l.decimals, l.detection, l.breaks,
      l.place_name as "placeName", l.source_title, l.publisher, l.edition, (
        select jsonb_agg(jsonb_build_object(
          'period', o.period, 'start', o.period_start, 'end', o.period_end,
          'value', case when shown then o.value end,
          'low', case when shown then o.low end,
          'high', case when shown then o.high end,
          'suppressed', o.suppressed or (o.value is not null and not shown))
          order by o.period_start, o.period_end)
        from observation o
        cross join lateral (select ${usable('o', 'l')} as shown) as s
        where o.measure_id = l.measure_id and o.data_set_id = l.data_set_id
          and o.place_id = l.place_id
      ) as points
    from latest l`.execute(tx);
  return new Map(
    z
      .array(Row)
      .parse(rows)
      .map((row) => [row.code, seriesOf(row)]),
  );
}

function seriesOf({ source_title, publisher, edition, ...row }: z.infer<typeof Row>): Series {
  const { title, unit, decimals, placeName, detection, breaks, points } = row;
  return {
    ...{ title, unit, decimals, placeName, detection, breaks, points },
    source: citation({ title: source_title, publisher, edition }),
  };
}
