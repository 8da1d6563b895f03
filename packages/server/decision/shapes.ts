import { z } from '@hono/zod-openapi';
import { Stage } from '@freehold/core/cycle';
import { plain } from '../http/plain.ts';

const text = (most: number) => z.string().trim().max(most);

/** One way that was open, and what spoke for and against it. */
const Option = z.strictObject({ option: text(300).min(1), weighed: text(1000) });

const fields = {
  question: text(500).min(1),
  options: z.array(Option).max(12),
  reasons: text(4000),
  outcome: text(2000).min(1),
  takenByOrganisation: text(200),
  takenByRole: text(200),
  decidedOn: z.iso.date(),
  reviewOn: z.iso.date().nullable(),
  stage: Stage.nullable(),
  gaps: z.array(z.uuid()).max(40),
  actions: z.array(z.uuid()).max(40),
};

export const NewDecision = plain(z.strictObject(fields)).openapi('NewDecision');

/** The decision as it should have been written, and why it is corrected. */
export const Correction = plain(
  z.strictObject({ ...fields, correction: text(1000).min(1) }),
).openapi('Correction');

/** `corrects` is the decision that this one stands in for, `correction` why. */
export const Decision = z
  .object({
    id: z.string(),
    place: z.string(),
    ...fields,
    gaps: z.array(z.string()),
    actions: z.array(z.string()),
    corrects: z.string().nullable(),
    correction: z.string(),
    round: z.number().nullable(),
    byName: z.string(),
    madeAt: z.iso.datetime(),
  })
  .openapi('Decision');

export const kept = { options: z.array(Option) };
