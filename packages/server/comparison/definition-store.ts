import { sql } from 'kysely';
import { z } from '@hono/zod-openapi';
import type { Work } from '../database/within.ts';

/** What a partnership measures nearness by: measures of its own data, and how much each weighs. */
export const Yardstick = z.strictObject({
  code: z.string().min(1).max(80),
  weight: z.number().min(0.1).max(10),
});

export const mostYardsticks = 12;

const Yardsticks = z.array(Yardstick);

export type Definition = {
  readonly version: number;
  readonly yardsticks: z.infer<typeof Yardsticks>;
  readonly byName: string;
  readonly at: Date;
};

/** A definition of nearness: the newest, or the one of a number. Null where there is none. */
export async function definitionOf(tx: Work, version: number | null): Promise<Definition | null> {
  const row = await tx
    .selectFrom('neighbour_definition')
    .$if(version !== null, (query) => query.where('version', '=', version ?? 0))
    .select(['version', 'yardsticks', 'made_by_name as byName', 'made_at as at'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, yardsticks: Yardsticks.parse(row.yardsticks) };
}

/** Keeps the next version of the definition; older ones stay, so that a comparison can be rebuilt. */
export async function addDefinition(
  tx: Work,
  partnership: string,
  yardsticks: readonly z.infer<typeof Yardstick>[],
  by: { readonly name: string; readonly now: Date },
): Promise<void> {
  await tx
    .insertInto('neighbour_definition')
    .values({
      partnership_id: partnership,
      version: sql<number>`(select coalesce(max(version), 0) + 1 from neighbour_definition)`,
      yardsticks: JSON.stringify(yardsticks),
      ...{ made_by_name: by.name, made_at: by.now },
    })
    .execute();
}

/** Which of these measures the partnership has no data of. One statement. */
export async function unknownMeasures(
  tx: Work,
  codes: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('measure')
    .where('code', 'in', [...codes])
    .select('code')
    .execute();
  return codes.filter((code) => !rows.some((row) => row.code === code));
}
