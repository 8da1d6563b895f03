import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { indicatorsOf, type Framework } from '@freehold/core/framework';
import type { Measured } from '@freehold/core/review';
import { citation } from '@freehold/core/source';
import type { Work } from '../database/within.ts';
import type { Comparison } from './comparison.ts';
import { latestFor, usable } from './latest.ts';

/** The newest value that speaks for a place, with the values of its comparison group, its own included. */
export type MeasuredValue = {
  readonly measure: string;
  readonly title: string;
  readonly unit: string;
  readonly placeName: string;
  readonly period: string;
  readonly value: number;
  readonly group: readonly number[];
  readonly source: string;
};

/**
 * The newest value of each measure for a place, by the measure's code, in one statement.
 *
 * Where the place has no observation, the nearest of its parents speaks for it, and the group is of the
 * parent's kind. A measure whose newest observation is missing or suppressed has no value here: an older
 * one would pass for today's. Missing and suppressed values of others are not in the group.
 */
export async function measuredValues(
  tx: Work,
  {
    place,
    comparison,
    measures,
  }: {
    readonly place: string;
    readonly comparison: Comparison;
    readonly measures: readonly string[];
  },
): Promise<ReadonlyMap<string, MeasuredValue>> {
  if (measures.length === 0) return new Map();
  const { rows } = await sql`
    with recursive ${latestFor(place, measures)}
    select l.code as measure, l.measure_title as title, l.unit, l.place_name as "placeName",
      l.period, l.value, l.source_title, l.publisher, l.edition,
      (select coalesce(jsonb_agg(o.value order by o.value), '[]')
        from observation o join place p on p.id = o.place_id
        where o.measure_id = l.measure_id and o.data_set_id = l.data_set_id and o.period = l.period
          and ${usable('o', 'l')} and (p.id = l.place_id or ${inGroup(comparison)})) as "group"
    from latest l where ${usable('l', 'l')}
    order by l.code`.execute(tx);
  return new Map(
    z
      .array(Row)
      .parse(rows)
      .map((row) => [row.measure, valueOf(row)]),
  );
}

/** What `reviewProfile` takes: one entry for each indicator of the view whose measure has a value. */
export function measuredIndicators(
  view: Pick<Framework, 'levels'>,
  values: ReadonlyMap<string, MeasuredValue>,
): readonly Measured[] {
  return indicatorsOf(view).flatMap(({ indicator }) => {
    const found = values.get(indicator.measure);
    if (found === undefined) return [];
    const { value, period, group } = found;
    return [{ indicator: indicator.code, value, period, group }];
  });
}

/** The measures that the indicators of a framework name. */
export function measuresIn(view: Pick<Framework, 'levels'>): readonly string[] {
  const named = indicatorsOf(view).map(({ indicator }) => indicator.measure);
  return [...new Set(named.filter((code) => code !== ''))];
}

const Row = z.object({
  measure: z.string(),
  title: z.string(),
  unit: z.string(),
  placeName: z.string(),
  period: z.string(),
  value: z.number(),
  group: z.array(z.number()),
  source_title: z.string(),
  publisher: z.string(),
  edition: z.string(),
});

function valueOf({ source_title, publisher, edition, ...row }: z.infer<typeof Row>): MeasuredValue {
  return { ...row, source: citation({ title: source_title, publisher, edition }) };
}

function inGroup(comparison: Comparison): RawBuilder<unknown> {
  switch (comparison.kind) {
    case 'same-type':
      return sql`p.type = l.place_type`;
    case 'same-parent':
      return sql`(p.type = l.place_type and exists (select 1 from place_parent pp
        where pp.child_id = p.id and pp.parent_id = ${comparison.parent}))`;
    case 'chosen':
      return sql`p.id = any(${comparison.places}::uuid[])`;
  }
}
