import type { Study } from '@freehold/core/evidence';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { noteChange, type By } from './change.ts';
import { studiesOf } from './known.ts';

/** What a person writes of a study; grades are given apart, so that two people can. */
export type WrittenStudy = Omit<
  Study,
  'id' | 'sms' | 'weight' | 'nesta' | 'amstar' | 'verdict' | 'origin'
>;

/** Keeps a study that a person wrote. Problem `source-unknown`. */
export async function addStudy(tx: Work, by: By, study: WrittenStudy): Promise<Outcome<string>> {
  if (!(await knownSource(tx, study.source))) return refused(unknownSource);
  const { id } = await tx
    .insertInto('evidence_study')
    .values({
      ...{ partnership_id: by.partnership, source_id: study.source, added_by: by.name },
      ...{ title: study.title, year: study.year, content: contentOf(study) },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await noteChange(tx, by, { kind: 'study', record: id, title: study.title, what: 'added' });
  return fine(id);
}

/** Keeps a study as a person changed it; its grades stay. Problems: `not-found`, `source-unknown`. */
export async function changeStudy(
  tx: Work,
  by: By,
  id: string,
  study: WrittenStudy,
  now: Date,
): Promise<Outcome<null>> {
  const [before] = await studiesOf(tx, [id]);
  if (before === undefined) return refused(problem('not-found'));
  if (!(await knownSource(tx, study.source))) return refused(unknownSource);
  const grades = new Map(before.findings.map(({ outcome, grade }) => [outcome, grade]));
  const findings = study.findings.map((each) => ({
    ...each,
    grade: grades.get(each.outcome) ?? null,
  }));
  await keepStudy(tx, { ...before, ...study, findings }, now);
  await noteChange(tx, by, { kind: 'study', record: id, title: study.title, what: 'changed' });
  return fine(null);
}

/** Writes a study that is there already, with its grades. */
export async function keepStudy(tx: Work, study: Study, now: Date): Promise<void> {
  await tx
    .updateTable('evidence_study')
    .set({
      ...{ title: study.title, year: study.year, source_id: study.source },
      ...{ content: contentOf(study), changed_at: now },
    })
    .where('id', '=', study.id)
    .execute();
}

/** Takes a study away from the register and from every claim's count, or brings it back. */
export async function removeStudy(
  tx: Work,
  by: By,
  { id, removed, now }: { readonly id: string; readonly removed: boolean; readonly now: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('evidence_study')
    .set({ removed_at: removed ? now : null })
    .where('id', '=', id)
    .returning('title')
    .executeTakeFirst();
  if (row === undefined) return false;
  const what = removed ? 'removed' : 'restored';
  await noteChange(tx, by, { kind: 'study', record: id, title: row.title, what });
  return true;
}

/** A study without what its row says in columns of their own. */
export function contentOf(study: object): string {
  const { id: _id, source: _source, ...content } = { id: '', source: '', ...study };
  return JSON.stringify(content);
}

const unknownSource = problem('source-unknown', {}, { path: 'source' });

async function knownSource(tx: Work, id: string | null): Promise<boolean> {
  if (id === null) return true;
  const row = await tx
    .selectFrom('evidence_source')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
