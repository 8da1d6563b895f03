import { Mapping } from '@freehold/core/data';
import type { Work } from '../database/within.ts';
import { shippedMappings, type NamedMapping } from './mappings/index.ts';

export type KeptMapping = NamedMapping & { readonly shipped: boolean };

/** The partnership's mappings, and those that Freehold brings along where the partnership has none of the code. */
export async function mappingsFor(tx: Work): Promise<readonly KeptMapping[]> {
  const rows = await tx
    .selectFrom('saved_mapping')
    .select(['code', 'title', 'content'])
    .orderBy('title')
    .execute();
  const own = rows.map(({ content, ...row }) => ({
    ...row,
    content: Mapping.parse(content),
    shipped: false,
  }));
  const codes = new Set(own.map((each) => each.code));
  const brought = shippedMappings
    .filter((each) => !codes.has(each.code))
    .map((each) => ({ ...each, shipped: true }));
  return [...own, ...brought];
}

/** One mapping by its code; null where there is none. */
export async function mappingOf(tx: Work, code: string): Promise<Mapping | null> {
  const row = await tx
    .selectFrom('saved_mapping')
    .where('code', '=', code)
    .select('content')
    .orderBy('partnership_id', (order) => order.asc().nullsLast())
    .executeTakeFirst();
  if (row !== undefined) return Mapping.parse(row.content);
  return shippedMappings.find((each) => each.code === code)?.content ?? null;
}

export async function saveMapping(
  tx: Work,
  partnership: string,
  { code, title, content }: NamedMapping,
): Promise<void> {
  const described = { title, content: JSON.stringify(content) };
  await tx
    .insertInto('saved_mapping')
    .values({ partnership_id: partnership, code, ...described })
    .onConflict((on) => on.columns(['partnership_id', 'code']).doUpdateSet(described))
    .execute();
}
