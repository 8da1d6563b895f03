import type { z } from '@hono/zod-openapi';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import {
  Instrument,
  problemOfValue,
  problemsOfAnswer,
  questionAt,
  type AnswerValue,
  type Setting,
} from '@freehold/core/survey';
import type { Work } from '../database/within.ts';
import type { RespondentActor } from '../http/house.ts';
import { ownAnswers, saveAnswer, withFiles } from './answers.ts';
import { ownFiles } from './files.ts';
import { setState } from './instruments.ts';
import type { SavedShown, SurveyPage } from './respondent-shapes.ts';
import { rosterOf } from './targets.ts';

/** Whose link it is, with the wave and what it asks. */
async function contextOf(tx: Work, { target }: RespondentActor, lock = false) {
  const row = await tx
    .selectFrom('survey_target as t')
    .innerJoin('survey_wave as w', 'w.id', 't.wave_id')
    .innerJoin('survey_instrument as i', 'i.id', 'w.instrument_id')
    .innerJoin('partnership as p', 'p.id', 'w.partnership_id')
    .where('t.id', '=', target)
    .select([
      't.label',
      't.language',
      't.organisation_id as organisation',
      't.opened_at as openedAt',
      't.consented_at as consentedAt',
      't.finished_at as finishedAt',
      'w.id as wave',
      'w.title',
      'w.state',
      'w.closes_on as closesOn',
      'i.id as instrumentId',
      'i.state as instrumentState',
      'i.content',
      'p.name as partnership',
      'p.made_up as madeUp',
    ])
    // While an answer is being saved the wave does not close.
    .$if(lock, (query) => query.forShare('w'))
    .executeTakeFirstOrThrow();
  return { ...row, instrument: Instrument.parse(row.content) };
}

type Context = Awaited<ReturnType<typeof contextOf>>;

async function settingOf(tx: Work, { wave, organisation }: Context, now: Date): Promise<Setting> {
  const roster = await rosterOf(tx, wave);
  return {
    organisations: roster.filter(({ id }) => id !== organisation),
    today: now.toISOString().slice(0, 10),
  };
}

/** Everything that a respondent's link opens, in five statements. */
export async function surveyPage(
  tx: Work,
  respondent: RespondentActor,
  now: Date,
): Promise<z.infer<typeof SurveyPage>> {
  const about = await contextOf(tx, respondent);
  if (about.openedAt === null)
    await tx
      .updateTable('survey_target')
      .set({ opened_at: now })
      .where('id', '=', respondent.target)
      .execute();
  const { organisations, today } = await settingOf(tx, about, now);
  const answers = await ownAnswers(tx, respondent.target);
  return {
    wave: { title: about.title, state: about.state, closesOn: about.closesOn },
    partnership: { name: about.partnership, madeUp: about.madeUp },
    respondent: {
      label: about.label,
      language: about.language,
      consentedAt: about.consentedAt?.toISOString() ?? null,
      finishedAt: about.finishedAt?.toISOString() ?? null,
    },
    instrument: about.instrument,
    organisations: [...organisations],
    today,
    answers: answers.map(({ key, value, savedAt }) => ({
      ...{ key, value },
      savedAt: savedAt.toISOString(),
    })),
    files: (await ownFiles(tx, respondent)).map((each) => ({ ...each })),
  };
}

/** The first consent locks the instrument's version: what has been agreed to stays as it was. [SV-2] [SV-17] */
export async function agree(
  tx: Work,
  respondent: RespondentActor,
  language: string,
  now: Date,
): Promise<Problem | null> {
  const about = await contextOf(tx, respondent, true);
  if (about.state !== 'open') return problem(closedCode(about));
  if (about.consentedAt !== null) return null;
  await tx
    .updateTable('survey_target')
    .set({ consented_at: now, consent_language: language })
    .where('id', '=', respondent.target)
    .execute();
  if (about.instrumentState !== 'locked') await setState(tx, about.instrumentId, 'locked');
  return null;
}

export type TypedAnswer = {
  readonly key: string;
  readonly value: AnswerValue | null;
  readonly typedAt: string;
};

/** Saves what was typed, if the wave is open and this is asked; gives what is kept then. */
export async function saveTyped(
  tx: Work,
  respondent: RespondentActor,
  { key, value, typedAt }: TypedAnswer,
  now: Date,
): Promise<Outcome<z.infer<typeof SavedShown>>> {
  const about = await contextOf(tx, respondent, true);
  const stop = stopped(about);
  if (stop !== null) return refused(stop);
  const setting = await settingOf(tx, about, now);
  const wrong =
    value !== null
      ? problemOfValue(about.instrument, key, value, setting)
      : questionAt(about.instrument, key, setting) === null
        ? problem('question-unknown', undefined, { path: key })
        : null;
  if (wrong !== null) return refused(wrong);
  const kept = await saveAnswer(tx, respondent, { key, value, typedAt: new Date(typedAt) }, now);
  return fine({
    ...{ key: kept.key, value: kept.value },
    typedAt: kept.typedAt.toISOString(),
    savedAt: kept.savedAt.toISOString(),
  });
}

/** May a file be added to this question? Null where it may. */
export async function refusesFile(
  tx: Work,
  respondent: RespondentActor,
  key: string,
  now: Date,
): Promise<Problem | null> {
  const about = await contextOf(tx, respondent, true);
  const stop = stopped(about);
  if (stop !== null) return stop;
  const question = questionAt(about.instrument, key, await settingOf(tx, about, now));
  return question?.kind === 'file' ? null : problem('question-unknown', undefined, { path: key });
}

/** Says that one has finished, once nothing that is asked lacks what it needs; or that one has not after all. */
export async function finish(
  tx: Work,
  respondent: RespondentActor,
  finished: boolean,
  now: Date,
): Promise<Outcome<Date | null>> {
  const about = await contextOf(tx, respondent, true);
  const stop = stopped(about);
  if (stop !== null) return refused(stop);
  if (finished) {
    const answers = await wholeAnswers(tx, respondent);
    const wrong = problemsOfAnswer(about.instrument, answers, await settingOf(tx, about, now));
    if (wrong.length > 0) return refused(...wrong);
  }
  const at = finished ? now : null;
  await tx
    .updateTable('survey_target')
    .set({ finished_at: at })
    .where('id', '=', respondent.target)
    .execute();
  return fine(at);
}

/** A respondent's own answers by key, their files among them. */
export async function wholeAnswers(tx: Work, respondent: RespondentActor) {
  const kept = await ownAnswers(tx, respondent.target);
  const files = await ownFiles(tx, respondent);
  return withFiles(Object.fromEntries(kept.map(({ key, value }) => [key, value])), files);
}

function stopped(about: Pick<Context, 'state' | 'consentedAt'>): Problem | null {
  if (about.state !== 'open') return problem(closedCode(about));
  return about.consentedAt === null ? problem('consent-first') : null;
}

function closedCode({ state }: Pick<Context, 'state'>): string {
  return state === 'closed' ? 'wave-closed' : 'wave-not-open';
}
