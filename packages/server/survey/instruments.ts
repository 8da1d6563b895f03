import { sql } from 'kysely';
import { Instrument } from '@freehold/core/survey';
import { shippedInstruments } from '@freehold/core/survey/shipped';
import type { Work } from '../database/within.ts';

export type InstrumentState = 'draft' | 'published' | 'locked';

/** A version of an instrument as it is kept. */
export type KeptInstrument = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly state: InstrumentState;
  readonly shipped: boolean;
  readonly content: Instrument;
  readonly changedAt: Date;
};

const columns = [
  'id',
  'code',
  'version',
  'state',
  'shipped',
  'content',
  'changed_at as changedAt',
] as const;

/** Every version, the newest first of each code. */
export async function instrumentsOf(tx: Work): Promise<readonly KeptInstrument[]> {
  const rows = await tx
    .selectFrom('survey_instrument')
    .select(columns)
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(read);
}

export async function instrumentOf(
  tx: Work,
  id: string,
  lock?: 'update',
): Promise<KeptInstrument | null> {
  const row = await tx
    .selectFrom('survey_instrument')
    .where('id', '=', id)
    .select(columns)
    .$if(lock === 'update', (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? null : read(row);
}

function read<Row extends { content: unknown }>(row: Row) {
  return { ...row, content: Instrument.parse(row.content) };
}

/** Keeps an instrument as the next version of its code. */
export async function addVersion(
  tx: Work,
  partnership: string,
  content: Instrument,
  { state = 'draft', shipped = false }: { state?: 'draft' | 'published'; shipped?: boolean } = {},
): Promise<string> {
  const { id } = await tx
    .insertInto('survey_instrument')
    .values({
      partnership_id: partnership,
      code: content.code,
      version: sql<number>`1 + coalesce((select max(version) from survey_instrument
        where code = ${content.code}), 0)`,
      ...{ state, shipped, content: JSON.stringify(content) },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The partnership's copy of a shipped instrument, made when it is first used; null where none has the code. */
export async function shippedCopy(
  tx: Work,
  partnership: string,
  code: string,
): Promise<string | null> {
  const content = shippedInstruments.find((each) => each.code === code);
  if (content === undefined) return null;
  const kept = await tx
    .selectFrom('survey_instrument')
    .where('code', '=', code)
    .where('shipped', '=', true)
    .where('content', '=', JSON.stringify(content))
    .select('id')
    .executeTakeFirst();
  return kept?.id ?? addVersion(tx, partnership, content, { state: 'published', shipped: true });
}

export async function changeInstrument(
  tx: Work,
  id: string,
  content: Instrument,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('survey_instrument')
    .set({ content: JSON.stringify(content), changed_at: now })
    .where('id', '=', id)
    .execute();
}

export async function setState(tx: Work, id: string, state: InstrumentState): Promise<void> {
  await tx.updateTable('survey_instrument').set({ state }).where('id', '=', id).execute();
}

export async function removeInstrument(tx: Work, id: string): Promise<void> {
  await tx.deleteFrom('survey_instrument').where('id', '=', id).execute();
}
