import { z } from '@hono/zod-openapi';
import {
  StandingReason,
  Step,
  Target as Way,
  TargetAnswer,
  TargetKind,
  TargetPoint,
} from '@freehold/core/action';
import { SeriesBreak } from '@freehold/core/data';
import { Id } from '@freehold/core/id';
import { plain } from '../http/plain.ts';

const text = (most: number) => z.string().trim().max(most);

/** What a person writes of a target. `round` is a round of the place's cycle; `agreedBy` who agreed to it. */
const fields = {
  round: Id.nullable(),
  title: text(300).min(1),
  about: z.strictObject({ kind: TargetKind, code: text(80).min(1) }),
  ...Way.shape,
  agreedBy: text(500),
  agreedOn: z.iso.date().nullable(),
  note: text(2000),
};

const whole = z.strictObject(fields);
export type TargetFields = Readonly<z.infer<typeof whole>>;

export const NewTarget = plain(whole).openapi('NewTarget');

/** What a target is about cannot be changed: that is another target. */
export const TargetChange = plain(
  whole
    .omit({ about: true })
    .extend({ removed: z.boolean() })
    .partial()
    .extend({ version: z.int().min(1) }),
).openapi('TargetChange');

export const StandingShown = z
  .object({
    answer: TargetAnswer,
    because: StandingReason,
    point: TargetPoint.nullable(),
    expected: z.number().nullable(),
    least: z.number().nullable(),
    most: z.number().nullable(),
    interval: z.boolean(),
    ended: z.boolean(),
    note: z.string(),
  })
  .openapi('Standing');

/**
 * What a target's values are of. `detection`: they count what was found, not what there is. `placeName` is another
 * place's where the data are for one that this one lies in (`own` is false).
 */
export const SubjectShown = z
  .object({
    title: z.string(),
    unit: z.string(),
    decimals: z.number(),
    detection: z.boolean(),
    placeName: z.string(),
    own: z.boolean(),
    source: z.string(),
    breaks: z.array(SeriesBreak),
  })
  .openapi('TargetSubject');

export const Target = z
  .object({
    id: z.string(),
    place: z.string(),
    ...fields,
    subject: SubjectShown,
    points: z.array(TargetPoint.extend({ start: z.iso.date() })),
    corners: z.array(Step),
    standing: StandingShown,
    removed: z.boolean(),
    version: z.number(),
    madeAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    changedBy: z.string(),
  })
  .openapi('Target');
export type Target = z.infer<typeof Target>;
