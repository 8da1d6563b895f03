import { z } from '@hono/zod-openapi';
import type { Work } from '../database/within.ts';

/** Who does something in a partnership's register. */
export type By = { readonly partnership: string; readonly name: string };

export type Change = {
  readonly kind: 'source' | 'study' | 'claim' | 'group' | 'protocol' | 'rule' | 'import';
  readonly record: string | null;
  /** What the record was called that day. */
  readonly title: string;
  readonly what: string;
  readonly note?: string;
};

export const ShownChange = z.object({
  id: z.string(),
  kind: z.string(),
  record: z.string().nullable(),
  title: z.string(),
  what: z.string(),
  note: z.string(),
  byName: z.string(),
  at: z.iso.datetime(),
});

/** Puts down what became of the register, for "what changed since". */
export async function noteChange(tx: Work, by: By, ...changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await tx
    .insertInto('evidence_change')
    .values(changes.map((each) => ({ ...each, partnership_id: by.partnership, by_name: by.name })))
    .execute();
}

/** The newest changes since the beginning of a day, or ever. */
export async function changesSince(tx: Work, since: string | null) {
  const rows = await tx
    .selectFrom('evidence_change')
    .selectAll()
    .select((of) => of.fn.countAll().over().as('total'))
    .$if(since !== null, (query) => query.where('at', '>=', new Date(`${since ?? ''}T00:00:00Z`)))
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  const changes = rows.map(({ id, kind, record, title, what, note, by_name: byName, at }) => ({
    ...{ id, kind, record, title, what, note, byName },
    at: at.toISOString(),
  }));
  return { changes, total: Number(rows[0]?.total ?? 0) };
}
