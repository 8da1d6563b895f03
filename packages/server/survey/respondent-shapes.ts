import { z } from '@hono/zod-openapi';
import { AnswerValue, Instrument } from '@freehold/core/survey';
import { QuestionResult, WaveState } from './shapes.ts';

const moment = z.iso.datetime();

export const SurveyFileShown = z
  .object({ id: z.string(), key: z.string(), name: z.string(), type: z.string(), size: z.number() })
  .openapi('SurveyFile');

/** An answer as it was typed. `value: null` takes it back. */
export const TypedAnswer = z
  .strictObject({ value: AnswerValue.nullable(), typedAt: moment })
  .openapi('TypedSurveyAnswer');

export const SavedShown = z
  .object({ key: z.string(), value: AnswerValue.nullable(), typedAt: moment, savedAt: moment })
  .openapi('SavedSurveyAnswer');

/** All that a respondent's link opens. `organisations` are those that rosters ask about. */
export const SurveyPage = z
  .object({
    wave: z.object({ title: z.string(), state: WaveState, closesOn: z.string().nullable() }),
    partnership: z.object({ name: z.string(), madeUp: z.boolean() }),
    respondent: z.object({
      label: z.string(),
      language: z.string(),
      consentedAt: moment.nullable(),
      finishedAt: moment.nullable(),
    }),
    instrument: Instrument,
    organisations: z.array(z.object({ id: z.string(), name: z.string() })),
    today: z.string(),
    answers: z.array(z.object({ key: z.string(), value: AnswerValue.nullable(), savedAt: moment })),
    files: z.array(SurveyFileShown),
  })
  .openapi('SurveyPage');

const Score = z.object({
  value: z.number().nullable(),
  lowest: z.number().nullable(),
  highest: z.number().nullable(),
  n: z.number(),
  hidden: z.enum(['nobody', 'too-few', 'protects-others']).nullable(),
});

/** Of a survey of relationships: the respondent's ties by both words, and its scores beside the average of all. */
export const RelationshipsBack = z
  .object({
    name: z.string(),
    asked: z.number(),
    answered: z.number(),
    ties: z.array(
      z.object({
        organisation: z.string(),
        name: z.string(),
        own: z.number().nullable(),
        theirs: z.number().nullable(),
      }),
    ),
    scores: z.object({
      trust: z.object({ own: Score, all: Score }),
      value: z.object({ own: Score, all: Score }),
    }),
  })
  .openapi('RelationshipsBack');

/** Once the wave has closed: what all gave together; null figures where under five answered. */
export const PageBack = z
  .object({
    respondents: z.number(),
    finished: z.number(),
    targets: z.number(),
    closedAt: moment,
    results: z.array(QuestionResult),
    relationships: RelationshipsBack.nullable(),
  })
  .openapi('SurveyPageBack');
