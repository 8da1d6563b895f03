import { z } from 'zod';
import {
  RemedyKind,
  IncidentChannel,
  type IncidentFields,
  type IncidentStatus,
  type RemedyFields,
} from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import type { Hand } from '../directory/entry.ts';
import { namedOr } from './links.ts';

type Named = { readonly id: string; readonly name: string };
const Codes = z.array(z.string());

export type NewIncidentFields = IncidentFields & {
  readonly supplier: string | null;
  readonly site: string | null;
};
export type IncidentStanding = { readonly status: IncidentStatus; readonly reason: string };

export type KeptIncident = IncidentFields &
  IncidentStanding & {
    readonly id: string;
    readonly supplier: Named | null;
    readonly site: Named | null;
    readonly closedOn: string | null;
    readonly byName: string;
    readonly madeAt: Date;
    readonly changedAt: Date;
  };

export type KeptRemedy = RemedyFields & {
  readonly id: string;
  readonly incident: string;
  readonly madeAt: Date;
  readonly changedAt: Date;
};

/** Every incident, the newest first. */
export async function incidentsOf(tx: Work): Promise<readonly KeptIncident[]> {
  const rows = await incidents(tx)
    .orderBy('i.found_on', 'desc')
    .orderBy('i.made_at', 'desc')
    .orderBy('i.id')
    .execute();
  return rows.map(kept);
}

/** One incident; with `hold` nobody changes it, or adds a remedy, until the work is done. */
export async function incidentOf(tx: Work, id: string, hold = false): Promise<KeptIncident | null> {
  const asked = incidents(tx).where('i.id', '=', id);
  const row = await (hold ? asked.forUpdate('i') : asked).executeTakeFirst();
  return row === undefined ? null : kept(row);
}

export async function addIncident(
  tx: Work,
  { partnership, byName, at }: Hand,
  fields: NewIncidentFields,
): Promise<string> {
  const { id } = await tx
    .insertInto('diligence_incident')
    .values({
      ...{ partnership_id: partnership, by_name: byName, made_at: at, changed_at: at },
      ...writtenIncident(fields),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function changeIncident(
  tx: Work,
  id: string,
  {
    status,
    reason,
    closedOn,
    ...fields
  }: NewIncidentFields & IncidentStanding & { readonly closedOn: string | null },
  at: Date,
): Promise<void> {
  const day = at.toISOString().slice(0, 10);
  await tx
    .updateTable('diligence_incident')
    .set({
      ...writtenIncident(fields),
      ...{ status, reason, changed_at: at },
      closed_on: status === 'closed' ? (closedOn ?? day) : null,
    })
    .where('id', '=', id)
    .execute();
}

/** Remedies of one incident, or of all, in the order in which they were given. */
export async function remediesOf(
  tx: Work,
  incident: string | null,
): Promise<readonly KeptRemedy[]> {
  const rows = await remedies(tx)
    .$if(incident !== null, (query) => query.where('incident_id', '=', incident ?? ''))
    .orderBy('given_on')
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map(keptRemedy);
}

export async function remedyOf(tx: Work, id: string): Promise<KeptRemedy | null> {
  const row = await remedies(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? null : keptRemedy(row);
}

export async function addRemedy(
  tx: Work,
  { partnership, at }: Hand,
  incident: string,
  fields: RemedyFields,
): Promise<string> {
  const { id } = await tx
    .insertInto('diligence_remedy')
    .values({
      ...{ partnership_id: partnership, incident_id: incident, made_at: at, changed_at: at },
      ...writtenRemedy(fields),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function changeRemedy(
  tx: Work,
  id: string,
  fields: RemedyFields,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('diligence_remedy')
    .set({ ...writtenRemedy(fields), changed_at: at })
    .where('id', '=', id)
    .execute();
}

function incidents(tx: Work) {
  return tx
    .selectFrom('diligence_incident as i')
    .leftJoin('supplier as u', 'u.id', 'i.supplier_id')
    .leftJoin('supplier_site as s', 's.id', 'i.site_id')
    .select([
      'i.id',
      'i.supplier_id as supplierId',
      'u.name as supplierName',
      'i.site_id as siteId',
      's.name as siteName',
      'i.title',
      'i.facts',
      'i.clauses',
      'i.affected',
      'i.found_on as foundOn',
      'i.channel',
      'i.status',
      'i.reason',
      'i.closed_on as closedOn',
      'i.by_name as byName',
      'i.made_at as madeAt',
      'i.changed_at as changedAt',
    ]);
}

type Row = Omit<KeptIncident, 'supplier' | 'site' | 'clauses' | 'channel'> & {
  readonly supplierId: string | null;
  readonly supplierName: string | null;
  readonly siteId: string | null;
  readonly siteName: string | null;
  readonly clauses: unknown;
  readonly channel: string;
};

function kept({ supplierId, supplierName, siteId, siteName, ...row }: Row): KeptIncident {
  return {
    ...row,
    clauses: Codes.parse(row.clauses),
    channel: IncidentChannel.parse(row.channel),
    supplier: namedOr(supplierId, supplierName),
    site: namedOr(siteId, siteName),
  };
}

/** What an incident's columns hold. */
export function writtenIncident({
  supplier,
  site,
  foundOn,
  clauses,
  ...fields
}: NewIncidentFields) {
  const { title, facts, affected, channel } = fields;
  return {
    ...{ title, facts, affected, channel, supplier_id: supplier, site_id: site },
    found_on: foundOn,
    clauses: JSON.stringify(clauses),
  };
}

function remedies(tx: Work) {
  return tx
    .selectFrom('diligence_remedy')
    .select([
      'id',
      'incident_id as incident',
      'kind',
      'description',
      'amount',
      'currency',
      'workers',
      'given_on as givenOn',
      'agreement',
      'check_due_on as checkDueOn',
      'checked_on as checkedOn',
      'works',
      'check_note as checkNote',
      'made_at as madeAt',
      'changed_at as changedAt',
    ]);
}

function keptRemedy(row: Omit<KeptRemedy, 'kind'> & { readonly kind: string }): KeptRemedy {
  return { ...row, kind: RemedyKind.parse(row.kind) };
}

/** What a remedy's columns hold. */
export function writtenRemedy({
  givenOn,
  checkDueOn,
  checkedOn,
  checkNote,
  ...fields
}: RemedyFields) {
  const { kind, description, amount, currency, workers, agreement, works } = fields;
  return {
    ...{ kind, description, amount, currency, workers, agreement, works },
    ...{ given_on: givenOn, check_due_on: checkDueOn, checked_on: checkedOn },
    check_note: checkNote,
  };
}
