import { z } from '@hono/zod-openapi';
import {
  Carry,
  FourP,
  OpenKind,
  Output,
  Pathway,
  RoundState,
  Stage,
  StageState,
} from '@freehold/core/cycle';

const StageEffort = z.object({
  stage: Stage,
  actions: z.number(),
  items: z.number(),
  assets: z.number(),
  n: z.number(),
  share: z.number().nullable(),
});

/** A round in brief: how each stage stands, how far its checklist is, and where effort went. */
export const RoundSummary = z
  .object({
    id: z.string(),
    number: z.number(),
    title: z.string(),
    startedOn: z.iso.date(),
    endedOn: z.iso.date().nullable(),
    state: RoundState,
    goals: z.string(),
    learning: z.string(),
    nextGoals: z.string(),
    stages: z.array(
      z.object({ stage: Stage, state: StageState, items: z.number(), done: z.number() }),
    ),
    balance: z.object({ n: z.number(), untagged: z.number(), stages: z.array(StageEffort) }),
  })
  .openapi('CycleRoundSummary');

export const CycleWarning = z
  .object({
    code: z.enum(['always-in-one-stage', 'never-normalising']),
    stage: Stage,
    rounds: z.array(z.object({ number: z.number(), share: z.number(), n: z.number() })),
  })
  .openapi('CycleWarning');

export const Rounds = z
  .object({
    place: z.object({ id: z.string(), name: z.string() }),
    rounds: z.array(RoundSummary),
    warnings: z.array(CycleWarning),
  })
  .openapi('CycleRounds');

/** What the home of a place shows of the cycle: the round under way, the last closed one, and what is due. */
export const CycleNow = z
  .object({
    rounds: z.number(),
    open: RoundSummary.nullable(),
    last: RoundSummary.nullable(),
    warnings: z.array(CycleWarning),
    due: z.array(
      z.object({
        kind: z.enum(['action', 'target', 'review', 'item']),
        id: z.string(),
        title: z.string(),
        stage: Stage.nullable(),
        dueOn: z.iso.date().nullable(),
        overdue: z.boolean(),
      }),
    ),
  })
  .openapi('CycleNow');

export const Item = z
  .object({
    id: z.string(),
    stage: Stage,
    title: z.string(),
    proposed: z.boolean(),
    done: z.boolean(),
    doneBy: z.string(),
    doneAt: z.iso.datetime().nullable(),
    note: z.string(),
    carriedFrom: z.string().nullable(),
  })
  .openapi('ChecklistItem');

export const NewItem = z
  .strictObject({ stage: Stage, title: z.string().trim().min(1).max(300) })
  .openapi('NewChecklistItem');

export const ItemChange = z
  .strictObject({
    title: z.string().trim().min(1).max(300),
    done: z.boolean(),
    note: z.string().trim().max(2000),
    removed: z.boolean(),
  })
  .partial()
  .openapi('ChecklistItemChange');

export const CycleOutput = z
  .object({
    output: Output,
    stage: Stage,
    count: z.number().nullable(),
    note: z.string(),
    link: z.string(),
    by: z.string(),
    at: z.iso.datetime().nullable(),
    there: z.boolean(),
    waits: z.boolean(),
  })
  .openapi('CycleOutput');

export const OutputNote = z
  .strictObject({
    output: Output,
    note: z.string().trim().max(4000),
    link: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
  })
  .openapi('CycleOutputNote');

export const StageMove = z
  .strictObject({ stage: Stage, to: StageState, note: z.string().trim().max(2000) })
  .openapi('CycleStageMove');

const Carried = z.object({
  kind: OpenKind,
  id: z.string(),
  title: z.string(),
  decision: Carry,
  reason: z.string(),
});

/** One round with everything on it. `outputs` of a closed round are as they were when it closed. */
export const RoundPage = z
  .object({
    place: z.object({ id: z.string(), name: z.string() }),
    round: RoundSummary.extend({
      changed: z.string(),
      normal: z.string(),
      closedBy: z.string(),
      closedAt: z.iso.datetime().nullable(),
    }),
    isLast: z.boolean(),
    previous: z.string().nullable(),
    next: z.string().nullable(),
    items: z.array(Item),
    outputs: z.array(CycleOutput),
    steps: z.array(
      z.object({
        stage: Stage,
        from: StageState,
        to: StageState,
        by: z.string(),
        note: z.string(),
        left: z.array(z.string()),
        at: z.iso.datetime(),
      }),
    ),
    reviews: z.array(z.object({ id: z.string(), title: z.string(), state: z.string() })),
    actions: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        stage: Stage.nullable(),
        status: z.string(),
        dueOn: z.iso.date().nullable(),
      }),
    ),
    carries: z.array(Carried),
  })
  .openapi('CycleRoundPage');

const words = z.string().trim().max(8000);

export const NewRound = z
  .strictObject({
    title: z.string().trim().max(120),
    startedOn: z.iso.date(),
    goals: words,
  })
  .openapi('NewCycleRound');

export const RoundChange = NewRound.partial().openapi('CycleRoundChange');

/** What a round would close with: what is open, what was decided before, what was done. */
export const CloseOut = z
  .object({
    place: z.object({ id: z.string(), name: z.string() }),
    round: RoundPage.shape.round,
    isLast: z.boolean(),
    open: z.array(z.object({ kind: OpenKind, id: z.string(), title: z.string() })),
    decided: z.array(Carried),
    done: z.array(z.object({ id: z.string(), title: z.string() })),
  })
  .openapi('CycleCloseOut');

export const Closing = z
  .strictObject({
    title: z.string().trim().max(120),
    endedOn: z.iso.date(),
    changed: words,
    normal: words,
    learning: words,
    nextGoals: words,
    decisions: z
      .array(
        z.strictObject({
          kind: OpenKind,
          id: z.uuid(),
          decision: Carry,
          reason: z.string().trim().max(2000),
        }),
      )
      .max(2000),
  })
  .openapi('CycleClosing');
export type Closing = z.infer<typeof Closing>;

const counts = { actions: z.number(), gaps: z.number(), assets: z.number() };

export const CycleMatrix = z
  .object({
    place: z.object({ id: z.string(), name: z.string() }),
    cells: z.array(z.object({ pathway: Pathway, fourP: FourP, ...counts })),
    untagged: z.object(counts),
  })
  .openapi('CycleMatrix');
