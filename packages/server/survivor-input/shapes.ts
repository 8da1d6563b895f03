import { z } from '@hono/zod-openapi';
import { Channel, PeopleBand, Stage } from '@freehold/core/cycle';
import { plain } from '../http/plain.ts';

const text = (most: number) => z.string().trim().max(most);

const fields = {
  channel: Channel,
  theme: text(120).min(1),
  summary: text(2000).min(1),
  people: PeopleBand,
  /** What changed because of it; '' while nothing has. */
  changed: text(2000),
  actions: z.array(z.uuid()).max(40),
  stage: Stage.nullable(),
  receivedOn: z.iso.date(),
};

export const NewSurvivorInput = plain(z.strictObject(fields)).openapi('NewSurvivorInput');

/** `removed: false` brings it back. */
export const SurvivorInputChange = plain(
  z.strictObject({ ...fields, removed: z.boolean() }).partial(),
).openapi('SurvivorInputChange');

export const SurvivorInput = z
  .object({
    id: z.string(),
    place: z.string(),
    ...fields,
    actions: z.array(z.string()),
    round: z.number().nullable(),
    removed: z.boolean(),
    madeAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .openapi('SurvivorInput');
