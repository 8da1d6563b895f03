import { z } from '@hono/zod-openapi';
import { RiskStatus, RiskStep, Stage } from '@freehold/core/cycle';
import { plain } from '../http/plain.ts';

const text = (most: number) => z.string().trim().max(most);

const fields = {
  title: text(300).min(1),
  description: text(2000),
  likelihood: RiskStep,
  impact: RiskStep,
  mitigation: text(2000),
  ownerOrganisation: text(200),
  ownerRole: text(200),
  reviewOn: z.iso.date().nullable(),
  stage: Stage.nullable(),
  topics: z.array(text(40).min(1)).max(40),
  gaps: z.array(z.uuid()).max(40),
};

export const NewRisk = plain(z.strictObject(fields)).openapi('NewRisk');

export const RiskChange = plain(
  z.strictObject({ ...fields, status: RiskStatus, reason: text(2000) }).partial(),
).openapi('RiskChange');

/** `round` is the number of the cycle's round in which it came up. */
export const Risk = z
  .object({
    id: z.string(),
    place: z.string(),
    ...fields,
    gaps: z.array(z.string()),
    status: RiskStatus,
    reason: z.string(),
    round: z.number().nullable(),
    madeAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .openapi('Risk');
