import { sql } from 'kysely';
import { z } from 'zod';
import { PlaceType } from '@freehold/core/place';
import type { Work } from '../database/within.ts';
import { figuresOf, KeptFigures, latestFor } from './latest.ts';
import type { PlaceMeasures, PlaceSeries, Point } from './shapes.ts';
import { figuresShown, MeasureRow, measureShown } from './shown.ts';

const When = z.object({ period: z.string(), start: z.iso.date(), end: z.iso.date() });
const KeptPoint = When.extend({ figures: KeptFigures });

const Row = MeasureRow.extend({
  place: z.object({ id: z.string(), name: z.string(), type: PlaceType }),
  points: z.array(KeptPoint),
});

/** `seriesOfEach` for one measure; null where neither the place nor one that it lies in has a value. */
export async function seriesOf(
  tx: Work,
  place: string,
  measure: string,
): Promise<z.infer<typeof PlaceSeries> | null> {
  return (await seriesOfEach(tx, place, [measure]))[0] ?? null;
}

/**
 * Measures of a place over time, each of the data set that holds its newest value; where the place has none, of the
 * nearest place that it lies in. What neither has any of is left out. One statement. [DT-7]
 */
export async function seriesOfEach(
  tx: Work,
  place: string,
  measures: readonly string[],
): Promise<readonly z.infer<typeof PlaceSeries>[]> {
  const { rows } = await sql`with recursive ${latestFor(place, measures)}
    select l.*, jsonb_build_object('id', l.place_id, 'name', l."placeName", 'type', l.place_type)
      as place, (
        select jsonb_agg(jsonb_build_object('period', o.period, 'start', o.period_start,
          'end', o.period_end, 'figures', ${figuresOf('o')}) order by o.period_start, o.period_end)
        from observation o where o.measure_id = l.measure_id and o.data_set_id = l.data_set_id
          and o.place_id = l.place_id
      ) as points from latest l`.execute(tx);
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({
      measure: measureShown(row),
      place: row.place,
      own: row.place.id === place,
      points: row.points.map(pointShown(row)),
      source: row.source,
    }));
}

function pointShown({ counting }: Pick<z.infer<typeof MeasureRow>, 'counting'>) {
  const shown = figuresShown(counting);
  return ({ figures, ...when }: z.infer<typeof KeptPoint>): Point => ({
    ...when,
    ...shown(figures),
  });
}

const LatestRow = MeasureRow.extend({
  placeId: z.string(),
  placeName: z.string(),
  newest: KeptPoint,
  n: z.number(),
});

/** The newest value of each measure for a place, or for the nearest place that it lies in. One statement. */
export async function measuresOfPlace(
  tx: Work,
  place: string,
): Promise<z.infer<typeof PlaceMeasures>> {
  const { rows } = await sql`with recursive ${latestFor(place, null)}
    select l.*, l.place_id as "placeId", jsonb_build_object('period', l.period,
        'start', l.period_start, 'end', l.period_end, 'figures', l.figures) as newest,
      (select count(*)::int from observation o where o.measure_id = l.measure_id
        and o.data_set_id = l.data_set_id and o.place_id = l.place_id) as n
    from latest l order by l.title, l.code`.execute(tx);
  return {
    rows: z
      .array(LatestRow)
      .parse(rows)
      .map((row) => ({
        measure: measureShown(row),
        placeId: row.placeId,
        placeName: row.placeName,
        own: row.placeId === place,
        source: row.source,
        latest: pointShown(row)(row.newest),
        n: row.n,
      })),
  };
}
