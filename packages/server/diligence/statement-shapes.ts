import { z } from '@hono/zod-openapi';
import {
  OrganisationKind,
  StatementAnswer,
  StatementArea,
  StatementFacts,
} from '@freehold/core/diligence';
import { plain } from '../http/plain.ts';

const text = (most: number) => z.string().trim().max(most);

export const NewStatement = plain(
  z.strictObject({ organisation: text(200).min(1), yearEnd: z.iso.date() }),
).openapi('NewStatement');

/** What people wrote in an area; `version` is the one they began from, 0 for none. Kept as it is typed. */
export const WrittenArea = plain(
  z.strictObject({
    area: StatementArea,
    written: z.string().max(50_000),
    version: z.int().min(0),
  }),
);

/** What was found of an item or a disclosure; null takes the answer back. */
export const Found = plain(
  z.strictObject({
    item: z.string().max(80),
    answer: StatementAnswer.nullable(),
    note: text(2000),
  }),
);

export const WrittenFacts = plain(
  z.strictObject({ facts: StatementFacts, version: z.int().min(1) }),
);

const step = {
  area: StatementArea,
  what: text(500).min(1),
  ownerRole: text(200),
  dueOn: z.iso.date().nullable(),
};
export const NewStep = plain(z.strictObject(step)).openapi('NewStatementStep');
export const StepChange = plain(
  z.strictObject({ ...step, doneOn: z.iso.date().nullable(), removed: z.boolean() }).partial(),
).openapi('StatementStepChange');

export const StatementStep = z
  .object({
    ...{ id: z.string(), area: z.string(), what: z.string(), ownerRole: z.string() },
    ...{ dueOn: z.string().nullable(), doneOn: z.string().nullable() },
  })
  .openapi('StatementStep');

const Level = z.object({ area: StatementArea, level: z.number() });
const Disclosed = z.object({ made: z.number(), lookedAt: z.number(), all: z.number() });

/** A statement in a list: how far it is. */
export const StatementInBrief = z
  .object({
    ...{ id: z.string(), organisation: z.string(), yearEnd: z.string() },
    state: z.enum(['draft', 'approved']),
    kind: OrganisationKind,
    scope: z.enum(['in', 'out', 'not-known']),
    levels: z.array(Level),
    disclosed: Disclosed,
    missing: z.number(),
    changedAt: z.iso.datetime(),
  })
  .openapi('StatementInBrief');

export const Statement = z
  .object({
    ...{ id: z.string(), organisation: z.string(), yearEnd: z.string() },
    state: z.enum(['draft', 'approved']),
    version: z.number(),
    facts: StatementFacts,
    texts: z.array(
      z.object({
        area: StatementArea,
        written: z.string(),
        version: z.number(),
        changedBy: z.string(),
        changedAt: z.iso.datetime(),
      }),
    ),
    answers: z.array(
      z.object({
        ...{ item: z.string(), answer: StatementAnswer, note: z.string(), changedBy: z.string() },
      }),
    ),
    steps: z.array(StatementStep),
    /** What the partnership's due diligence holds on the day it is asked: for the text, never put into it. */
    records: z.object({
      ...{ suppliers: z.number(), sites: z.number(), countries: z.number() },
      risks: z.object({ open: z.number(), high: z.number() }),
      actions: z.object({ all: z.number(), done: z.number(), late: z.number() }),
      incidents: z.object({ all: z.number(), open: z.number(), closed: z.number() }),
      remedies: z.object({ all: z.number(), checked: z.number(), works: z.number() }),
    }),
    /** The same organisation's statement of the year before. */
    before: z
      .object({
        ...{ id: z.string(), yearEnd: z.string(), levels: z.array(Level), disclosed: Disclosed },
      })
      .nullable(),
  })
  .openapi('Statement');

export const TextVersion = z.object({
  ...{ version: z.number(), written: z.string(), byName: z.string(), at: z.iso.datetime() },
});
