import { mappingDocument, type MappedPartnership } from '@freehold/core/directory';
import type { Document } from '@freehold/core/document';
import type { Work } from '../database/within.ts';
import { areasFor } from './areas.ts';
import { cleanUpOf } from './clean-up.ts';
import { codeListsOf } from './code-lists.ts';
import { listedOf, membershipsOf, organisationsOf } from './listed.ts';
import { countedBy, listedShown } from './store.ts';

/** Gathers what the mapping's report says. */
export async function mappingReport(
  tx: Work,
  partnership: string,
  today: string,
  asked: string | null,
): Promise<Document> {
  const { name, madeUp } = await tx
    .selectFrom('partnership')
    .where('id', '=', partnership)
    .select(['name', 'made_up as madeUp'])
    .executeTakeFirstOrThrow();
  const { list } = await areasFor(tx, await listedOf(tx), asked);
  const organisations = await organisationsOf(tx);
  const items = await cleanUpOf(tx);
  const waiting = countedBy(
    items.filter(({ state }) => state === 'open'),
    ({ kind }) => kind,
  );
  return mappingDocument({
    madeOn: today,
    partnership: { name, madeUp },
    lists: await codeListsOf(tx),
    areas: list,
    partnerships: await mapped(tx, today),
    organisations: organisations.length,
    waiting: Object.fromEntries(waiting),
  });
}

async function mapped(tx: Work, today: string): Promise<readonly MappedPartnership[]> {
  const sectors = await sectorsByListed(tx);
  return (await listedShown(tx, today)).map((each) => ({
    ...each,
    sectors: sectors.get(each.id) ?? [],
  }));
}

/** The sectors of each partnership's members, one for each member. */
export async function sectorsByListed(tx: Work): Promise<ReadonlyMap<string, readonly string[]>> {
  const sector = new Map((await organisationsOf(tx)).map((each) => [each.id, each.sector]));
  const found = new Map<string, string[]>();
  for (const { listed, organisation } of await membershipsOf(tx))
    found.set(listed, [...(found.get(listed) ?? []), sector.get(organisation) ?? 'other']);
  return found;
}
