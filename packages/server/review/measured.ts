import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { indicatorsOf, type Framework } from '@freehold/core/framework';
import type { Measured } from '@freehold/core/review';
import { citation } from '@freehold/core/source';
import type { Work } from '../database/within.ts';
import type { Comparison } from './comparison.ts';
import {
  Counting,
  figuresOf,
  KeptFigures,
  latestFor,
  shownBy,
  SourceParts,
} from '../data/latest.ts';

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
    select l.code as measure, l.title, l.unit, l."placeName", l.period, l.source, l.counting,
      l.figures, (select jsonb_agg(${figuresOf('o')} order by o.value)
        from observation o join place p on p.id = o.place_id
        where o.measure_id = l.measure_id and o.data_set_id = l.data_set_id
          and o.period_start = l.period_start and o.period = l.period
          and (p.id = l.place_id or ${inGroup(comparison)})) as members
    from latest l order by l.code`.execute(tx);
  const found = z.array(Row).parse(rows).flatMap(valueOf);
  return new Map(found.map((value) => [value.measure, value]));
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
  source: SourceParts,
  counting: Counting,
  figures: KeptFigures,
  members: z.array(KeptFigures),
});

/** Nothing where the place's own value is missing or may not be shown; such members leave the group. */
function valueOf(row: z.infer<typeof Row>): readonly MeasuredValue[] {
  const { measure, title, unit, placeName, period } = row;
  const shown = shownBy(row.counting);
  const { value } = shown(row.figures);
  if (value === null) return [];
  const group = row.members.flatMap((each) => shown(each).value ?? []);
  const source = citation(row.source);
  return [{ measure, title, unit, placeName, period, value, group, source }];
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
