import {
  bandOf,
  severityOf,
  type Band,
  type RiskFields,
  type SeverityBy,
} from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import type { Hand } from '../directory/entry.ts';
import { namedOr } from './links.ts';

type Named = { readonly id: string; readonly name: string };

export type NewRiskFields = RiskFields & {
  readonly supplier: string | null;
  readonly site: string | null;
};
export type RiskStanding = { readonly status: 'open' | 'closed'; readonly reason: string };

export type KeptRisk = RiskFields &
  RiskStanding & {
    readonly id: string;
    readonly supplier: Named | null;
    readonly site: Named | null;
    readonly severity: number | null;
    readonly band: Band;
    readonly madeAt: Date;
    readonly changedAt: Date;
  };

/** Every risk, closed ones too, as they were noted, weighed as the partnership sets. */
export async function risksOf(tx: Work, by: SeverityBy): Promise<readonly KeptRisk[]> {
  const rows = await chosen(tx).orderBy('r.made_at').orderBy('r.id').execute();
  return rows.map((row) => kept(row, by));
}

export async function riskOf(tx: Work, id: string, by: SeverityBy): Promise<KeptRisk | null> {
  const row = await chosen(tx).where('r.id', '=', id).executeTakeFirst();
  return row === undefined ? null : kept(row, by);
}

export async function addRisk(tx: Work, hand: Hand, fields: NewRiskFields): Promise<string> {
  const { id } = await tx
    .insertInto('diligence_risk')
    .values({
      partnership_id: hand.partnership,
      ...writtenRisk(fields),
      ...{ made_at: hand.at, changed_at: hand.at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function changeRisk(
  tx: Work,
  id: string,
  { status, reason, ...fields }: NewRiskFields & RiskStanding,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('diligence_risk')
    .set({ ...writtenRisk(fields), status, reason, changed_at: at })
    .where('id', '=', id)
    .execute();
}

function chosen(tx: Work) {
  return tx
    .selectFrom('diligence_risk as r')
    .leftJoin('supplier as u', 'u.id', 'r.supplier_id')
    .leftJoin('supplier_site as s', 's.id', 'r.site_id')
    .select([
      'r.id',
      'r.supplier_id as supplierId',
      'u.name as supplierName',
      'r.site_id as siteId',
      's.name as siteName',
      'r.title',
      'r.description',
      'r.clause',
      'r.scale',
      'r.scope',
      'r.remediability',
      'r.likelihood',
      'r.involvement',
      'r.salient',
      'r.severe',
      'r.tractable',
      'r.evidence',
      'r.noted_on as notedOn',
      'r.status',
      'r.reason',
      'r.made_at as madeAt',
      'r.changed_at as changedAt',
    ]);
}

type Row = Omit<KeptRisk, 'supplier' | 'site' | 'severity' | 'band'> & {
  readonly supplierId: string | null;
  readonly supplierName: string | null;
  readonly siteId: string | null;
  readonly siteName: string | null;
};

function kept(
  { supplierId, supplierName, siteId, siteName, ...row }: Row,
  by: SeverityBy,
): KeptRisk {
  const severity = severityOf(row, by);
  return {
    ...row,
    supplier: namedOr(supplierId, supplierName),
    site: namedOr(siteId, siteName),
    severity,
    band: bandOf({ severity, likelihood: row.likelihood }),
  };
}

/** What a risk's columns hold. */
export function writtenRisk({ supplier, site, notedOn, ...fields }: NewRiskFields) {
  return { ...fields, supplier_id: supplier, site_id: site, noted_on: notedOn };
}
