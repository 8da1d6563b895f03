import { sql } from 'kysely';
import { z } from 'zod';
import { ClaimCount, OutcomeCount } from '@freehold/core/recovery';
import type { Work } from '../database/within.ts';
import type { CountFile } from './shapes.ts';

export type Kind = 'claims' | 'outcomes';

/** The claims that count: of each year those of the newest file that holds it. [RC-6] */
export async function claimsOf(tx: Work): Promise<readonly ClaimCount[]> {
  const { rows } = await sql`
    select c.year, c.route, c.outcome, c.stage, c.represented, c.band, c.duration, c.n
    from remedy_claim c join ${newest('claims')} on b.id = c.batch_id and b.year = c.year
    order by c.year, c.route`.execute(tx);
  return z.array(ClaimCount).parse(rows);
}

/** The outcomes that count: of each year those of the newest file that holds it. [RC-6] */
export async function outcomesOf(tx: Work): Promise<readonly OutcomeCount[]> {
  const { rows } = await sql`
    select o.year, o.outcome, o.point, o.rater, o.answer, o.n
    from recovery_outcome o join ${newest('outcomes')} on b.id = o.batch_id and b.year = o.year
    order by o.year, o.outcome`.execute(tx);
  return z.array(OutcomeCount).parse(rows);
}

function newest(kind: Kind) {
  return sql`(select distinct on (y.year) y.year::int as year, r.id from recovery_batch r,
    jsonb_array_elements_text(r.years) y (year) where r.kind = ${kind} and r.removed_at is null
    order by y.year, r.at desc, r.id) b`;
}

/** The files of a kind, the newest first, those that were taken out too. */
export async function filesOf(tx: Work, kind: Kind): Promise<z.infer<typeof CountFile>[]> {
  const rows = await tx
    .selectFrom('recovery_batch')
    .where('kind', '=', kind)
    .orderBy('at', 'desc')
    .orderBy('id')
    .select([
      ...(['id', 'kind', 'years', 'rows', 'source', 'by_name as byName'] as const),
      ...(['at', 'removed_at as removedAt'] as const),
    ])
    .execute();
  return rows.map(({ years, at, removedAt, ...row }) => ({
    ...row,
    years: z.array(z.number()).parse(years),
    at: at.toISOString(),
    removedAt: removedAt?.toISOString() ?? null,
  }));
}

/** Which sources the counts have that count now, as whoever brought them in said it. */
export async function sourceOf(tx: Work, kind: Kind): Promise<string> {
  const { rows } = await sql<{ source: string }>`
    select distinct r.source from recovery_batch r join ${newest(kind)} on b.id = r.id
    where r.source <> '' order by r.source`.execute(tx);
  return rows.map(({ source }) => source).join('; ');
}

type Bringing = {
  readonly partnership: string;
  readonly name: string;
  readonly now: Date;
  readonly source: string;
};

/** Keeps what a file of claims said. */
export async function addClaims(
  tx: Work,
  by: Bringing,
  claims: readonly ClaimCount[],
): Promise<string> {
  const batch = await addFile(tx, by, 'claims', claims);
  await sql`insert into remedy_claim (partnership_id, batch_id, year, route, outcome, stage,
      represented, band, duration, n)
    select ${by.partnership}::uuid, ${batch}::uuid, r.year, r.route, r.outcome, r.stage,
      r.represented, r.band, r.duration, r.n
    from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as r (year int, route text,
      outcome text, stage text, represented text, band text, duration text, n int)`.execute(tx);
  return batch;
}

/** Keeps what a file of outcomes said. */
export async function addOutcomes(
  tx: Work,
  by: Bringing,
  outcomes: readonly OutcomeCount[],
): Promise<string> {
  const batch = await addFile(tx, by, 'outcomes', outcomes);
  await sql`insert into recovery_outcome (partnership_id, batch_id, year, outcome, point, rater,
      answer, n)
    select ${by.partnership}::uuid, ${batch}::uuid, r.year, r.outcome, r.point, r.rater, r.answer,
      r.n
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as r (year int, outcome text,
      point text, rater text, answer text, n int)`.execute(tx);
  return batch;
}

async function addFile(
  tx: Work,
  { partnership, name, now, source }: Bringing,
  kind: Kind,
  rows: readonly { readonly year: number }[],
): Promise<string> {
  const { id } = await tx
    .insertInto('recovery_batch')
    .values({
      ...{ partnership_id: partnership, kind, years: JSON.stringify(yearsIn(rows)) },
      ...{ rows: rows.length, source, by_name: name, at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The years that rows are about, the newest first. */
export function yearsIn(rows: readonly { readonly year: number }[]): number[] {
  return [...new Set(rows.map(({ year }) => year))].toSorted((a, b) => b - a);
}
