import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { isSiteOf, supplierOf } from './supplier-store.ts';

/** What a record of the cycle names beside itself; null names nothing. */
export type Links = {
  readonly supplier: string | null;
  readonly site?: string | null;
  readonly risk?: string | null;
  readonly incident?: string | null;
};

/**
 * Whether all that is named is there for the asker. Problems: `supplier-unknown`, `site-unknown` (also for a site
 * of another supplier), `risk-unknown`, `incident-unknown`.
 */
export async function linkFault(
  tx: Work,
  { supplier, site = null, risk = null, incident = null }: Links,
): Promise<Problem | null> {
  const unknown = (what: string) => problem(`${what}-unknown`, undefined, { path: what });
  if (supplier !== null && (await supplierOf(tx, supplier)) === null) return unknown('supplier');
  if (!(await isSiteOf(tx, site, supplier))) return unknown('site');
  if (risk !== null && !(await isThere(tx, 'diligence_risk', risk))) return unknown('risk');
  if (incident !== null && !(await isThere(tx, 'diligence_incident', incident)))
    return unknown('incident');
  return null;
}

async function isThere(
  tx: Work,
  table: 'diligence_risk' | 'diligence_incident',
  id: string,
): Promise<boolean> {
  const row = await tx.selectFrom(table).where('id', '=', id).select('id').executeTakeFirst();
  return row !== undefined;
}

/** A supplier or site as other records name it; null where they name none. */
export function namedOr(
  id: string | null,
  name: string | null,
): { readonly id: string; readonly name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}
