import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { groupFigures, quintile, standing } from '@freehold/core/comparison';
import type { Figures } from '@freehold/core/data';
import { PlaceType } from '@freehold/core/place';
import type { Work } from '../database/within.ts';
import { figuresOf, KeptFigures, latestFor } from './latest.ts';
import type { PlacePosition } from './shapes.ts';
import { figuresShown, MeasureRow, measureShown } from './shown.ts';

/** Which places a place stands beside: all of its type, those within one parent, or chosen ones. */
export type Group =
  | { readonly kind: 'same-type' }
  | { readonly kind: 'same-parent'; readonly parent: string }
  | { readonly kind: 'chosen'; readonly places: readonly string[] };

const Row = MeasureRow.extend({
  place: z.object({ id: z.string(), name: z.string(), type: PlaceType }),
  period: z.string(),
  figures: KeptFigures,
  parentName: z.string().nullable(),
  members: z.array(z.object({ id: z.string(), name: z.string(), figures: KeptFigures })),
});

/**
 * A place's newest value of a measure beside those of its group, same data set and period. Where the place has no
 * data, the nearest place that it lies in stands for it, and the group is of that place's type. Values that may
 * not be shown, and values not known, count for nothing; under four that count there is no group. One statement;
 * null where there are no data at all. [DT-7] [CP-2]
 */
export async function positionOf(
  tx: Work,
  place: string,
  measure: string,
  group: Group,
): Promise<z.infer<typeof PlacePosition> | null> {
  const parent = group.kind === 'same-parent' ? group.parent : null;
  const { rows } = await sql`with recursive ${latestFor(place, [measure])}
    select l.*, jsonb_build_object('id', l.place_id, 'name', l."placeName", 'type', l.place_type)
      as place, (select name from place where id = ${parent}::uuid) as "parentName", (
        select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'figures', ${figuresOf('o')})
          order by p.name, p.id)
        from observation o join place p on p.id = o.place_id
        where o.measure_id = l.measure_id and o.data_set_id = l.data_set_id
          and o.period = l.period and (p.id = l.place_id or ${inGroup(group)})
      ) as members from latest l`.execute(tx);
  return rows[0] === undefined ? null : positionShown(Row.parse(rows[0]), group);
}

function inGroup(group: Group): RawBuilder<unknown> {
  switch (group.kind) {
    case 'same-type':
      return sql`p.type = l.place_type`;
    case 'same-parent':
      return sql`(p.type = l.place_type and exists (select 1 from place_parent pp
        where pp.child_id = p.id and pp.parent_id = ${group.parent}::uuid))`;
    case 'chosen':
      return sql`p.id = any(${group.places}::uuid[])`;
  }
}

function positionShown(row: z.infer<typeof Row>, group: Group): z.infer<typeof PlacePosition> {
  const shown = figuresShown(row.counting);
  const own = brief(shown(row.figures));
  const members = row.members.map(({ id, name, figures }) => ({
    ...brief(shown(figures)),
    ...{ id, name },
    own: id === row.place.id,
  }));
  const values = members.flatMap((each) => each.value ?? []);
  const figures = groupFigures(values);
  const { direction } = row;
  const placed = own.value !== null && figures !== null ? own.value : null;
  return {
    measure: measureShown(row),
    place: row.place,
    period: row.period,
    own,
    group: figures && { kind: group.kind, label: label(row, group), ...figures },
    quintile: placed === null ? null : quintile(placed, values),
    score: placed === null || direction === 'o' ? null : standing(placed, values, direction),
    members: figures === null ? members.filter((each) => each.own) : members,
    source: row.source,
    reason: reasonFor(own, figures !== null),
  };
}

function brief({ value, low, high, suppressed }: Figures) {
  return { value, low, high, suppressed };
}

function reasonFor({ value, suppressed }: Pick<Figures, 'value' | 'suppressed'>, grouped: boolean) {
  if (suppressed) return 'suppressed';
  if (value === null) return 'no-value';
  return grouped ? null : 'group-too-small';
}

const many: Readonly<Record<PlaceType, string>> = {
  ward: 'wards',
  district: 'districts',
  county: 'counties',
  'police-force-area': 'police force areas',
  'community-safety-partnership': 'community safety partnership areas',
  region: 'regions',
  nation: 'nations',
  custom: 'areas of your own',
};

function label({ place, parentName, members }: z.infer<typeof Row>, { kind }: Group): string {
  switch (kind) {
    case 'same-type':
      return `all ${many[place.type]} with a value`;
    case 'same-parent':
      return `the ${many[place.type]} in ${parentName ?? 'the chosen area'}`;
    case 'chosen':
      return `the ${members.length} chosen places`;
  }
}
