import { sql } from 'kysely';
import { z } from 'zod';
import { shownSum, type Band, type ShownSum } from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import { risksOf } from './risk-store.ts';
import { settingOf } from './setting-store.ts';

export type DiligenceCounts = {
  readonly suppliers: number;
  readonly sites: number;
  /** By tier; '' where it is not known. */
  readonly tiers: Readonly<Record<string, number>>;
  readonly countries: number;
  readonly suppliersByBand: Readonly<Record<Band, number>>;
  readonly risksByBand: Readonly<Record<Band, number>>;
  readonly risks: { readonly open: number; readonly closed: number };
  readonly actions: { readonly all: number; readonly done: number; readonly late: number };
  readonly incidents: { readonly all: number; readonly open: number; readonly closed: number };
  /** How many workers incidents concern, as far as it may be shown. */
  readonly affected: ShownSum;
  readonly remedies: { readonly all: number; readonly checked: number; readonly works: number };
  readonly assessments: { readonly all: number; readonly refer: number; readonly referred: number };
};

const Row = z.object({
  suppliers: z.number(),
  sites: z.number(),
  tiers: z.record(z.string(), z.number()),
  countries: z.number(),
  bands: z.record(z.string(), z.number()),
  actions: z.object({ all: z.number(), done: z.number(), late: z.number() }),
  incidents: z.object({ all: z.number(), open: z.number(), closed: z.number() }),
  affected: z.array(z.number().nullable()),
  remedies: z.object({ all: z.number(), checked: z.number(), works: z.number() }),
  assessments: z.object({ all: z.number(), refer: z.number(), referred: z.number() }),
});

/** What the partnership's due diligence comes to in counts, on a day. Three statements. */
export async function diligenceCounts(tx: Work, today: string): Promise<DiligenceCounts> {
  const { rows } = await sql`
    with listed as (select * from supplier where removed_at is null and merged_into is null)
    select (select count(*)::int from listed) as suppliers,
      (select count(*)::int from supplier_site s join listed u on u.id = s.supplier_id) as sites,
      (select coalesce(jsonb_object_agg(t.tier, t.n), '{}') from
        (select coalesce(tier::text, '') as tier, count(*) as n from listed group by 1) t) as tiers,
      (select count(distinct country)::int from listed where country <> '') as countries,
      (select coalesce(jsonb_object_agg(b.band, b.n), '{}') from
        (select band, count(*) as n from listed group by band) b) as bands,
      (select jsonb_build_object('all', count(*), 'done', count(*) filter (where status = 'done'),
        'late', count(*) filter (where due_on < ${today}::date
          and status in ('planned', 'under-way'))) from diligence_action) as actions,
      (select jsonb_build_object('all', count(*),
        'open', count(*) filter (where status <> 'closed'),
        'closed', count(*) filter (where status = 'closed')) from diligence_incident) as incidents,
      (select coalesce(jsonb_agg(affected order by id), '[]') from diligence_incident) as affected,
      (select jsonb_build_object('all', count(*),
        'checked', count(*) filter (where checked_on is not null),
        'works', count(*) filter (where works in ('yes', 'partly'))) from diligence_remedy)
        as remedies,
      (select jsonb_build_object('all', count(*),
        'refer', count(*) filter (where result ->> 'prompt' = 'refer'),
        'referred', count(*) filter (where referred_on is not null))
        from forced_labour_assessment) as assessments`.execute(tx);
  const { bands, affected, ...counts } = Row.parse(rows[0]);
  const risks = await risksOf(tx, (await settingOf(tx)).setting.severityBy);
  const open = risks.filter(({ status }) => status === 'open');
  return {
    ...counts,
    suppliersByBand: byBand((band) => bands[band] ?? 0),
    risksByBand: byBand((band) => open.filter((risk) => risk.band === band).length),
    risks: { open: open.length, closed: risks.length - open.length },
    affected: shownSum(affected),
  };
}

function byBand(count: (band: Band) => number): Readonly<Record<Band, number>> {
  return {
    ...{ high: count('high'), medium: count('medium'), low: count('low') },
    'not-known': count('not-known'),
  };
}
