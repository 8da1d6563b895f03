import { z } from '@hono/zod-openapi';
import { Id } from '@freehold/core/id';
import {
  Intervention as CoreIntervention,
  interventionFields,
  InterventionType,
} from '@freehold/core/prevention';
import { plain } from '../http/plain.ts';
import type { KeptIntervention } from './store.ts';

/** Places and records of the partnership are named by their ids; what is not said is empty or null. */
export const NewIntervention = plain(CoreIntervention);

/** `version` is the one that the change was made on. Only fields that were changed are sent. */
export const InterventionChange = plain(
  z
    .strictObject({ ...interventionFields, removed: z.boolean() })
    .partial()
    .extend({ version: z.int().min(1) }),
).openapi('InterventionChange');

export const Intervention = z
  .object({
    id: z.string(),
    ...interventionFields,
    removed: z.boolean(),
    version: z.number(),
    madeAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    changedBy: z.string(),
  })
  .openapi('Intervention');
export type Intervention = z.infer<typeof Intervention>;

/** An intervention as it leaves the house. */
export function shownIntervention(kept: KeptIntervention): Intervention {
  const { touched: _touched, madeAt, changedAt, ...rest } = kept;
  return { ...rest, madeAt: madeAt.toISOString(), changedAt: changedAt.toISOString() };
}

export const Named = z.object({ id: z.string(), title: z.string(), state: z.string() });

/** What an intervention is linked to, as it stands today; a link to what is gone is left out. */
export const Links = z.object({
  places: z.array(z.object({ id: z.string(), name: z.string() })),
  gaps: z.array(Named),
  claims: z.array(Named),
  theories: z.array(Named),
  actions: z.array(Named),
});
export type Links = z.infer<typeof Links>;

export const TypeListShown = z
  .object({
    code: z.string(),
    version: z.number(),
    title: z.string(),
    statement: z.string(),
    types: z.array(InterventionType),
  })
  .openapi('InterventionTypeList');

/** A version of the list; `id` is null for the one that is shipped. */
export const TypeVersion = z.object({
  id: Id.nullable(),
  version: z.number(),
  title: z.string(),
  types: z.number(),
  inUse: z.boolean(),
  fileName: z.string(),
  byName: z.string(),
  madeAt: z.iso.datetime().nullable(),
});

/** The share of spend above which Treat outweighs, and the country that evidence is held against; '' if not said. */
export const Setting = z
  .object({
    treatShare: z.number().gt(0).max(1),
    /** True while nobody has chosen: the share is then a proposal of ours. */
    proposed: z.boolean(),
    context: z.string(),
  })
  .openapi('PreventionSetting');
export type Setting = z.infer<typeof Setting>;

/** Null goes back to what we propose. */
export const NewSetting = plain(
  z.strictObject({
    treatShare: z.number().gt(0).max(1).nullable(),
    context: z.string().trim().max(80),
  }),
);
