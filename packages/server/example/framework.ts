import { defaultFramework } from '@freehold/core/framework/shipped';
import type { Work } from '../database/within.ts';

/** The newest published version of the framework that comes with Freehold. @throws where it was not shipped. */
export async function shippedVersion(tx: Work): Promise<string> {
  const { id } = await tx
    .selectFrom('framework_version as v')
    .innerJoin('framework as f', 'f.id', 'v.framework_id')
    .where('f.code', '=', defaultFramework.code)
    .where('f.partnership_id', 'is', null)
    .where('v.state', '=', 'published')
    .select('v.id')
    .orderBy('v.version', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}
