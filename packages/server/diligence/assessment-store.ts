import { Answers, AssessmentResult, AssessmentRule } from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import type { Hand } from '../directory/entry.ts';
import { namedOr } from './links.ts';

export type NewAssessment = {
  readonly title: string;
  readonly supplier: string | null;
  readonly site: string | null;
  readonly incident: string | null;
  readonly answers: Answers;
  readonly rule: AssessmentRule;
  readonly result: AssessmentResult;
  readonly madeOn: string;
};

/** All assessments, the newest first; or the one of an id. Each with the rule of its day. [DD-17] */
export async function assessmentsOf(tx: Work, only: string | null) {
  const rows = await tx
    .selectFrom('forced_labour_assessment as f')
    .leftJoin('supplier as u', 'u.id', 'f.supplier_id')
    .leftJoin('supplier_site as s', 's.id', 'f.site_id')
    .$if(only !== null, (query) => query.where('f.id', '=', only ?? ''))
    .select([
      'f.id',
      'f.title',
      'f.supplier_id as supplierId',
      'u.name as supplierName',
      'f.site_id as siteId',
      's.name as siteName',
      'f.incident_id as incident',
      'f.answers',
      'f.rule',
      'f.result',
      'f.made_on as madeOn',
      'f.referred_on as referredOn',
      'f.referred_to as referredTo',
      'f.by_name as byName',
      'f.made_at as madeAt',
      'f.changed_at as changedAt',
    ])
    .orderBy('f.made_on', 'desc')
    .orderBy('f.made_at', 'desc')
    .orderBy('f.id')
    .execute();
  return rows.map(({ supplierId, supplierName, siteId, siteName, ...row }) => ({
    ...row,
    answers: Answers.parse(row.answers),
    rule: AssessmentRule.parse(row.rule),
    result: AssessmentResult.parse(row.result),
    supplier: namedOr(supplierId, supplierName),
    site: namedOr(siteId, siteName),
  }));
}

export async function addAssessment(
  tx: Work,
  { partnership, byName, at }: Hand,
  { title, supplier, site, incident, madeOn, ...said }: NewAssessment,
): Promise<string> {
  const { id } = await tx
    .insertInto('forced_labour_assessment')
    .values({
      ...{ partnership_id: partnership, by_name: byName, made_at: at, changed_at: at },
      ...{ title, supplier_id: supplier, site_id: site, incident_id: incident, made_on: madeOn },
      answers: JSON.stringify(said.answers),
      rule: JSON.stringify(said.rule),
      result: JSON.stringify(said.result),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Keeps where an assessment was referred to; false where there is none. */
export async function refer(
  tx: Work,
  id: string,
  { referredOn, referredTo }: { readonly referredOn: string | null; readonly referredTo: string },
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('forced_labour_assessment')
    .set({ referred_on: referredOn, referred_to: referredTo, changed_at: at })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
