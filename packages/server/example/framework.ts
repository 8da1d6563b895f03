import { Framework } from '@freehold/core/framework';
import { defaultFramework } from '@freehold/core/framework/shipped';
import type { Work } from '../database/within.ts';

/** The newest published version of the shipped framework, which everybody shares; put in place where it is not yet. */
export async function shippedVersion(tx: Work, now: Date): Promise<string> {
  const framework = Framework.parse(defaultFramework);
  const there = await tx
    .selectFrom('framework_version as v')
    .innerJoin('framework as f', 'f.id', 'v.framework_id')
    .where('f.code', '=', framework.code)
    .where('f.partnership_id', 'is', null)
    .where('v.state', '=', 'published')
    .select('v.id')
    .orderBy('v.version', 'desc')
    .executeTakeFirst();
  return there?.id ?? ship(tx, framework, now);
}

async function ship(tx: Work, framework: Framework, now: Date): Promise<string> {
  const { code, title, version } = framework;
  const made = await tx
    .insertInto('framework')
    .values({ code, title })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id } = await tx
    .insertInto('framework_version')
    .values({
      framework_id: made.id,
      version,
      state: 'published',
      content: JSON.stringify(framework),
      published_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
