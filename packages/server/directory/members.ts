import type { z } from '@hono/zod-openapi';
import type { Work } from '../database/within.ts';
import { membershipsOf, organisationsOf } from './listed.ts';
import type { MembershipShown } from './shapes.ts';

/** A partnership's members by name. */
export async function membersShown(
  tx: Work,
  listed: string,
): Promise<readonly z.infer<typeof MembershipShown>[]> {
  const organisations = new Map((await organisationsOf(tx)).map((each) => [each.id, each]));
  return (await membershipsOf(tx))
    .filter((each) => each.listed === listed)
    .flatMap((each) => {
      const organisation = organisations.get(each.organisation);
      if (organisation === undefined) return [];
      return [{ ...each, name: organisation.name, sector: organisation.sector }];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
