import { sql } from 'kysely';
import { z } from 'zod';
import { DataSource } from '@freehold/core/source';
import type { PlaceType } from '@freehold/core/place';
import { Counting, countingOf, figuresOf, KeptFigures, sourceOf } from '../data/latest.ts';
import { figuresShown } from '../data/shown.ts';
import type { Work } from '../database/within.ts';
import type { IndexData } from './shapes.ts';

const Found = z.object({
  ...{ code: z.string(), title: z.string(), unit: z.string(), decimals: z.number() },
  ...{ direction: z.enum(['+', '-', 'o']), detection: z.boolean(), period: z.string() },
  counting: Counting,
  source: DataSource,
  values: z.array(z.object({ place: z.string(), figures: KeptFigures })),
});

/** At most so many places: an index of more has no place on a page. */
const mostPlaces = 1000;

/**
 * The newest period of each measure that any place of a type has (within one parent, where one is named), for all of
 * them: like beside like, so a place without a value in that period has none. Values that may not be shown are
 * null and suppressed. Two statements. [DT-7]
 */
export async function indexData(
  tx: Work,
  asked: {
    readonly type: PlaceType;
    readonly parent: string | null;
    readonly measures: readonly string[];
  },
): Promise<z.infer<typeof IndexData>> {
  const places = await placesOf(tx, asked);
  const ids = places.map(({ id }) => id);
  const { rows } = await sql`
    with wanted as (
      select distinct on (code) * from measure where code = any(${asked.measures}::text[])
      order by code, partnership_id nulls last
    ),
    newest as (
      select distinct on (o.measure_id) o.measure_id, o.data_set_id, o.period
      from wanted m
      join observation o on o.measure_id = m.id and o.place_id = any(${ids}::uuid[])
      join data_set d on d.id = o.data_set_id
      order by o.measure_id, o.period_end desc, o.period_start desc,
        d.retrieved_on desc nulls last, d.made_at desc, d.id
    )
    select m.code, m.title, m.unit, m.decimals, m.direction, m.detection, n.period,
      ${countingOf('m')} as counting, ${sourceOf('d')} as source, (
        select jsonb_agg(jsonb_build_object('place', o.place_id, 'figures', ${figuresOf('o')}))
        from observation o where o.measure_id = n.measure_id and o.data_set_id = n.data_set_id
          and o.period = n.period and o.place_id = any(${ids}::uuid[])
      ) as values
    from newest n join wanted m on m.id = n.measure_id join data_set d on d.id = n.data_set_id
    order by array_position(${asked.measures}::text[], m.code)`.execute(tx);
  return {
    places,
    measures: z
      .array(Found)
      .parse(rows)
      .map((row) => shown(row, ids)),
  };
}

function shown({ counting, values, ...rest }: z.infer<typeof Found>, ids: readonly string[]) {
  const show = figuresShown(counting);
  const byPlace = new Map(values.map(({ place, figures }) => [place, show(figures)]));
  return {
    ...rest,
    values: ids.map((id) => {
      const figures = byPlace.get(id);
      if (figures === undefined) return null;
      const { value, low, high, suppressed } = figures;
      return { value, low, high, suppressed, n: figures.denominator ?? figures.numerator };
    }),
  };
}

async function placesOf(
  tx: Work,
  { type, parent }: { readonly type: PlaceType; readonly parent: string | null },
) {
  return tx
    .selectFrom('place as p')
    .where('p.type', '=', type)
    .$if(parent !== null, (all) =>
      all.where((e) =>
        e.exists(
          e
            .selectFrom('place_parent as pp')
            .whereRef('pp.child_id', '=', 'p.id')
            .where('pp.parent_id', '=', parent)
            .select('pp.child_id'),
        ),
      ),
    )
    .select(['p.id', 'p.name', 'p.code'])
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(mostPlaces)
    .execute();
}
