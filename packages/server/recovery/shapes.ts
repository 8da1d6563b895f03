import { z } from '@hono/zod-openapi';
import { BarrierStatus, CoreOutcome, RatedBy, RecoveryPoint } from '@freehold/core/recovery';
import { plain } from '../http/plain.ts';

const text = (most: number) => z.string().trim().max(most);
const Count = z.number().nullable();

const Rate = z.object({
  ...{ value: Count, low: Count, high: Count, n: Count },
  because: z.enum(['', 'suppressed', 'none']),
});
const Part = z.object({ code: z.string(), n: Count });
const Group = Part.extend({ outcomes: z.array(Part), awardRate: Rate });
const Median = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('band'),
    ...{ from: z.string(), to: z.string(), low: z.string(), high: z.string(), n: z.number() },
  }),
  z.object({ kind: z.literal('none'), because: z.enum(['suppressed', 'none']) }),
]);

/** A year's claims; every count that is null is hidden. */
export const RemedyYear = z
  .object({
    ...{ year: z.number(), total: Count, outcomes: z.array(Part) },
    ...{ pending: z.array(Part), awarded: z.array(Part) },
    ...{ bands: z.array(Part), durations: z.array(Part), duration: Median },
    ...{ routes: z.array(Group), represented: z.array(Group) },
    ...{ awardRate: Rate, paidRate: Rate },
  })
  .openapi('RemedyYear');

export const OutcomeShown = z
  .object({
    ...{ year: z.number(), outcome: CoreOutcome, rater: RatedBy },
    points: z.array(
      z.object({
        ...{ point: RecoveryPoint, total: Count, met: Rate, coverage: Count },
        answers: z.object({ met: Count, partly: Count, not: Count, unknown: Count }),
        change: z
          .object({
            ...{ value: z.number(), low: Count, high: Count },
            told: z.enum(['higher', 'lower', 'cannot-tell']),
          })
          .nullable(),
      }),
    ),
  })
  .openapi('RecoveryOutcome');

/** A file of counts that was brought in; taken out, the file before it counts again. */
export const CountFile = z
  .object({
    ...{ id: z.string(), kind: z.enum(['claims', 'outcomes']), years: z.array(z.number()) },
    ...{ rows: z.number(), source: z.string(), byName: z.string() },
    ...{ at: z.iso.datetime(), removedAt: z.iso.datetime().nullable() },
  })
  .openapi('RecoveryFile');

export const FileText = plain(
  z.strictObject({
    kind: z.enum(['claims', 'outcomes']),
    text: z.string().max(800_000),
    source: text(300),
  }),
).openapi('NewRecoveryFile');

const barrier = {
  ...{ title: text(300).min(1), detail: text(4000), route: text(60), affects: text(500) },
  ...{ ownerOrganisation: text(200), ownerRole: text(200), asks: text(1000) },
  ...{ status: BarrierStatus, reason: text(1000), seenOn: z.iso.date() },
};
export const NewBarrier = plain(z.strictObject(barrier)).openapi('NewRemedyBarrier');
export const BarrierChange = plain(
  z.strictObject({ ...barrier, removed: z.boolean() }).partial(),
).openapi('RemedyBarrierChange');
export const Barrier = z
  .object({ id: z.string(), ...barrier, changedAt: z.iso.datetime() })
  .openapi('RemedyBarrier');
