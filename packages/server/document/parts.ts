import { sql } from 'kysely';
import { z } from 'zod';
import { Block } from '@freehold/core/document';
import type { Work } from '../database/within.ts';

/** Which guided document of a place: `edition` tells its years apart, '' where there is one draft only. */
export type Guided = {
  readonly partnership: string;
  readonly place: string;
  readonly document: 'problem-profile' | 'annual-report';
  readonly edition: string;
};

export type PartRow = {
  readonly part: string;
  readonly filled: readonly Block[];
  readonly filledAt: Date | null;
  readonly written: string;
  readonly state: 'open' | 'ready' | 'left-out';
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Date;
};

/** The parts of a guided document that hold anything yet. */
export async function partsOf(
  tx: Work,
  { place, document, edition }: Omit<Guided, 'partnership'>,
): Promise<readonly PartRow[]> {
  const rows = await tx
    .selectFrom('document_part')
    .where('place_id', '=', place)
    .where('document', '=', document)
    .where('edition', '=', edition)
    .select([
      'part',
      'filled',
      'filled_at as filledAt',
      'written',
      'state',
      'version',
      'changed_by_name as changedBy',
      'changed_at as changedAt',
    ])
    .execute();
  return rows.map((row) => ({ ...row, filled: z.array(Block).parse(row.filled ?? []) }));
}

/**
 * Keeps what people wrote in a part, if nobody else has written there since: `version` is the one they began from, 0
 * for a part with nothing in it. The new version; null where somebody has, and then nothing is kept.
 */
export async function writePart(
  tx: Work,
  { partnership, place, document, edition }: Guided,
  change: Pick<PartRow, 'part' | 'written' | 'state' | 'version' | 'changedBy' | 'changedAt'>,
): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    insert into document_part as p (partnership_id, place_id, document, edition, part, written,
      state, changed_by_name, changed_at)
    values (${partnership}, ${place}, ${document}, ${edition}, ${change.part}, ${change.written},
      ${change.state}, ${change.changedBy}, ${change.changedAt})
    on conflict (partnership_id, place_id, document, edition, part) do update set
      written = excluded.written, state = excluded.state, version = p.version + 1,
      changed_by_name = excluded.changed_by_name, changed_at = excluded.changed_at
    where p.version = ${change.version}
    returning version`.execute(tx);
  return rows[0]?.version ?? null;
}

/** Keeps what the records say for parts, in one statement; what people wrote stays as it is. [PP-2] */
export async function fillParts(
  tx: Work,
  { partnership, place, document, edition }: Guided,
  parts: readonly { readonly part: string; readonly filled: readonly Block[] }[],
  at: Date,
): Promise<void> {
  await sql`
    insert into document_part (partnership_id, place_id, document, edition, part, filled, filled_at,
      version, changed_at)
    select ${partnership}::uuid, ${place}::uuid, ${document}, ${edition}, n.part, n.filled,
      ${at}::timestamptz, 0, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as n (part text, filled jsonb)
    on conflict (partnership_id, place_id, document, edition, part) do update set
      filled = excluded.filled, filled_at = excluded.filled_at`.execute(tx);
}
