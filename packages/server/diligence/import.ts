import { sql } from 'kysely';
import {
  absentColumns,
  alikeSuppliers,
  sameKey,
  SupplierReader,
  type Alike,
  type Named,
  type SupplierMapping,
  type SupplierRow,
} from '@freehold/core/diligence';
import type { Upload } from '../data/upload.ts';
import type { Work } from '../database/within.ts';
import type { Hand } from '../directory/entry.ts';
import { refusedFor, type JobWork, type Workshop } from '../job/run.ts';
import { undoable } from '../job/undoable.ts';
import { placerFor, writtenSite } from './site-store.ts';
import { settingOf } from './setting-store.ts';
import { writtenSupplier } from './supplier-store.ts';
import { tableIn } from './table-in.ts';

export type SupplierImport = {
  readonly upload: Upload;
  readonly mapping: SupplierMapping;
  readonly dryRun: boolean;
  readonly byName: string;
};

const rowsAStep = 1000;

/**
 * The work of reading a file as suppliers with their sites. A supplier that is there already is left as it is and
 * gets the sites that are new; whoever may be the same is suggested. All of it is kept, or nothing.
 */
export function importSuppliers(house: Workshop, asked: SupplierImport): JobWork {
  return async (job) => {
    const table = await tableIn(house, asked.upload);
    if (!table.ok) return refusedFor(job, table.problems);
    const missing = absentColumns(asked.mapping, table.value.header);
    if (missing.length > 0) return refusedFor(job, missing);
    job.fault(...table.value.problems);
    const reader = new SupplierReader(asked.mapping);
    const { rows } = table.value;
    for (let at = 0; at < rows.length; at += rowsAStep) {
      for (const row of rows.slice(at, at + rowsAStep)) job.fault(...reader.take(row));
      await job.step({ done: Math.min(at + rowsAStep, rows.length), total: rows.length });
    }
    const hand = {
      ...{ partnership: job.partnership, byName: asked.byName },
      at: house.ports.clock.now(),
    };
    const counts = await undoable(job, async (tx) => ({
      keep: !asked.dryRun,
      value: await keepSuppliers(tx, hand, reader.suppliers, asked.mapping.title),
    }));
    return {
      state: 'done',
      result: {
        ...{ what: 'suppliers', dryRun: asked.dryRun, kept: !asked.dryRun },
        ...{ rows: reader.rows + table.value.problems.length, skipped: 0 },
        rejected: reader.rejected + table.value.problems.length,
        ...{ new: counts.suppliers, changed: 0, same: counts.same },
        ...{ links: null, unknownPlaces: [] },
        counts: {
          ...{ sites: counts.sites, unplaced: counts.unplaced, alike: counts.alike },
        },
      },
    };
  };
}

type Kept = {
  readonly suppliers: number;
  readonly same: number;
  readonly sites: number;
  readonly unplaced: number;
  readonly alike: number;
};

async function keepSuppliers(
  tx: Work,
  hand: Hand,
  rows: readonly SupplierRow[],
  title: string,
): Promise<Kept> {
  const known = await knownSuppliers(tx);
  const byKey = new Map(known.map((each) => [sameKey(each), each.id]));
  const fresh = rows.filter(({ fields }) => !byKey.has(sameKey(fields)));
  const { setting } = await settingOf(tx);
  const brought = await noteImport(tx, hand, title);
  const given = fresh.map(({ fields }) => ({
    key: sameKey(fields),
    ...writtenSupplier(fields, setting, hand.at),
  }));
  const { rows: added } = await sql<{ key: string; id: string }>`with given as materialized (
      select gen_random_uuid() as id, g.* from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as g (key text, name text, name_key text, number_key text, own boolean,
          company_number text, country text, tier int, workers int, turnover double precision,
          currency text, products text, note text, severity int, likelihood int, band text,
          because text)
    ), added as (
      insert into supplier (id, partnership_id, name, name_key, number_key, own, company_number,
        country, tier, workers, turnover, currency, products, note, severity, likelihood, band,
        because, prioritised_at, import_id, made_at, changed_at)
      select id, ${hand.partnership}::uuid, name, name_key, number_key, own, company_number,
        country, tier, workers, turnover, currency, products::jsonb, note, severity, likelihood,
        band, because::jsonb, ${hand.at}, ${brought}::uuid, ${hand.at}, ${hand.at} from given
    ) select key, id from given`.execute(tx);
  for (const { key, id } of added) byKey.set(key, id);
  const idOf = ({ fields }: SupplierRow) => byKey.get(sameKey(fields)) ?? '';
  const sites = await addSites(tx, hand, brought, rows, idOf);
  const freshNames = fresh.map((row): Named => ({ ...row.fields, id: idOf(row) }));
  const alike = await addAlike(tx, hand, brought, alikeSuppliers(known, freshNames));
  const counts = {
    ...{ suppliers: fresh.length, same: rows.length - fresh.length, ...sites, alike },
  };
  await tx
    .updateTable('supplier_import')
    .set({ counts: JSON.stringify(counts) })
    .where('id', '=', brought)
    .execute();
  return counts;
}

async function noteImport(tx: Work, hand: Hand, title: string): Promise<string> {
  const { id } = await tx
    .insertInto('supplier_import')
    .values({
      ...{ partnership_id: hand.partnership, title, by_name: hand.byName, at: hand.at },
      counts: '{}',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function knownSuppliers(tx: Work): Promise<readonly Named[]> {
  return tx
    .selectFrom('supplier')
    .where('removed_at', 'is', null)
    .where('merged_into', 'is', null)
    .select(['id', 'name', 'company_number as companyNumber', 'country'])
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

/** Adds the sites that a supplier does not have yet: one of the same words is the same. */
async function addSites(
  tx: Work,
  hand: Hand,
  brought: string,
  rows: readonly SupplierRow[],
  idOf: (row: SupplierRow) => string,
): Promise<Pick<Kept, 'sites' | 'unplaced'>> {
  const place = await placerFor(
    tx,
    rows.flatMap(({ sites }) => sites),
  );
  const given = rows.flatMap((row) =>
    row.sites.map((site) => ({ supplier_id: idOf(row), ...writtenSite(site, place(site)) })),
  );
  const { rows: added } = await sql<{ unplaced: string }>`insert into supplier_site
      (partnership_id, supplier_id, name, country, postcode, place_code, longitude, latitude,
        workers, place_id, placed_by, unplaced, import_id, made_at, changed_at)
    select distinct ${hand.partnership}::uuid, g.supplier_id, g.name, g.country, g.postcode,
      g.place_code, g.longitude, g.latitude, g.workers, g.place_id, g.placed_by, g.unplaced,
      ${brought}::uuid, ${hand.at}::timestamptz, ${hand.at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (supplier_id uuid, name text,
      country text, postcode text, place_code text, longitude double precision,
      latitude double precision, workers int, place_id uuid, placed_by text, unplaced text)
    where not exists (select from supplier_site s where s.supplier_id = g.supplier_id
      and s.name = g.name and s.postcode = g.postcode and s.place_code = g.place_code)
    returning unplaced`.execute(tx);
  return {
    sites: added.length,
    unplaced: added.filter(({ unplaced }) => unplaced !== '').length,
  };
}

/** Suggests pairs; one that a person has judged before is not suggested again. [DD-4] */
async function addAlike(
  tx: Work,
  hand: Hand,
  brought: string,
  pairs: readonly Alike[],
): Promise<number> {
  const { rows } = await sql<{ id: string }>`insert into supplier_duplicate
      (partnership_id, supplier_id, of_id, score, reason, import_id, made_at)
    select ${hand.partnership}::uuid, g.one, g.other, g.score, g.reason, ${brought}::uuid,
      ${hand.at}
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
      as g (one uuid, other uuid, score double precision, reason text)
    on conflict do nothing returning id`.execute(tx);
  return rows.length;
}
