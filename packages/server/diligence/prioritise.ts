import { sql } from 'kysely';
import { bandOf, prioritised } from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import type { JobWork, Workshop } from '../job/run.ts';
import { settingOf } from './setting-store.ts';
import { keptSupplier, supplierColumns } from './supplier-store.ts';

const suppliersAStep = 1000;

/**
 * The work of putting all suppliers in order by the partnership's rules: worked out a thousand at a time, and kept
 * all together or not at all. [DD-9]
 */
export function prioritiseAll(house: Workshop, { dryRun }: { dryRun: boolean }): JobWork {
  return async (job) => {
    const { rules, total } = await job.within(async (tx) => ({
      rules: (await settingOf(tx)).setting.rules,
      total: await supplierCount(tx),
    }));
    const counts = { high: 0, medium: 0, low: 0, 'not-known': 0 };
    const moved: object[] = [];
    let after = '00000000-0000-0000-0000-000000000000';
    let done = 0;
    while (done < total) {
      let many = 0;
      await job.step({ done, total }, async (tx) => {
        const batch = await batchAfter(tx, after);
        const changed = batch.flatMap((supplier) => {
          const { because, ...standing } = prioritised(supplier, rules);
          const band = bandOf(standing);
          counts[band] += 1;
          const same =
            standing.severity === supplier.severity &&
            standing.likelihood === supplier.likelihood &&
            because.join() === supplier.because.join();
          return same ? [] : [{ id: supplier.id, ...standing, band, because }];
        });
        moved.push(...changed);
        after = batch.at(-1)?.id ?? after;
        many = batch.length;
      });
      if (many === 0) break;
      done += many;
    }
    if (!dryRun) await job.within((tx) => keepMoved(tx, moved, house.ports.clock.now()));
    const changed = moved.length;
    return {
      state: 'done',
      result: {
        ...{ what: 'supplier-priorities', dryRun, kept: !dryRun, rows: done, skipped: 0 },
        ...{ rejected: 0, new: 0, changed, same: done - changed, links: null, unknownPlaces: [] },
        counts,
      },
    };
  };
}

async function supplierCount(tx: Work): Promise<number> {
  const { n } = await tx
    .selectFrom('supplier')
    .where('removed_at', 'is', null)
    .select((e) => e.cast<number>(e.fn.countAll(), 'integer').as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

async function batchAfter(tx: Work, after: string) {
  const rows = await tx
    .selectFrom('supplier')
    .where('removed_at', 'is', null)
    .where('id', '>', after)
    .select(supplierColumns)
    .orderBy('id')
    .limit(suppliersAStep)
    .execute();
  return rows.map(keptSupplier);
}

async function keepMoved(tx: Work, changed: readonly object[], at: Date): Promise<void> {
  if (changed.length === 0) return;
  await sql`update supplier u set severity = g.severity, likelihood = g.likelihood,
      band = g.band, because = g.because, prioritised_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      as g (id uuid, severity int, likelihood int, band text, because jsonb)
    where u.id = g.id`.execute(tx);
}
