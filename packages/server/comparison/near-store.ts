import { sql } from 'kysely';
import { z } from 'zod';
import type { Measured } from '@freehold/core/comparison';
import type { Work } from '../database/within.ts';
import { figuresOf, KeptFigures, latestFor } from '../data/latest.ts';
import { figuresShown, MeasureRow } from '../data/shown.ts';

const Row = MeasureRow.extend({
  period: z.string(),
  places: z.array(z.object({ id: z.string(), name: z.string(), figures: KeptFigures })),
});

/** What a yardstick's values are: of which measure, when, and from where. */
export type YardstickData = {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  readonly detection: boolean;
  readonly period: string;
  readonly source: z.infer<typeof Row>['source'];
};

/**
 * The values of the measures for every place of a place's type: of the data set and period of the place's own newest
 * value, so that like stands beside like. A measure of which it has no value of its own is left out, and so is every
 * value that may not be shown. One statement. [DT-7]
 */
export async function yardstickValues(
  tx: Work,
  place: string,
  measures: readonly string[],
): Promise<{
  readonly yardsticks: readonly YardstickData[];
  readonly places: readonly (Measured & { readonly name: string })[];
}> {
  const { rows } = await sql`with recursive ${latestFor(place, measures)}
    select l.*, (
        select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'figures', ${figuresOf('o')}))
        from observation o join place p on p.id = o.place_id
        where o.measure_id = l.measure_id and o.data_set_id = l.data_set_id
          and o.period = l.period and p.type = l.place_type
      ) as places from latest l where l.place_id = ${place}`.execute(tx);
  const found = z.array(Row).parse(rows);
  const values = new Map<string, { name: string; values: Record<string, number> }>();
  for (const row of found) {
    const shown = figuresShown(row.counting);
    for (const { id, name, figures } of row.places) {
      const { value } = shown(figures);
      if (value === null) continue;
      const known = values.get(id) ?? { name, values: {} };
      known.values[row.code] = value;
      values.set(id, known);
    }
  }
  return {
    yardsticks: found.map(({ code, title, unit, decimals, detection, period, source }) => ({
      ...{ code, title, unit, decimals, detection, period, source },
    })),
    places: [...values].map(([id, each]) => ({ id, ...each })),
  };
}
