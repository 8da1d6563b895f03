import { sql } from 'kysely';
import { z } from 'zod';
import {
  emptyFacts,
  StatementAnswer,
  StatementArea,
  StatementFacts,
  type StatementContent,
} from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import type { StatementStep } from './statement-shapes.ts';

export type KeptStatement = {
  readonly id: string;
  readonly organisation: string;
  readonly yearEnd: string;
  readonly state: 'draft' | 'approved';
  readonly version: number;
  readonly facts: StatementFacts;
  readonly changedAt: Date;
  readonly texts: readonly KeptText[];
  readonly answers: readonly KeptAnswer[];
};

const Texts = z.array(
  z.object({
    ...{ area: StatementArea, written: z.string(), version: z.number() },
    ...{ changedBy: z.string(), changedAt: z.coerce.date() },
  }),
);
const Answers = z.array(
  z.object({
    ...{ item: z.string(), answer: StatementAnswer, note: z.string(), changedBy: z.string() },
  }),
);
type KeptText = z.infer<typeof Texts>[number];
type KeptAnswer = z.infer<typeof Answers>[number];

/** Every statement with its texts and answers, the newest year first; one statement to the database. */
export async function statementsOf(tx: Work): Promise<readonly KeptStatement[]> {
  const { rows } =
    await sql<Row>`${chosen} order by s.year_end desc, s.organisation_key, s.id`.execute(tx);
  return rows.map(kept);
}

/** One statement; with `hold` kept from changing under the asker's hands until the work is done. */
export async function statementOf(
  tx: Work,
  id: string,
  hold = false,
): Promise<KeptStatement | null> {
  const { rows } =
    await sql<Row>`${chosen} where s.id = ${id} ${hold ? sql`for update of s` : sql``}`.execute(tx);
  return rows[0] === undefined ? null : kept(rows[0]);
}

/** The same organisation's newest statement of an earlier year. */
export async function statementBefore(
  tx: Work,
  { organisation, yearEnd }: Pick<KeptStatement, 'organisation' | 'yearEnd'>,
): Promise<KeptStatement | null> {
  const { rows } = await sql<Row>`${chosen}
    where s.organisation_key = ${keyOf(organisation)} and s.year_end < ${yearEnd}::date
    order by s.year_end desc limit 1`.execute(tx);
  return rows[0] === undefined ? null : kept(rows[0]);
}

type Row = Omit<KeptStatement, 'facts' | 'texts' | 'answers'> & {
  readonly facts: unknown;
  readonly texts: unknown;
  readonly answers: unknown;
};

const chosen = sql`
  select s.id, s.organisation, s.year_end as "yearEnd", s.state, s.version, s.facts,
    s.changed_at as "changedAt",
    coalesce((select jsonb_agg(jsonb_build_object('area', t.area, 'written', t.written,
      'version', t.version, 'changedBy', t.changed_by_name, 'changedAt', t.changed_at))
      from statement_text t where t.statement_id = s.id), '[]') as texts,
    coalesce((select jsonb_agg(jsonb_build_object('item', a.item, 'answer', a.answer,
      'note', a.note, 'changedBy', a.changed_by_name) order by a.item)
      from statement_answer a where a.statement_id = s.id), '[]') as answers
  from statement s`;

function kept({ facts, texts, answers, ...row }: Row): KeptStatement {
  return {
    ...row,
    facts: StatementFacts.parse(facts),
    texts: Texts.parse(texts),
    answers: Answers.parse(answers),
  };
}

/** What core needs of a statement. */
export function contentOf({ yearEnd, facts, texts, answers }: KeptStatement): StatementContent {
  return {
    ...{ yearEnd, facts },
    texts: Object.fromEntries(texts.map(({ area, written }) => [area, written])),
    answers: Object.fromEntries(answers.map(({ item, answer }) => [item, answer])),
  };
}

function keyOf(organisation: string): string {
  return organisation.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** Begins a statement; null where the organisation has one for that year. */
export async function addStatement(
  tx: Work,
  by: { readonly partnership: string; readonly name: string; readonly now: Date },
  { organisation, yearEnd }: Pick<KeptStatement, 'organisation' | 'yearEnd'>,
): Promise<string | null> {
  const row = await tx
    .insertInto('statement')
    .values({
      ...{ partnership_id: by.partnership, organisation, organisation_key: keyOf(organisation) },
      ...{ year_end: yearEnd, facts: JSON.stringify(emptyFacts) },
      ...{ changed_by_name: by.name, changed_at: by.now },
    })
    .onConflict((on) => on.columns(['partnership_id', 'organisation_key', 'year_end']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export type By = { readonly partnership: string; readonly name: string; readonly now: Date };

/** So long one person's typing is one version of a text. */
const sitting = 15 * 60_000;

/**
 * Keeps what people wrote in an area, if nobody else has written there since: the new version, or null where somebody
 * has, and then nothing is kept. What stood there before this sitting stays among the versions.
 */
export async function writeArea(
  tx: Work,
  { partnership, name, now }: By,
  statement: string,
  {
    area,
    written,
    version,
  }: { readonly area: string; readonly written: string; readonly version: number },
): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    insert into statement_text as t (partnership_id, statement_id, area, written, changed_by_name, changed_at)
    values (${partnership}, ${statement}, ${area}, ${written}, ${name}, ${now})
    on conflict (statement_id, area) do update set written = excluded.written,
      version = t.version + 1, changed_by_name = excluded.changed_by_name,
      changed_at = excluded.changed_at
    where t.version = ${version}
    returning version`.execute(tx);
  const next = rows[0]?.version ?? null;
  if (next === null) return null;
  const begun = new Date(now.getTime() - sitting);
  const { numAffectedRows = 0n } = await sql`
    update statement_text_version set version = ${next}, written = ${written}
    where by_name = ${name} and at > ${begun} and id = (select id from statement_text_version
      where statement_id = ${statement} and area = ${area} order by version desc limit 1)`.execute(
    tx,
  );
  if (numAffectedRows === 0n)
    await tx
      .insertInto('statement_text_version')
      .values({
        ...{ partnership_id: partnership, statement_id: statement, area, version: next, written },
        ...{ by_name: name, at: now },
      })
      .execute();
  return next;
}

/** The versions of an area's text, the newest first. */
export async function versionsOf(tx: Work, statement: string, area: string) {
  const rows = await tx
    .selectFrom('statement_text_version')
    .where('statement_id', '=', statement)
    .where('area', '=', area)
    .orderBy('version', 'desc')
    .limit(100)
    .select(['version', 'written', 'by_name as byName', 'at'])
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** Keeps what was found of an item, or takes it back. */
export async function answerItem(
  tx: Work,
  { partnership, name, now }: By,
  statement: string,
  {
    item,
    answer,
    note,
  }: { readonly item: string; readonly answer: StatementAnswer | null; readonly note: string },
): Promise<void> {
  if (answer === null) {
    await tx
      .deleteFrom('statement_answer')
      .where('statement_id', '=', statement)
      .where('item', '=', item)
      .execute();
    return;
  }
  const change = { answer, note, changed_by_name: name, changed_at: now };
  await tx
    .insertInto('statement_answer')
    .values({ partnership_id: partnership, statement_id: statement, item, ...change })
    .onConflict((on) => on.columns(['statement_id', 'item']).doUpdateSet(change))
    .execute();
}

/** Keeps facts or state, if nobody else has since `version`; the new version, or null. */
export async function changeHead(
  tx: Work,
  { name, now }: By,
  statement: string,
  {
    version,
    facts,
    state,
  }: {
    readonly version: number;
    readonly facts: StatementFacts;
    readonly state: 'draft' | 'approved';
  },
): Promise<number | null> {
  const row = await tx
    .updateTable('statement')
    .set((e) => ({
      ...{ facts: JSON.stringify(facts), state, version: e('version', '+', 1) },
      ...{ changed_by_name: name, changed_at: now },
    }))
    .where('id', '=', statement)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

/** The improvement plan of a statement, in the order in which it was written. */
export async function stepsOf(
  tx: Work,
  statement: string,
): Promise<readonly z.infer<typeof StatementStep>[]> {
  return tx
    .selectFrom('statement_step')
    .where('statement_id', '=', statement)
    .where('removed_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .select([
      ...(['id', 'area', 'what', 'owner_role as ownerRole'] as const),
      ...(['due_on as dueOn', 'done_on as doneOn'] as const),
    ])
    .execute();
}
