import { z } from '@hono/zod-openapi';
import { Instrument } from '@freehold/core/survey';
import { ProblemLine } from '../http/problem.ts';

export const partnership = z.object({ partnership: z.string() });
export const atWave = partnership.extend({ wave: z.uuid() });
export const atTarget = partnership.extend({ respondent: z.uuid() });
export const atInstrument = partnership.extend({ instrument: z.uuid() });

const moment = z.iso.datetime();
const InstrumentState = z.enum(['draft', 'published', 'locked']);
export const WaveState = z.enum(['draft', 'open', 'closed']);
export const CleanUp = z.enum(['waiting', 'kept', 'merged', 'removed']);

/** A version in a list. `id` is null for a shipped instrument that has not been used yet. */
export const InstrumentLine = z
  .object({
    id: z.string().nullable(),
    code: z.string(),
    version: z.number().nullable(),
    state: InstrumentState,
    shipped: z.boolean(),
    title: z.string(),
    purpose: z.string(),
    questions: z.number(),
    minutes: z.number(),
    confidential: z.boolean(),
    languages: z.array(z.string()),
    changedAt: moment.nullable(),
  })
  .openapi('SurveyInstrumentLine');

export const InstrumentShown = z
  .object({
    id: z.string(),
    version: z.number(),
    state: InstrumentState,
    shipped: z.boolean(),
    minutes: z.number(),
    instrument: Instrument,
  })
  .openapi('SurveyInstrument');

/** What an XLSForm gave: what was left out is in `notes`, what refuses it in `problems`; `id` once it is kept. */
export const ImportedForm = z
  .object({
    id: z.string().nullable(),
    instrument: Instrument.nullable(),
    notes: z.array(ProblemLine),
    problems: z.array(ProblemLine),
  })
  .openapi('ImportedForm');

const waveFields = {
  title: z.string().trim().min(1).max(200),
  closesOn: z.iso.date().nullable(),
  remindAfterDays: z.number().int().min(1).max(90),
  comparesWith: z.uuid().nullable(),
};
export const WaveFields = z.strictObject(waveFields).openapi('SurveyWaveFields');
export const NewWave = z
  .strictObject({ ...waveFields, instrument: z.string().min(1).max(60) })
  .openapi('NewSurveyWave');

const waveShown = {
  id: z.string(),
  title: z.string(),
  state: WaveState,
  closesOn: z.string().nullable(),
  openedAt: moment.nullable(),
  closedAt: moment.nullable(),
  madeAt: moment,
  instrument: z.object({
    id: z.string(),
    code: z.string(),
    version: z.number(),
    title: z.string(),
    confidential: z.boolean(),
    minutes: z.number(),
  }),
  targets: z.number(),
  begun: z.number(),
  finished: z.number(),
};
export const WaveLine = z.object(waveShown).openapi('SurveyWaveLine');

/** A target as the wave's page shows it. E-mail and contact are null but to the co-ordinator. */
export const TargetShown = z
  .object({
    id: z.string(),
    label: z.string(),
    organisation: z.string().nullable(),
    listed: z.string().nullable(),
    contact: z.string().nullable(),
    email: z.string().nullable(),
    language: z.string(),
    invitedAt: moment.nullable(),
    lastSentAt: moment.nullable(),
    reminders: z.number(),
    openedAt: moment.nullable(),
    consentedAt: moment.nullable(),
    finishedAt: moment.nullable(),
    answered: z.number(),
    cleanUp: CleanUp,
    mergedInto: z.string().nullable(),
  })
  .openapi('SurveyTarget');

export const WaveShown = z
  .object({
    ...waveShown,
    remindAfterDays: z.number(),
    comparesWith: z.string().nullable(),
    /** Earlier waves of the same instrument that it may be compared with. */
    earlier: z.array(z.object({ id: z.string(), title: z.string() })),
    people: z.array(TargetShown),
    dueForReminder: z.number(),
    dueForInvitation: z.number(),
    mayCoordinate: z.boolean(),
    mayCleanUp: z.boolean(),
  })
  .openapi('SurveyWave');

const Tally = z.object({ code: z.string(), n: z.number(), share: z.number() });
const Spread = z.object({
  mean: z.number(),
  least: z.number().nullable(),
  lower: z.number().nullable(),
  median: z.number().nullable(),
  upper: z.number().nullable(),
  most: z.number().nullable(),
});
/** What one question gave; see SV-18 to SV-21 for what is null and why. */
export const QuestionResult = z
  .object({
    code: z.string(),
    row: z.string(),
    asked: z.number(),
    n: z.number(),
    respondents: z.number(),
    confidential: z.boolean(),
    suppressed: z.boolean(),
    tallies: z.array(Tally).nullable(),
    spread: Spread.nullable(),
    texts: z.array(z.string()).nullable(),
  })
  .openapi('SurveyQuestionResult');

export const Block = z
  .object({
    section: z.string(),
    n: z.number(),
    respondents: z.number(),
    notFullyPositive: z.number().nullable(),
  })
  .openapi('SurveyBlock');

export const Results = z
  .object({
    instrument: Instrument,
    /** How many answer sets count, and of how many targets. */
    sets: z.number(),
    targets: z.number(),
    finished: z.number(),
    results: z.array(QuestionResult),
    blocks: z.array(Block),
    asOf: moment,
  })
  .openapi('SurveyResults');

const Named = z.object({ id: z.string(), label: z.string() });
export const Comparison = z
  .object({
    before: Named,
    after: Named,
    instrument: Instrument,
    both: z.array(z.object({ before: Named, after: Named })),
    new: z.array(Named),
    removed: z.array(Named),
    merged: z.array(z.object({ before: Named, into: Named })),
    changes: z.array(
      z.object({
        code: z.string(),
        row: z.string(),
        all: z.tuple([QuestionResult, QuestionResult]),
        matched: z.tuple([QuestionResult, QuestionResult]).nullable(),
      }),
    ),
    onlyBefore: z.array(z.string()),
    onlyAfter: z.array(z.string()),
  })
  .openapi('SurveyComparison');

/** An answer set in the clean-up queue, with what was decided about it so far. */
export const CleanUpLine = z
  .object({
    target: z.string(),
    label: z.string(),
    organisation: z.string().nullable(),
    answered: z.number(),
    finishedAt: moment.nullable(),
    state: CleanUp,
    mergedInto: z.string().nullable(),
    steps: z.array(
      z.object({
        from: CleanUp,
        to: CleanUp,
        into: z.string().nullable(),
        reason: z.string(),
        byName: z.string(),
        at: moment,
        undone: z.boolean(),
      }),
    ),
  })
  .openapi('SurveyCleanUpLine');
