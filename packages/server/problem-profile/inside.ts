import { sql } from 'kysely';
import { z } from 'zod';
import type { ProfileSeries } from '@freehold/core/cycle';
import { SeriesBreak } from '@freehold/core/data';
import { citation, DataSource } from '@freehold/core/source';
import { Counting, countingOf, figuresOf, KeptFigures, sourceOf } from '../data/latest.ts';
import { figuresShown } from '../data/shown.ts';
import type { Work } from '../database/within.ts';

/** As many lines as a page of a document has room for. */
const mostLines = 60;

const Row = z.object({
  code: z.string(),
  title: z.string(),
  unit: z.string(),
  decimals: z.number(),
  detection: z.boolean(),
  breaks: z.array(SeriesBreak),
  placeName: z.string(),
  counting: Counting,
  source: DataSource,
  period: z.string(),
  start: z.iso.date(),
  end: z.iso.date(),
  figures: KeptFigures,
});

/**
 * The newest value of each measure for each place that lies in a place, by measure and name, at most sixty. One
 * statement. A count too small to show is suppressed. [DT-7]
 */
export async function insideOf(tx: Work, place: string): Promise<readonly ProfileSeries[]> {
  const { rows } = await sql`
    select distinct on (m.code, p.name, p.id) m.code, m.title, m.unit, m.decimals, m.detection,
      m.breaks, p.name as "placeName", ${countingOf('m')} as counting, ${sourceOf('d')} as source,
      o.period, o.period_start as start, o.period_end as end, ${figuresOf('o')} as figures
    from place_parent pp
    join place p on p.id = pp.child_id
    join observation o on o.place_id = p.id
    join measure m on m.id = o.measure_id
    join data_set d on d.id = o.data_set_id
    where pp.parent_id = ${place}
    order by m.code, p.name, p.id, o.period_end desc, d.made_at desc
    limit ${mostLines}`.execute(tx);
  return z
    .array(Row)
    .parse(rows)
    .map(({ counting, source, figures, period, start, end, ...measure }) => ({
      ...measure,
      source: citation(source),
      points: [{ period, start, end, ...figuresShown(counting)(figures) }],
    }));
}
