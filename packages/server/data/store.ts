import { sql } from 'kysely';
import { z } from 'zod';
import type { Work } from '../database/within.ts';
import { DataSetListed, MeasureListed } from './shapes.ts';

/** Every measure that the partnership may see, with how much there is of it. One statement. */
export async function measuresListed(tx: Work): Promise<z.infer<typeof MeasureListed>[]> {
  const { rows } = await sql`
    select m.code, m.title, m.definition, m.unit, m.direction, m.value_kind as "valueKind",
      m.factor, m.decimals, m.counts_people as "countsPeople", m.detection, m.breaks,
      m.zero_shown as "zeroShown", case when m.counts_people
        then greatest(m.least_cell, (select max(least_cell) from partnership))
        else m.least_cell end as "leastCell",
      coalesce(o.observations, 0) as observations, coalesce(o.places, 0) as places,
      o.first, o.last, coalesce(o."dataSets", '{}') as "dataSets"
    from measure m left join (
      select t.measure_id, sum(t.n)::int as observations,
        (array_agg(t.period order by t.period_start, t.period_end))[1] as first,
        (array_agg(t.period order by t.period_end desc, t.period_start desc))[1] as last,
        array_agg(distinct d.code) as "dataSets",
        (select count(*)::int from (select distinct s.place_id from observation s
          where s.measure_id = t.measure_id) as spot) as places
      from (
        select measure_id, data_set_id, period, period_start, period_end, count(*) as n
        from observation group by measure_id, data_set_id, period, period_start, period_end
      ) t join data_set d on d.id = t.data_set_id group by t.measure_id
    ) o on o.measure_id = m.id
    order by m.title, m.code`.execute(tx);
  return z.array(MeasureListed).parse(rows);
}

/** Every data set that the partnership may see, with the measures it holds. One statement. */
export async function dataSetsListed(tx: Work): Promise<z.infer<typeof DataSetListed>[]> {
  const { rows } = await sql`
    select d.code, d.title, d.publisher, d.edition, d.licence, d.url,
      d.retrieved_on as "retrievedOn", d.note, coalesce(o.observations, 0) as observations,
      coalesce(o.measures, '{}') as measures
    from data_set d left join (
      select o.data_set_id, count(*)::int as observations, array_agg(distinct m.code) as measures
      from observation o join measure m on m.id = o.measure_id group by o.data_set_id
    ) o on o.data_set_id = d.id
    order by d.title, d.code`.execute(tx);
  return z.array(DataSetListed).parse(rows);
}
