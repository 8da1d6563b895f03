import type { Work } from '../database/within.ts';
import type { RaterActor } from '../http/house.ts';

export const mostFileBytes = 5 * 1024 * 1024;
/** Files beside one answer. */
export const mostFiles = 5;

export type EvidenceFile = {
  readonly id: string;
  readonly indicator: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
};
export type StoredFile = EvidenceFile & { readonly storedAs: string; readonly rater: string };

const columns = ['id', 'indicator', 'name', 'type', 'size'] as const;

export async function ownFiles(tx: Work, { rater }: RaterActor): Promise<readonly EvidenceFile[]> {
  return tx
    .selectFrom('evidence_file')
    .where('rater_id', '=', rater)
    .select(columns)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Every file of a review: to be seen once the round is closed. */
export async function filesOf(
  tx: Work,
  review: string,
): Promise<readonly (EvidenceFile & { readonly rater: string })[]> {
  return tx
    .selectFrom('evidence_file')
    .where('review_id', '=', review)
    .select([...columns, 'rater_id as rater'])
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export async function countFiles(
  tx: Work,
  { rater }: RaterActor,
  indicator: string,
): Promise<number> {
  const { n } = await tx
    .selectFrom('evidence_file')
    .where('rater_id', '=', rater)
    .where('indicator', '=', indicator)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export async function addFile(
  tx: Work,
  { partnership, review, rater }: RaterActor,
  file: Omit<StoredFile, 'id' | 'rater'> & { readonly sha256: string },
): Promise<EvidenceFile> {
  const { storedAs, ...kept } = file;
  return tx
    .insertInto('evidence_file')
    .values({
      partnership_id: partnership,
      review_id: review,
      rater_id: rater,
      stored_as: storedAs,
      ...kept,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** Removes one of the rater's own files and says under which name it is stored; null for anybody else's. */
export async function removeFile(
  tx: Work,
  { rater }: RaterActor,
  file: string,
): Promise<string | null> {
  const gone = await tx
    .deleteFrom('evidence_file')
    .where('id', '=', file)
    .where('rater_id', '=', rater)
    .returning('stored_as')
    .executeTakeFirst();
  return gone?.stored_as ?? null;
}

/** A file, and the state of the review that it belongs to. */
export async function fileOf(tx: Work, file: string) {
  const row = await tx
    .selectFrom('evidence_file as f')
    .innerJoin('review as r', 'r.id', 'f.review_id')
    .where('f.id', '=', file)
    .select([
      'f.id',
      'f.name',
      'f.type',
      'f.size',
      'f.stored_as as storedAs',
      'f.rater_id as rater',
      'r.state',
    ])
    .executeTakeFirst();
  return row ?? null;
}
