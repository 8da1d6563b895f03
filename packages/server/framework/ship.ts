import { Framework } from '@freehold/core/framework';
import { defaultFramework } from '@freehold/core/framework/shipped';
import type { Database } from '../database/connect.ts';
import { asInstallation } from '../database/within.ts';

/**
 * Puts the framework that comes with Freehold in as a published version that everybody shares. Where this
 * version is there already nothing happens, whatever its content: a published version never changes. [FW-7]
 *
 * @throws when what comes with Freehold is no framework.
 */
export async function shipFramework(database: Database, now: Date): Promise<void> {
  const framework = Framework.parse(defaultFramework);
  const { code, title, version } = framework;
  await asInstallation(database, async (tx) => {
    const { id } = await tx
      .insertInto('framework')
      .values({ code, title, partnership_id: null })
      .onConflict((on) => on.columns(['partnership_id', 'code']).doUpdateSet({ code }))
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('framework_version')
      .values({
        framework_id: id,
        partnership_id: null,
        version,
        state: 'published',
        content: JSON.stringify(framework),
        published_at: now,
      })
      .onConflict((on) => on.columns(['framework_id', 'version']).doNothing())
      .execute();
  });
}
