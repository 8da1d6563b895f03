import type { Selectable } from 'kysely';
import { z } from 'zod';
import { Step, type Merged } from '@freehold/core/action';
import type { Tables } from '../database/tables.ts';
import type { Work } from '../database/within.ts';
import type { TargetFields } from './target-shapes.ts';

/**
 * What a review asked when a target on its scores was set: scores of other questions cannot be set beside them.
 * Null for a target on a measure.
 */
export const Basis = z.strictObject({
  framework: z.strictObject({ code: z.string(), version: z.int() }),
  indicators: z.array(z.string()),
});
export type Basis = Readonly<z.infer<typeof Basis>>;

export type KeptTarget = TargetFields & {
  readonly id: string;
  readonly place: string;
  readonly basis: Basis | null;
  readonly removed: boolean;
  readonly version: number;
  readonly touched: Readonly<Record<string, number>>;
  readonly madeAt: Date;
  readonly changedAt: Date;
  readonly changedBy: string;
};

/** The targets of a place as they were set, oldest first; removed ones are not among them. */
export async function keptTargetsOf(tx: Work, place: string): Promise<readonly KeptTarget[]> {
  const rows = await tx
    .selectFrom('target')
    .where('place_id', '=', place)
    .where('removed_at', 'is', null)
    .selectAll()
    .orderBy('made_at')
    .orderBy('title')
    .orderBy('id')
    .execute();
  return rows.map(read);
}

/** One target, removed or not, kept from changing under the asker's hands until the work is done. */
export async function targetToChange(tx: Work, target: string): Promise<KeptTarget | null> {
  const row = await tx
    .selectFrom('target')
    .where('id', '=', target)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : read(row);
}

export async function addTarget(
  tx: Work,
  about: { readonly partnership: string; readonly place: string; readonly byName: string },
  fields: TargetFields,
  basis: Basis | null,
  now: Date,
): Promise<KeptTarget> {
  const row = await tx
    .insertInto('target')
    .values({
      ...{ partnership_id: about.partnership, place_id: about.place },
      ...written(fields),
      basis: basis && JSON.stringify(basis),
      ...{ made_at: now, changed_at: now, changed_by_name: about.byName },
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return read(row);
}

export type EditedTarget = TargetFields & { readonly removed: boolean };

export async function changeTarget(
  tx: Work,
  target: string,
  { version, touched, fields }: Merged<EditedTarget>,
  byName: string,
  now: Date,
): Promise<KeptTarget> {
  const row = await tx
    .updateTable('target')
    .set({
      ...written(fields),
      removed_at: fields.removed ? now : null,
      ...{ version, touched: JSON.stringify(touched) },
      ...{ changed_at: now, changed_by_name: byName },
    })
    .where('id', '=', target)
    .returningAll()
    .executeTakeFirstOrThrow();
  return read(row);
}

const Touched = z.record(z.string(), z.number());

function read(row: Selectable<Tables['target']>): KeptTarget {
  return {
    ...{ id: row.id, place: row.place_id, round: row.round_id, title: row.title },
    about: { kind: row.about_kind, code: row.about_code },
    direction: row.direction,
    baseline: { value: row.baseline_value, on: row.baseline_on, source: row.baseline_source },
    ...{ path: row.path, steps: z.array(Step).parse(row.steps) },
    ...{ aim: row.aim, endsOn: row.ends_on, tolerance: row.tolerance },
    ...{ agreedBy: row.agreed_by, agreedOn: row.agreed_on, note: row.note },
    basis: row.basis === null ? null : Basis.parse(row.basis),
    ...{ removed: row.removed_at !== null, version: row.version },
    touched: Touched.parse(row.touched),
    ...{ madeAt: row.made_at, changedAt: row.changed_at, changedBy: row.changed_by_name },
  };
}

function written(fields: TargetFields) {
  const { about, baseline } = fields;
  return {
    ...{ round_id: fields.round, title: fields.title },
    ...{ about_kind: about.kind, about_code: about.code, direction: fields.direction },
    ...{ baseline_value: baseline.value, baseline_on: baseline.on },
    baseline_source: baseline.source,
    ...{ path: fields.path, steps: JSON.stringify(fields.steps) },
    ...{ aim: fields.aim, ends_on: fields.endsOn, tolerance: fields.tolerance },
    ...{ agreed_by: fields.agreedBy, agreed_on: fields.agreedOn, note: fields.note },
  };
}
