import { Framework } from '@freehold/core/framework';
import { defaultFramework } from '@freehold/core/framework/shipped';
import { asInstallation } from '../database/within.ts';
import { shipFramework } from '../framework/ship.ts';
import type { House } from '../http/house.ts';

export const shipped = Framework.parse(defaultFramework);

/** Puts the shipped framework in, as a start does, and gives the id of its published version. */
export async function putFramework({
  database,
  ports,
}: Pick<House, 'database' | 'ports'>): Promise<string> {
  await shipFramework(database, ports.clock.now());
  const { id } = await asInstallation(database, (tx) =>
    tx
      .selectFrom('framework_version')
      .where('state', '=', 'published')
      .where('partnership_id', 'is', null)
      .select('id')
      .executeTakeFirstOrThrow(),
  );
  return id;
}
