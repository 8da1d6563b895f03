import { z } from 'zod';
import { CleanUpKind, organisationKey, Suggestion } from '@freehold/core/directory';
import type { Work } from '../database/within.ts';

/** What somebody decided, with what it brought about, so that it can be taken back. */
export const Decision = z.object({
  what: z.enum(['organisation', 'new-organisation', 'name', 'answer', 'keep', 'dismiss']),
  organisation: z.string().nullable(),
  membership: z.string().nullable(),
  said: z.string(),
  before: z.string(),
});
export type Decision = z.infer<typeof Decision>;

export type Item = {
  readonly id: string;
  readonly kind: CleanUpKind;
  readonly listed: string | null;
  readonly file: string;
  readonly row: number | null;
  readonly column: string;
  readonly text: string;
  readonly details: Readonly<Record<string, string>>;
  readonly suggestions: readonly Suggestion[];
  readonly state: 'open' | 'settled' | 'dismissed';
  readonly decision: Decision | null;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: Date | null;
};

const columns = [
  ...(['id', 'kind', 'listed_id', 'file', 'row', 'col', 'text', 'details'] as const),
  ...(['suggestions', 'state', 'decision', 'reason', 'decided_by', 'decided_at'] as const),
] as const;

/**
 * The queue in the order of its files. What people have said about a spelling elsewhere counts here too: an
 * organisation accepted for it comes first with a score of 1, a refused one is gone. [DR-10] [DR-11]
 */
export async function cleanUpOf(tx: Work): Promise<readonly Item[]> {
  const rows = await tx
    .selectFrom('clean_up_item')
    .select(columns)
    .orderBy('file', 'desc')
    .orderBy('row')
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  const aliases = await tx
    .selectFrom('organisation_alias as a')
    .innerJoin('listed_organisation as o', 'o.id', 'a.organisation_id')
    .select(['a.key', 'a.organisation_id as organisation', 'a.refused', 'o.name'])
    .execute();
  return rows.map((row) => withLearnt(read(row), aliases));
}

/** One item, held until the work is done. */
export async function itemToSettle(tx: Work, id: string): Promise<Item | null> {
  const row = await tx
    .selectFrom('clean_up_item')
    .where('id', '=', id)
    .select(columns)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : read(row);
}

type Row = {
  readonly id: string;
  readonly kind: string;
  readonly listed_id: string | null;
  readonly file: string;
  readonly row: number | null;
  readonly col: string;
  readonly text: string;
  readonly details: unknown;
  readonly suggestions: unknown;
  readonly state: 'open' | 'settled' | 'dismissed';
  readonly decision: unknown;
  readonly reason: string;
  readonly decided_by: string;
  readonly decided_at: Date | null;
};

function read(row: Row): Item {
  return {
    ...{ id: row.id, kind: CleanUpKind.parse(row.kind), listed: row.listed_id, file: row.file },
    ...{ row: row.row, column: row.col, text: row.text, state: row.state, reason: row.reason },
    details: z.record(z.string(), z.string()).parse(row.details),
    suggestions: z.array(Suggestion).parse(row.suggestions),
    decision: row.decision === null ? null : Decision.parse(row.decision),
    ...{ decidedBy: row.decided_by, decidedAt: row.decided_at },
  };
}

type Alias = {
  readonly key: string;
  readonly organisation: string;
  readonly refused: boolean;
  readonly name: string;
};

function withLearnt(item: Item, aliases: readonly Alias[]): Item {
  if (item.state !== 'open' || !item.kind.startsWith('member-')) return item;
  const key = organisationKey(item.text);
  const said = aliases.filter((alias) => alias.key === key);
  const refused = new Set(said.filter((each) => each.refused).map((each) => each.organisation));
  const accepted = said
    .filter((each) => !each.refused)
    .map(({ organisation, name }) => ({
      organisation,
      name,
      score: 1,
      reason: 'accepted-before' as const,
    }));
  const taken = new Set(accepted.map(({ organisation }) => organisation));
  const others = item.suggestions.filter(
    ({ organisation }) => !refused.has(organisation) && !taken.has(organisation),
  );
  return { ...item, suggestions: [...accepted, ...others] };
}
