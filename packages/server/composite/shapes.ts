import { z } from '@hono/zod-openapi';
import { IndexDefinition } from '@freehold/core/composite';
import { Id } from '@freehold/core/id';
import { PlaceType } from '@freehold/core/place';
import { DataSource } from '@freehold/core/source';
import { plain } from '../http/plain.ts';

const why = z.string().trim().max(1000);

export const NewIndex = plain(z.strictObject({ content: IndexDefinition })).openapi('NewIndex');

/** `revision` is the one that was begun from; `note` says what was changed and why. */
export const IndexSaving = plain(
  z.strictObject({ revision: z.int().min(1), content: IndexDefinition, note: why }),
).openapi('IndexSaving');

export const IndexStanding = z.strictObject({ removed: z.boolean() }).openapi('IndexStanding');

const changed = { revision: z.number(), changedAt: z.iso.datetime(), changedBy: z.string() };

/** `notice`: does an indicator carry a notice that nobody should read its values without? */
export const IndexInBrief = z
  .object({
    ...{ id: z.string(), title: z.string(), note: z.string(), ...changed },
    ...{ units: z.number(), indicators: z.number(), notice: z.boolean(), removed: z.boolean() },
  })
  .openapi('IndexInBrief');

export const IndexVersion = z
  .object({
    ...{ id: z.string(), number: z.number(), note: z.string() },
    ...{ byName: z.string(), at: z.iso.datetime() },
  })
  .openapi('IndexVersion');

export const KeptIndex = z
  .object({
    ...{ id: z.string(), removed: z.boolean(), ...changed },
    content: IndexDefinition,
    versions: z.array(IndexVersion),
  })
  .openapi('Index');

export const OldIndex = IndexVersion.extend({ content: IndexDefinition }).openapi('OldIndex');

/** Which of the partnership’s own observations an index is to be filled from. */
export const IndexDataAsked = z.object({
  type: PlaceType,
  parent: Id.optional(),
  measures: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().trim().min(1).max(100)).min(1).max(100)),
});

/** A value of one place; `n` is what it counts or is a share of. */
const Cell = z.object({
  ...{ value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() },
  ...{ n: z.number().nullable(), suppressed: z.boolean() },
});

/** Places of a type by name, and of each measure the newest period’s values in the order of the places. */
export const IndexData = z
  .object({
    places: z.array(z.object({ id: z.string(), name: z.string(), code: z.string().nullable() })),
    measures: z.array(
      z.object({
        ...{ code: z.string(), title: z.string(), unit: z.string(), decimals: z.number() },
        ...{ direction: z.enum(['+', '-', 'o']), detection: z.boolean(), period: z.string() },
        source: DataSource,
        values: z.array(Cell.nullable()),
      }),
    ),
  })
  .openapi('IndexData');
