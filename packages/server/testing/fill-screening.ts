import { Reference, blankReference } from '@freehold/core/evidence';
import { asInstallation } from '../database/within.ts';
import { columnsOf } from '../evidence/source-store.ts';
import type { TestHouse } from './house.ts';

type Send = (rest: string, json: unknown, method?: string) => Promise<string>;

/** A batch with a decision and something settled, and the ids of both batch and publication. */
export async function fillScreening(
  house: Pick<TestHouse, 'database'>,
  send: Send,
  { id, marker }: { readonly id: string; readonly marker: string },
): Promise<Readonly<Record<'batch', readonly string[]>>> {
  const { source, first, second } = await asInstallation(house.database, async (tx) => {
    const reference = Reference.parse({
      ...{ ...blankReference, title: `${marker} publication`, abstract: `${marker} abstract` },
    });
    const made = await tx
      .insertInto('evidence_source')
      .values({ partnership_id: id, ...columnsOf(reference), added_by: `${marker} adder` })
      .returning('id')
      .executeTakeFirstOrThrow();
    const people = await tx
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .select('person.id')
      .where('membership.partnership_id', '=', id)
      .where('person.name', 'in', [`${marker} co-ordinator`, `${marker} analyst`])
      .orderBy('person.name', 'desc')
      .execute();
    return { source: made.id, first: people[0]?.id, second: people[1]?.id };
  });
  const batch = await send('/screening', {
    ...{ title: `${marker} batch`, protocol: null, first, second, sources: [source] },
  });
  const reason = { code: marker, text: `${marker} reason` };
  const words = { reasons: [reason], lookFor: [marker], lookOut: [`${marker} not`] };
  await send(`/screening/${batch}`, words, 'PATCH');
  await send(
    `/screening/${batch}/decisions/${source}`,
    {
      ...{ stage: 'title-abstract', decision: 'exclude', reason: marker },
      typedAt: '2026-03-02T09:00:00.000Z',
    },
    'PUT',
  );
  await asInstallation(house.database, (tx) =>
    tx
      .insertInto('screening_settled')
      .values({
        ...{ partnership_id: id, batch_id: batch, source_id: source, stage: 'title-abstract' },
        ...{ decision: 'exclude', reason: marker, note: `${marker} note` },
        ...{ by_name: `${marker} chair`, at: new Date('2026-03-02T09:30:00Z') },
      })
      .execute(),
  );
  return { batch: [batch] };
}
