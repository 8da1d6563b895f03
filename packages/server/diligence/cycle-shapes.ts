import { z } from '@hono/zod-openapi';
import { Band, DiligenceActionFields, RiskFields, SeverityBy } from '@freehold/core/diligence';
import { plain } from '../http/plain.ts';
import type { KeptAction } from './action-store.ts';
import type { KeptRisk } from './risk-store.ts';

const Linked = z.uuid().nullable();
export const Named = z.object({ id: z.string(), name: z.string() });

const NewRiskFields = RiskFields.extend({ supplier: Linked, site: Linked });
export const NewRisk = plain(NewRiskFields).openapi('NewDiligenceRisk');
/** Closing needs a reason. */
export const RiskChange = plain(
  NewRiskFields.extend({
    status: z.enum(['open', 'closed']),
    reason: z.string().trim().max(2000),
  }).partial(),
).openapi('DiligenceRiskChange');

export const Risk = z
  .object({
    id: z.string(),
    ...RiskFields.shape,
    supplier: Named.nullable(),
    site: Named.nullable(),
    /** By the partnership's setting; null where scale, scope or remediability is missing. */
    severity: z.number().nullable(),
    band: Band,
    status: z.enum(['open', 'closed']),
    reason: z.string(),
    madeAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .openapi('DiligenceRisk');

const NewActionFields = DiligenceActionFields.extend({
  ...{ supplier: Linked, risk: Linked, incident: Linked },
});
export const NewAction = plain(NewActionFields).openapi('NewDiligenceAction');
export const ActionChange = plain(NewActionFields.partial()).openapi('DiligenceActionChange');

export const Action = z
  .object({
    id: z.string(),
    ...DiligenceActionFields.shape,
    supplier: Named.nullable(),
    risk: z.string().nullable(),
    incident: z.string().nullable(),
    endedOn: z.string().nullable(),
    madeAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .openapi('DiligenceAction');

export const Board = z
  .object({
    severityBy: SeverityBy,
    risks: z.array(Risk),
    actions: z.array(Action),
  })
  .openapi('DiligenceBoard');

type Stamped = { readonly madeAt: Date; readonly changedAt: Date };

/** A record as it leaves the house: its days as text. */
export function shown<T extends Stamped>({ madeAt, changedAt, ...rest }: T) {
  return { ...rest, madeAt: madeAt.toISOString(), changedAt: changedAt.toISOString() };
}

/** What a change of a risk may change, as it is now. */
export function riskFields({ supplier, site, ...risk }: KeptRisk) {
  const {
    severity: _severity,
    band: _band,
    id: _id,
    madeAt: _made,
    changedAt: _at,
    ...rest
  } = risk;
  return { ...rest, supplier: supplier?.id ?? null, site: site?.id ?? null };
}

export function actionFields({ supplier, ...action }: KeptAction) {
  const { id: _id, madeAt: _made, changedAt: _at, ...rest } = action;
  return { ...rest, supplier: supplier?.id ?? null };
}
