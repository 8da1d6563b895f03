import {
  Given,
  levelOf,
  standingGrade,
  withGrade,
  type GradeScale,
  type GradeStanding,
} from '@freehold/core/evidence';
import type { Work } from '../database/within.ts';
import { noteChange, type By } from './change.ts';
import { studiesOf } from './known.ts';
import { keepStudy } from './study-store.ts';

/** One scale of one study, and for GRADE one of its outcomes. */
export type On = { readonly study: string; readonly scale: GradeScale; readonly outcome: string };
export type Rater = By & { readonly person: string };

export type KeptGrade = {
  readonly scale: GradeScale;
  readonly outcome: string;
  readonly person: string;
  readonly by: string;
  readonly given: Given;
  readonly note: string;
  readonly at: Date;
};
export type SettledGrade = Omit<KeptGrade, 'person' | 'note'> & { readonly reason: string };

/** Every grade that people gave a study, in the order they were given. */
export async function gradesOf(tx: Work, studies: readonly string[]) {
  if (studies.length === 0) return [];
  const rows = await tx
    .selectFrom('evidence_grade')
    .selectAll()
    .where('study_id', 'in', [...studies])
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ study: row.study_id, scale: row.scale, outcome: row.outcome, person: row.person_id },
    ...{ by: row.by_name, given: Given.parse(row.value), note: row.note, at: row.at },
  }));
}

export async function settledOf(tx: Work, study: string): Promise<readonly SettledGrade[]> {
  const rows = await tx
    .selectFrom('evidence_grade_settled')
    .selectAll()
    .where('study_id', '=', study)
    .execute();
  return rows.map(({ scale, outcome, value, by_name: by, reason, at }) => ({
    ...{ scale, outcome, by, reason, at, given: Given.parse(value) },
  }));
}

/** Keeps what a person gives a study on a scale, in place of what they gave before; null takes it back. */
export async function giveGrade(
  tx: Work,
  rater: Rater,
  on: On,
  { given, note, now }: { readonly given: Given | null; readonly note: string; readonly now: Date },
): Promise<GradeStanding> {
  await tx
    .deleteFrom('evidence_grade')
    .where('study_id', '=', on.study)
    .where('scale', '=', on.scale)
    .where('outcome', '=', on.outcome)
    .where('person_id', '=', rater.person)
    .execute();
  if (given !== null)
    await tx
      .insertInto('evidence_grade')
      .values({
        ...{ partnership_id: rater.partnership, study_id: on.study, scale: on.scale },
        ...{ outcome: on.outcome, person_id: rater.person, by_name: rater.name, note, at: now },
        value: JSON.stringify(given),
      })
      .execute();
  return letStand(tx, on, now);
}

/** Settles a scale of a study with a reason, whatever was graded; null lets the grades speak again. */
export async function settleGrade(
  tx: Work,
  by: By,
  on: On,
  {
    given,
    reason,
    now,
  }: { readonly given: Given | null; readonly reason: string; readonly now: Date },
): Promise<GradeStanding> {
  await tx
    .deleteFrom('evidence_grade_settled')
    .where('study_id', '=', on.study)
    .where('scale', '=', on.scale)
    .where('outcome', '=', on.outcome)
    .execute();
  if (given !== null)
    await tx
      .insertInto('evidence_grade_settled')
      .values({
        ...{ partnership_id: by.partnership, study_id: on.study, scale: on.scale },
        ...{ outcome: on.outcome, value: JSON.stringify(given), by_name: by.name, reason, at: now },
      })
      .execute();
  const [study] = await studiesOf(tx, [on.study]);
  const what = given === null ? 'unsettled' : 'settled';
  const note = given === null ? reason : `${on.scale} ${levelOf(given)}: ${reason}`;
  const title = study?.title ?? '';
  await noteChange(tx, by, { kind: 'study', record: on.study, title, what, note });
  return letStand(tx, on, now);
}

/** Writes what stands of the grades into the study, so that whoever reads it needs no grades. */
async function letStand(tx: Work, on: On, now: Date): Promise<GradeStanding> {
  const same = (each: { readonly scale: GradeScale; readonly outcome: string }) =>
    each.scale === on.scale && each.outcome === on.outcome;
  const grades = (await gradesOf(tx, [on.study])).filter(same);
  const settled = (await settledOf(tx, on.study)).find(same)?.given ?? null;
  const standing = standingGrade(grades, settled);
  const [study] = await studiesOf(tx, [on.study]);
  if (study !== undefined) await keepStudy(tx, withGrade(study, on, standing.stands), now);
  return standing;
}
