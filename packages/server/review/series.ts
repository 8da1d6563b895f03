import { z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { citation } from '@freehold/core/source';
import type { Work } from '../database/within.ts';
import {
  Counting,
  figuresOf,
  KeptFigures,
  latestFor,
  shownBy,
  SourceParts,
} from '../data/latest.ts';

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

const Row = Drawn.omit({ points: true }).extend({
  code: z.string(),
  source: SourceParts,
  counting: Counting,
  points: z.array(
    Point.pick({ period: true, start: true, end: true }).extend({ figures: KeptFigures }),
  ),
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
    select l.code, l.title, l.unit, l.decimals, l.detection, l.breaks, l."placeName", l.source,
      l.counting, (
        select jsonb_agg(jsonb_build_object('period', o.period, 'start', o.period_start,
          'end', o.period_end, 'figures', ${figuresOf('o')}) order by o.period_start, o.period_end)
        from observation o where o.measure_id = l.measure_id and o.data_set_id = l.data_set_id
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

function seriesOf(row: z.infer<typeof Row>): Series {
  const { title, unit, decimals, placeName, detection, breaks } = row;
  const shown = shownBy(row.counting);
  const points = row.points.map(({ period, start, end, figures }) => {
    const { value, low, high, suppressed } = shown(figures);
    return { period, start, end, value, low, high, suppressed };
  });
  const source = citation(row.source);
  return { title, unit, decimals, placeName, detection, breaks, points, source };
}
