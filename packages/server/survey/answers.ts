import { AnswerValue, type Answers, type AnswerSet } from '@freehold/core/survey';
import type { CleanUpState } from '../database/tables-survey.ts';
import type { Work } from '../database/within.ts';
import type { RespondentActor } from '../http/house.ts';
import { rosterOf } from './targets.ts';

export type Typed = {
  readonly key: string;
  readonly value: AnswerValue | null;
  readonly typedAt: Date;
};
export type SavedAnswer = Typed & { readonly savedAt: Date };

const columns = ['key', 'value', 'typed_at as typedAt', 'saved_at as savedAt'] as const;

/**
 * Saves an answer as it was typed and gives what is kept now. What was typed before the kept one changes nothing, so
 * that answers may arrive twice, late and out of order, from several devices.
 */
export async function saveAnswer(
  tx: Work,
  { partnership, wave, target }: RespondentActor,
  { key, value, typedAt }: Typed,
  now: Date,
): Promise<SavedAnswer> {
  const values = {
    value: value === null ? null : JSON.stringify(value),
    typed_at: typedAt,
    saved_at: now,
  };
  const saved = await tx
    .insertInto('survey_answer')
    .values({ target_id: target, wave_id: wave, partnership_id: partnership, key, ...values })
    .onConflict((on) =>
      on
        .columns(['target_id', 'key'])
        .doUpdateSet(values)
        .where('survey_answer.typed_at', '<', typedAt),
    )
    .returning(columns)
    .executeTakeFirst();
  const kept =
    saved ??
    (await tx
      .selectFrom('survey_answer')
      .where('target_id', '=', target)
      .where('key', '=', key)
      .select(columns)
      .executeTakeFirstOrThrow());
  return { ...kept, value: valueOf(kept.value) };
}

/** One respondent's own answers. */
export async function ownAnswers(tx: Work, target: string): Promise<readonly SavedAnswer[]> {
  const rows = await tx
    .selectFrom('survey_answer')
    .where('target_id', '=', target)
    .select(columns)
    .orderBy('key')
    .execute();
  return rows.map((row) => ({ ...row, value: valueOf(row.value) }));
}

function valueOf(kept: unknown): AnswerValue | null {
  return kept === null ? null : AnswerValue.parse(kept);
}

/** What one target of a wave has answered. */
export type TargetAnswers = {
  readonly target: string;
  readonly label: string;
  readonly organisation: string | null;
  readonly listed: string | null;
  readonly answers: Answers;
  readonly finishedAt: Date | null;
  readonly cleanUp: CleanUpState;
};

/**
 * The answer sets of a wave that count: something is answered, and they are neither merged into another nor removed.
 * Confidential answers are among them: whoever shows anything of them holds to SV-20 and SV-21. Three statements.
 */
export async function answersOf(tx: Work, wave: string): Promise<readonly TargetAnswers[]> {
  const all = await everyAnswerSet(tx, wave);
  return all.filter(({ cleanUp }) => cleanUp === 'waiting' || cleanUp === 'kept');
}

/** The answer sets of a wave, whatever became of them since. */
export async function everyAnswerSet(tx: Work, wave: string): Promise<readonly TargetAnswers[]> {
  const targets = await tx
    .selectFrom('survey_target')
    .where('wave_id', '=', wave)
    .where('consented_at', 'is not', null)
    .select([
      'id as target',
      'label',
      'organisation_id as organisation',
      'listed_id as listed',
      'finished_at as finishedAt',
      'clean_up as cleanUp',
    ])
    .orderBy('label')
    .orderBy('id')
    .execute();
  const answers = await tx
    .selectFrom('survey_answer')
    .where('wave_id', '=', wave)
    .where('value', 'is not', null)
    .select(['target_id as target', 'key', 'value'])
    .execute();
  const files = await tx
    .selectFrom('survey_file')
    .where('wave_id', '=', wave)
    .select(['target_id as target', 'answer_key as key', 'id'])
    .execute();
  const byTarget = Map.groupBy(answers, ({ target }) => target);
  const filesBy = Map.groupBy(files, ({ target }) => target);
  return targets
    .map((each) => ({
      ...each,
      answers: withFiles(
        Object.fromEntries(
          (byTarget.get(each.target) ?? []).map(({ key, value }) => [key, valueOf(value)]),
        ),
        filesBy.get(each.target) ?? [],
      ),
    }))
    .filter((each) => Object.keys(each.answers).length > 0);
}

/** Files count as the answer to their question. */
export function withFiles(
  answers: Answers,
  files: readonly { readonly key: string; readonly id: string }[],
): Answers {
  const byKey = Map.groupBy(files, ({ key }) => key);
  const added = [...byKey].map(([key, each]) => [key, each.map(({ id }) => id)] as const);
  return { ...answers, ...Object.fromEntries(added) };
}

/** Answer sets with what each respondent met: the wave's organisations without their own. */
export async function setsFrom(
  tx: Work,
  wave: string,
  sets: readonly TargetAnswers[],
  today: string,
): Promise<readonly AnswerSet[]> {
  const roster = await rosterOf(tx, wave);
  return sets.map(({ target, organisation, answers }) => ({
    target,
    answers,
    setting: { organisations: roster.filter(({ id }) => id !== organisation), today },
  }));
}
