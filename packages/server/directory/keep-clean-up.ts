import { sql } from 'kysely';
import type { DirectoryFile } from '@freehold/core/directory';
import type { Work } from '../database/within.ts';
import type { Hand } from './entry.ts';
import type { OrganisationIds } from './keep.ts';

/**
 * Puts what is to be cleaned up into the queue and counts what is new there: the same words about the same
 * partnership are asked about once, whatever was decided then.
 */
export async function keepCleanUp(
  tx: Work,
  hand: Hand,
  {
    directory,
    listed,
    organisations,
    edited,
    id,
  }: {
    readonly directory: DirectoryFile;
    readonly listed: ReadonlyMap<string, string>;
    readonly organisations: OrganisationIds;
    /** Keys of partnerships that a person has edited since an earlier file. */
    readonly edited: readonly string[];
    readonly id: string;
  },
): Promise<number> {
  const items = directory.cleanUp.map((item) => ({
    ...item,
    listed: listed.get(item.partnership) ?? null,
    suggestions: item.suggestions.map((each) => ({
      ...each,
      organisation: organisations.of(each.organisation) ?? each.organisation,
    })),
  }));
  const told = directory.partnerships
    .filter(({ key }) => edited.includes(key))
    .map(({ key, name }) => ({
      ...{ kind: 'edited-here', file: 'partnerships', row: null, column: '', text: name },
      ...{ suggestions: [], details: {}, listed: listed.get(key) ?? null },
    }));
  const added = await sql`insert into clean_up_item
      (partnership_id, import_id, listed_id, kind, file, row, col, text, details, suggestions, made_at)
    select ${hand.partnership}::uuid, ${id}::uuid, g.listed, g.kind, g.file, g."row", g."column",
      g.text, g.details, g.suggestions, ${hand.at}
    from jsonb_to_recordset(${JSON.stringify([...items, ...told])}::jsonb) as g (listed uuid,
      kind text, file text, "row" int, "column" text, text text, details jsonb, suggestions jsonb)
    where not exists (select from clean_up_item c where c.partnership_id = ${hand.partnership}
      and c.kind = g.kind and c.text = g.text and c.col = g."column"
      and c.listed_id is not distinct from g.listed)`.execute(tx);
  return Number(added.numAffectedRows ?? 0);
}
