import type { Work } from '../database/within.ts';
import type { RespondentActor } from '../http/house.ts';

export type SurveyFile = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
};

const columns = ['id', 'answer_key as key', 'name', 'type', 'size'] as const;

export async function ownFiles(
  tx: Work,
  { target }: RespondentActor,
): Promise<readonly SurveyFile[]> {
  return tx
    .selectFrom('survey_file')
    .where('target_id', '=', target)
    .select(columns)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export async function addFile(
  tx: Work,
  { partnership, wave, target }: RespondentActor,
  {
    key,
    storedAs,
    ...file
  }: Omit<SurveyFile, 'id'> & { readonly storedAs: string; readonly sha256: string },
): Promise<SurveyFile> {
  return tx
    .insertInto('survey_file')
    .values({
      ...file,
      ...{ partnership_id: partnership, wave_id: wave, target_id: target },
      ...{ answer_key: key, stored_as: storedAs },
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** One of the respondent's own files; null for anybody else's. */
export async function ownFile(tx: Work, { target }: RespondentActor, file: string) {
  const row = await tx
    .selectFrom('survey_file')
    .where('id', '=', file)
    .where('target_id', '=', target)
    .select([...columns, 'stored_as as storedAs'])
    .executeTakeFirst();
  return row ?? null;
}

export async function removeFile(tx: Work, file: string): Promise<void> {
  await tx.deleteFrom('survey_file').where('id', '=', file).execute();
}
