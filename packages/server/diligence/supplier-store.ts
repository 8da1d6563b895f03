import { z } from 'zod';
import {
  Band,
  bandOf,
  numberKey,
  prioritised,
  supplierKey,
  type DiligenceSetting,
  type SiteFields,
  type SupplierFields,
} from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import type { Hand } from '../directory/entry.ts';

const Codes = z.array(z.string());

/** A supplier with what rules made of it. */
export type KeptSupplier = SupplierFields & {
  readonly id: string;
  readonly severity: number | null;
  readonly likelihood: number | null;
  readonly band: Band;
  readonly because: readonly string[];
  readonly prioritisedAt: Date | null;
  readonly mergedInto: string | null;
  readonly removed: boolean;
  readonly imported: boolean;
  readonly changedAt: Date;
};

export const supplierColumns = [
  'supplier.id',
  'supplier.name',
  'supplier.own',
  'supplier.company_number as companyNumber',
  'supplier.country',
  'supplier.tier',
  'supplier.workers',
  'supplier.turnover',
  'supplier.currency',
  'supplier.products',
  'supplier.note',
  'supplier.severity',
  'supplier.likelihood',
  'supplier.band',
  'supplier.because',
  'supplier.prioritised_at as prioritisedAt',
  'supplier.merged_into as mergedInto',
  'supplier.removed_at as removedAt',
  'supplier.import_id as importId',
  'supplier.changed_at as changedAt',
] as const;

type Row = Omit<KeptSupplier, 'products' | 'because' | 'band' | 'removed' | 'imported'> & {
  readonly products: unknown;
  readonly because: unknown;
  readonly band: string;
  readonly removedAt: Date | null;
  readonly importId: string | null;
};

export function keptSupplier({ removedAt, importId, ...row }: Row): KeptSupplier {
  return {
    ...row,
    products: Codes.parse(row.products),
    because: Codes.parse(row.because),
    band: Band.parse(row.band),
    removed: removedAt !== null,
    imported: importId !== null,
  };
}

/** One supplier, merged and removed ones too; with `hold` nobody changes it until the work is done. */
export async function supplierOf(tx: Work, id: string, hold = false): Promise<KeptSupplier | null> {
  const asked = tx.selectFrom('supplier').where('id', '=', id).select(supplierColumns);
  const row = await (hold ? asked.forUpdate() : asked).executeTakeFirst();
  return row === undefined ? null : keptSupplier(row);
}

/** What a supplier's columns hold: its fields, the keys it is found by, and what rules make of it. */
export function writtenSupplier(
  { companyNumber, products, ...fields }: SupplierFields,
  { rules }: Pick<DiligenceSetting, 'rules'>,
  at: Date,
) {
  const { because, ...standing } = prioritised({ ...fields, products }, rules);
  return {
    ...fields,
    ...standing,
    company_number: companyNumber,
    name_key: supplierKey(fields.name),
    number_key: numberKey(companyNumber),
    products: JSON.stringify(products),
    band: bandOf(standing),
    because: JSON.stringify(because),
    prioritised_at: at,
  };
}

export async function addSupplier(
  tx: Work,
  { partnership, at }: Hand,
  fields: SupplierFields,
  setting: DiligenceSetting,
): Promise<string> {
  const { id } = await tx
    .insertInto('supplier')
    .values({
      partnership_id: partnership,
      ...writtenSupplier(fields, setting, at),
      ...{ edited_at: at, made_at: at, changed_at: at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function changeSupplier(
  tx: Work,
  id: string,
  { removed, ...fields }: SupplierFields & { readonly removed: boolean },
  setting: DiligenceSetting,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('supplier')
    .set({
      ...writtenSupplier(fields, setting, at),
      ...{ removed_at: removed ? at : null, edited_at: at, changed_at: at },
    })
    .where('id', '=', id)
    .execute();
}

/** A site, with where it lies; `place` is null and `unplaced` says why where that cannot be said. */
export type KeptSite = SiteFields & {
  readonly id: string;
  readonly supplier: string;
  readonly place: { readonly id: string; readonly name: string } | null;
  readonly placedBy: 'code' | 'point' | 'postcode' | null;
  readonly unplaced: string;
};

export async function sitesOf(tx: Work, supplier: string): Promise<readonly KeptSite[]> {
  const rows = await tx
    .selectFrom('supplier_site as s')
    .leftJoin('place as p', 'p.id', 's.place_id')
    .where('s.supplier_id', '=', supplier)
    .select([
      's.id',
      's.supplier_id as supplier',
      's.name',
      's.country',
      's.postcode',
      's.place_code as placeCode',
      's.longitude',
      's.latitude',
      's.workers',
      's.place_id as placeId',
      'p.name as placeName',
      's.placed_by as placedBy',
      's.unplaced',
    ])
    .orderBy('s.name')
    .orderBy('s.id')
    .execute();
  return rows.map(({ placeId, placeName, ...row }) => ({
    ...row,
    place: placeId === null ? null : { id: placeId, name: placeName ?? '' },
  }));
}

/** A site of this supplier, or none named: other rooms name sites by their id. */
export async function isSiteOf(
  tx: Work,
  site: string | null,
  supplier: string | null,
): Promise<boolean> {
  if (site === null) return true;
  const row = await tx
    .selectFrom('supplier_site')
    .where('id', '=', site)
    .select('supplier_id')
    .executeTakeFirst();
  return row !== undefined && row.supplier_id === supplier;
}
