import { sql } from 'kysely';
import { Framework, Mapping } from '@freehold/core/framework';
import type { Work } from '../database/within.ts';

export type VersionState = 'draft' | 'published' | 'retired';

/** A version without its content; `shared` when it belongs to the whole installation. */
export type VersionHead = {
  readonly id: string;
  readonly framework: string;
  readonly shared: boolean;
  readonly version: number;
  readonly state: VersionState;
  readonly madeAt: Date;
  readonly publishedAt: Date | null;
  readonly retiredAt: Date | null;
};

export type VersionLine = VersionHead & {
  readonly code: string;
  readonly frameworkTitle: string;
  readonly title: string;
  readonly statement: string;
  readonly topics: number;
  readonly indicators: number;
};

const head = [
  'v.id',
  'v.framework_id as framework',
  sql<boolean>`v.partnership_id is null`.as('shared'),
  'v.version',
  'v.state',
  'v.made_at as madeAt',
  'v.published_at as publishedAt',
  'v.retired_at as retiredAt',
] as const;

const counted = (path: string) =>
  sql<number>`jsonb_array_length(jsonb_path_query_array(v.content, ${sql.lit(path)}))`;

/** Every version that the asker may see, newest first within its framework; shared frameworks come last. */
export async function versionLines(tx: Work): Promise<readonly VersionLine[]> {
  return tx
    .selectFrom('framework_version as v')
    .innerJoin('framework as f', 'f.id', 'v.framework_id')
    .select([
      ...head,
      'f.code',
      'f.title as frameworkTitle',
      sql<string>`v.content ->> 'title'`.as('title'),
      sql<string>`v.content ->> 'statement'`.as('statement'),
      counted('$.levels[*].topics[*]').as('topics'),
      counted('$.levels[*].topics[*].indicators[*]').as('indicators'),
    ])
    .orderBy(sql`v.partnership_id is null`)
    .orderBy('f.title')
    .orderBy('f.id')
    .orderBy('v.version', 'desc')
    .execute();
}

export async function versionHead(tx: Work, version: string): Promise<VersionHead | null> {
  const row = await tx
    .selectFrom('framework_version as v')
    .where('v.id', '=', version)
    .select(head)
    .executeTakeFirst();
  return row ?? null;
}

/** Versions with what is in them, by id; those that the asker may not see are left out. */
export async function versionsWithContent(
  tx: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VersionHead & { readonly content: Framework }>> {
  const rows = await tx
    .selectFrom('framework_version as v')
    .where('v.id', 'in', [...ids])
    .select([...head, 'v.content'])
    .execute();
  return new Map(rows.map((row) => [row.id, { ...row, content: Framework.parse(row.content) }]));
}

export type Drafted = { readonly id: string; readonly code: string; readonly version: number };

/**
 * Keeps a framework as a draft of the partnership's own. Its number is the next after every version with
 * this code that the partnership can see, and the content carries that number. [FW-8]
 */
export async function addDraft(
  tx: Work,
  partnership: string,
  framework: Framework,
): Promise<Drafted> {
  const { code, title } = framework;
  // The update that changes nothing holds the row, so that two who import at once get two numbers.
  const own = await tx
    .insertInto('framework')
    .values({ partnership_id: partnership, code, title })
    .onConflict((on) => on.columns(['partnership_id', 'code']).doUpdateSet({ code }))
    .returning('id')
    .executeTakeFirstOrThrow();
  const { last } = await tx
    .selectFrom('framework_version as v')
    .innerJoin('framework as f', 'f.id', 'v.framework_id')
    .where('f.code', '=', code)
    .select(({ fn }) => fn.coalesce(fn.max('v.version'), sql<number>`0`).as('last'))
    .executeTakeFirstOrThrow();
  const version = last + 1;
  const { id } = await tx
    .insertInto('framework_version')
    .values({
      partnership_id: partnership,
      framework_id: own.id,
      version,
      state: 'draft',
      content: JSON.stringify({ ...framework, version }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, code, version };
}

/** Publishes a draft; false when it is none any more. The framework takes the title of its newest version. */
export async function publish(
  tx: Work,
  { id, framework }: VersionHead,
  now: Date,
): Promise<boolean> {
  const done = await tx
    .updateTable('framework_version')
    .set({ state: 'published', published_at: now })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .returning(sql<string>`content ->> 'title'`.as('title'))
    .executeTakeFirst();
  if (done === undefined) return false;
  await tx
    .updateTable('framework')
    .set({ title: done.title })
    .where('id', '=', framework)
    .execute();
  return true;
}

/** Retires a published version; false when it is none. */
export async function retire(tx: Work, { id }: VersionHead, now: Date): Promise<boolean> {
  const done = await tx
    .updateTable('framework_version')
    .set({ state: 'retired', retired_at: now })
    .where('id', '=', id)
    .where('state', '=', 'published')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Removes a draft, and its framework when that was all of it; false when it is no draft. */
export async function removeDraft(tx: Work, { id, framework }: VersionHead): Promise<boolean> {
  const gone = await tx
    .deleteFrom('framework_version')
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  if (gone.numDeletedRows !== 1n) return false;
  await tx
    .deleteFrom('framework')
    .where('id', '=', framework)
    .where((eb) => {
      const left = eb.selectFrom('framework_version').where('framework_id', '=', framework);
      return eb.not(eb.exists(left.select('id')));
    })
    .execute();
  return true;
}

export type Between = { readonly from: string; readonly to: string };

/** The mapping that was kept between two versions; null where none was. */
export async function keptMapping(tx: Work, { from, to }: Between): Promise<Mapping | null> {
  const row = await tx
    .selectFrom('framework_mapping')
    .where('from_version_id', '=', from)
    .where('to_version_id', '=', to)
    .select('content')
    .executeTakeFirst();
  return row === undefined ? null : Mapping.parse(row.content);
}

export async function keepMapping(
  tx: Work,
  partnership: string,
  { from, to }: Between,
  mapping: Mapping,
): Promise<void> {
  const content = JSON.stringify(mapping);
  await tx
    .insertInto('framework_mapping')
    .values({ from_version_id: from, to_version_id: to, partnership_id: partnership, content })
    .onConflict((on) => on.columns(['from_version_id', 'to_version_id']).doUpdateSet({ content }))
    .execute();
}
