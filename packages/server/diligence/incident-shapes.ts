import { z } from '@hono/zod-openapi';
import { identifying } from '@freehold/core/cycle';
import {
  IncidentFields,
  IncidentStatus,
  nameLike,
  RemedyFields,
  shownCount,
} from '@freehold/core/diligence';
import { plain } from '../http/plain.ts';
import { Named, shown } from './cycle-shapes.ts';
import type { KeptIncident, KeptRemedy } from './incident-store.ts';

const Linked = z.uuid().nullable();
const NewIncidentFields = IncidentFields.extend({ supplier: Linked, site: Linked });
export const NewIncident = plain(NewIncidentFields).openapi('NewIncident');
/** A count that is withheld is left as it is when it is not sent. */
export const IncidentChange = plain(
  NewIncidentFields.extend({
    status: IncidentStatus,
    reason: z.string().trim().max(2000),
  }).partial(),
).openapi('IncidentChange');
export const NewRemedy = plain(RemedyFields).openapi('NewIncidentRemedy');
export const RemedyChange = plain(RemedyFields.partial()).openapi('IncidentRemedyChange');

/** A number of workers; `suppressed` says that it is too small to show. */
export const Count = z.object({ value: z.number().nullable(), suppressed: z.boolean() });
const Warning = z.object({
  path: z.string(),
  kind: z.enum(['name', 'e-mail', 'phone', 'full-date', 'national-insurance-number', 'postcode']),
  found: z.string(),
});

export const Incident = z
  .object({
    id: z.string(),
    ...IncidentFields.shape,
    affected: Count,
    supplier: Named.nullable(),
    site: Named.nullable(),
    status: IncidentStatus,
    reason: z.string(),
    closedOn: z.string().nullable(),
    byName: z.string(),
    /** Words that look as if they lead to a person. */
    warnings: z.array(Warning),
    madeAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .openapi('Incident');

export const Remedy = z
  .object({
    id: z.string(),
    incident: z.string(),
    ...RemedyFields.shape,
    workers: Count,
    madeAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .openapi('IncidentRemedy');

/** An incident as it leaves the house: small counts withheld, free text warned about. [DD-13] [DD-14] */
export function shownIncident(incident: KeptIncident, least: number): z.infer<typeof Incident> {
  const texts = { title: incident.title, facts: incident.facts, reason: incident.reason };
  return {
    ...shown(incident),
    affected: shownCount(incident.affected, least),
    warnings: Object.entries(texts).flatMap(([path, text]) => warningsIn(path, text)),
  };
}

export function shownRemedy(remedy: KeptRemedy, least: number): z.infer<typeof Remedy> {
  return { ...shown(remedy), workers: shownCount(remedy.workers, least) };
}

function warningsIn(path: string, text: string): z.infer<typeof Warning>[] {
  return [
    ...nameLike(text).map((found) => ({ path, kind: 'name' as const, found })),
    ...identifying(text).map((each) => ({ path, ...each })),
  ];
}

/** What a change of an incident may change, as it is now. */
export function incidentFields({ supplier, site, ...incident }: KeptIncident) {
  const { id: _id, byName: _by, madeAt: _made, changedAt: _at, ...rest } = incident;
  return { ...rest, supplier: supplier?.id ?? null, site: site?.id ?? null };
}
