import { Framework } from '@freehold/core/framework';
import { defaultFramework } from '@freehold/core/framework/shipped';
import { asInstallation } from '../database/within.ts';
import type { House } from '../http/house.ts';

export const shipped = Framework.parse(defaultFramework);

/** Puts a framework into the house as a shared, published version, and gives the version's id. */
export async function putFramework(
  house: Pick<House, 'database'>,
  framework: Framework = shipped,
): Promise<string> {
  return asInstallation(house.database, async (tx) => {
    const { id } = await tx
      .insertInto('framework')
      .values({ code: framework.code, title: framework.title, partnership_id: null })
      .onConflict((on) =>
        on.columns(['partnership_id', 'code']).doUpdateSet({ title: framework.title }),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    const version = await tx
      .insertInto('framework_version')
      .values({
        framework_id: id,
        partnership_id: null,
        version: framework.version,
        state: 'published',
        content: JSON.stringify(framework),
        published_at: new Date('2026-01-05T09:00:00Z'),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return version.id;
  });
}
