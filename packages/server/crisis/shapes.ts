import { z } from '@hono/zod-openapi';
import {
  CannotTell,
  CrisisState,
  CrisisType,
  Item,
  Phase,
  type Change,
  type StepCount,
} from '@freehold/core/crisis';
import { GapKind, Severity } from '@freehold/core/review';
import { plain } from '../http/plain.ts';

const text = (most: number) => z.string().trim().max(most);

/** What a person writes of a crisis; '' and null where nothing is said. */
const fields = {
  title: text(200).min(1),
  type: CrisisType,
  phase: Phase,
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  source: text(500),
  sourceUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(1000)]),
  triggerRule: text(1000),
  affected: text(1000),
  irregular: text(1000),
};

const whole = z.strictObject(fields);
export type CrisisFields = Readonly<z.infer<typeof whole>>;

export const NewCrisis = plain(whole).openapi('NewCrisis');

/** `version` is the one that the change was made on. */
export const CrisisChange = plain(whole.partial().extend({ version: z.int().min(1) })).openapi(
  'CrisisChange',
);

export const CrisisMove = z.strictObject({ to: CrisisState }).openapi('CrisisMove');

export const NewItem = plain(z.strictObject({ content: Item })).openapi('NewCrisisItem');

/** What is left out stays; `removed` takes an item away or brings it back. */
export const ItemChange = plain(
  z.strictObject({
    version: z.int().min(1),
    content: Item.optional(),
    removed: z.boolean().optional(),
  }),
).openapi('CrisisItemChange');

const ACount = z.int().min(0).max(100_000).nullable();

/** Numbers and nothing else: no text could hold a person's record. */
export const NewDay = z
  .strictObject({ day: z.iso.date(), concerns: ACount, again: ACount })
  .openapi('CrisisDayCounts');

export const Follow = plain(
  z.discriminatedUnion('as', [
    z.strictObject({ as: z.literal('claim'), theme: text(200).min(1) }),
    z.strictObject({
      as: z.literal('gap'),
      topic: text(40).min(1),
      gapKind: GapKind,
      severity: Severity,
    }),
    z.strictObject({
      as: z.literal('action'),
      ownerOrganisation: text(200),
      dueOn: z.iso.date().nullable(),
    }),
  ]),
).openapi('CrisisFollow');
export type Follow = z.infer<typeof Follow>;

const Step = z
  .object({ low: z.number(), high: z.number(), suppressed: z.boolean() })
  .nullable() satisfies z.ZodType<StepCount | null>;

const Limits = z.object({
  low2: z.number(),
  high2: z.number(),
  low3: z.number(),
  high3: z.number(),
});

/** A count set against its baseline: what was seen in steps, what was expected, and what that says. */
export const ShownChange = z
  .object({
    baseline: z.string(),
    title: z.string(),
    source: z.string(),
    span: z.enum(['last-week', 'since-activation', 'newest-period']),
    seen: Step,
    days: z.number(),
    control: z.union([
      z.object({ answer: z.literal('cannot-tell'), because: z.enum(CannotTell) }),
      z.object({
        answer: z.enum(['higher', 'may-be-higher', 'within', 'may-be-lower', 'lower']),
        expected: z.number(),
        limits: Limits,
        fallHidden: z.boolean(),
      }),
    ]),
  })
  .openapi('CrisisChangeOfCounts') satisfies z.ZodType<Change>;

const changed = { changedAt: z.iso.datetime(), changedBy: z.string() };

export const CrisisShown = z
  .object({
    id: z.string(),
    place: z.object({ id: z.string(), name: z.string() }),
    ...fields,
    state: CrisisState,
    activatedAt: z.iso.datetime().nullable(),
    activatedBy: z.string(),
    endedAt: z.iso.datetime().nullable(),
    reviewedAt: z.iso.datetime().nullable(),
    version: z.number(),
    ...changed,
  })
  .openapi('Crisis');

export const ItemShown = z
  .object({ id: z.string(), content: Item, version: z.number(), ...changed })
  .openapi('CrisisItem');

export const Active = z
  .object({
    id: z.string(),
    title: z.string(),
    phase: Phase,
    startedOn: z.iso.date(),
    place: z.object({ id: z.string(), name: z.string() }),
  })
  .nullable();

/** Everything that stands on the board. Counts are in steps of `leastCell`; `moves` are the steps that there are. */
export const Board = z
  .object({
    crisis: CrisisShown,
    items: z.array(ItemShown),
    days: z.array(z.object({ day: z.iso.date(), concerns: Step, again: Step, ...changed })),
    changes: z.array(ShownChange),
    events: z.array(
      z.object({ at: z.iso.datetime(), what: z.string(), says: z.string(), by: z.string() }),
    ),
    leastCell: z.number(),
    moves: z.array(CrisisState),
  })
  .openapi('CrisisBoard');
