import { sql, type RawBuilder } from 'kysely';
import { leastShown, SeriesBreak, type DataSet, type Measure } from '@freehold/core/data';
import { problem, type Problem } from '@freehold/core/problem';
import { z } from 'zod';
import type { Work } from '../database/within.ts';
import { texts } from './arrays.ts';
import { remember, type Writer } from './before.ts';
import type { MeasureShown } from './shapes.ts';

/** One measure as it is shown; the partnership's own before a shared one. Null where there is none. */
export async function measureByCode(tx: Work, code: string): Promise<MeasureShown | null> {
  const row = await tx
    .selectFrom('measure')
    .where('code', '=', code)
    .orderBy('partnership_id', (order) => order.asc().nullsLast())
    .select((e) => [
      'code',
      'title',
      'definition',
      'unit',
      'direction',
      'value_kind as valueKind',
      'factor',
      'decimals',
      'counts_people as countsPeople',
      'detection',
      'least_cell as leastCell',
      'zero_shown as zeroShown',
      'breaks',
      e
        .selectFrom('partnership')
        .select((p) => p.fn.max('least_cell').as('own'))
        .as('ownLeast'),
    ])
    .executeTakeFirst();
  if (row === undefined) return null;
  const { ownLeast, breaks, ...measure } = row;
  const leastCell = leastShown(measure, ownLeast ?? 0);
  return { ...measure, leastCell, breaks: z.array(SeriesBreak).parse(breaks) };
}

/** What must not change under a measure that has observations: they would mean something else. */
const meaning = ['valueKind', 'unit', 'factor', 'direction'] as const;

/**
 * Where a mapping describes a measure of the partnership's otherwise than it is kept, in what its values mean.
 * Problem: `measure-differs`. Everything else (title, definition, least cell, breaks, …) may change.
 */
export async function measureClashes(
  tx: Work,
  partnership: string,
  measures: readonly Measure[],
): Promise<readonly Problem[]> {
  const there = await tx
    .selectFrom('measure')
    .where('partnership_id', '=', partnership)
    .where(
      'code',
      'in',
      measures.map((each) => each.code),
    )
    .select(['code', 'value_kind as valueKind', 'unit', 'factor', 'direction'])
    .execute();
  return there.flatMap((kept) => {
    const wanted = measures.find((each) => each.code === kept.code);
    const fields = meaning.filter((field) => wanted !== undefined && wanted[field] !== kept[field]);
    return fields.length === 0 ? [] : [problem('measure-differs', { measure: kept.code, fields })];
  });
}

/** Keeps measures as they are described now; their ids, in the same order. */
export async function keepMeasures(
  tx: Work,
  job: Writer,
  measures: readonly Measure[],
): Promise<readonly string[]> {
  const codes = texts(measures.map((each) => each.code));
  await remember(job, 'measure', described(job, codes)).execute(tx);
  const rows = await tx
    .insertInto('measure')
    .values(
      measures.map((each) => ({
        partnership_id: job.partnership,
        job_id: job.id,
        code: each.code,
        title: each.title,
        definition: each.definition,
        unit: each.unit,
        direction: each.direction,
        value_kind: each.valueKind,
        factor: each.factor,
        decimals: each.decimals,
        counts_people: each.countsPeople,
        detection: each.detection,
        least_cell: each.leastCell,
        zero_shown: each.zeroShown,
        breaks: JSON.stringify(each.breaks),
      })),
    )
    .onConflict((on) =>
      on.columns(['partnership_id', 'code']).doUpdateSet((e) => ({
        title: e.ref('excluded.title'),
        definition: e.ref('excluded.definition'),
        decimals: e.ref('excluded.decimals'),
        counts_people: e.ref('excluded.counts_people'),
        detection: e.ref('excluded.detection'),
        least_cell: e.ref('excluded.least_cell'),
        zero_shown: e.ref('excluded.zero_shown'),
        breaks: e.ref('excluded.breaks'),
        job_id: job.id,
      })),
    )
    .returning(['id', 'code'])
    .execute();
  const ids = new Map(rows.map((row) => [row.code, row.id]));
  return measures.map((each) => ids.get(each.code) ?? '');
}

/** Keeps a data set as it is described now; its id. */
export async function keepDataSet(tx: Work, job: Writer, set: DataSet): Promise<string> {
  await remember(job, 'data_set', described(job, texts([set.code]))).execute(tx);
  const content = {
    title: set.title,
    publisher: set.publisher,
    edition: set.edition,
    licence: set.licence,
    url: set.url,
    retrieved_on: set.retrievedOn,
    note: set.note,
    job_id: job.id,
  };
  const { id } = await tx
    .insertInto('data_set')
    .values({ partnership_id: job.partnership, code: set.code, ...content })
    .onConflict((on) => on.columns(['partnership_id', 'code']).doUpdateSet(content))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function described({ partnership }: Writer, codes: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`where t.partnership_id = ${partnership}::uuid and t.code = any(${codes})`;
}
