import { within } from '../database/within.ts';
import type { Stage } from '../testing/stage.ts';

/** Puts organisations, partnerships and memberships into the directory: rooms above it need no more of them. */
export async function listDirectory(
  on: Pick<Stage, 'house' | 'ours'>,
  organisations: readonly { readonly name: string; readonly sector: string }[],
  partnerships: readonly {
    readonly name: string;
    readonly content?: object;
    readonly members: readonly string[];
  }[],
): Promise<ReadonlyMap<string, string>> {
  const actor = { person: null, partnership: on.ours, rater: null };
  return within(on.house.database, actor, async (tx) => {
    const owner = { partnership_id: on.ours };
    const made = await tx
      .insertInto('listed_organisation')
      .values(organisations.map((each) => ({ ...owner, ...each, content: '{}' })))
      .returning(['id', 'name'])
      .execute();
    const listed = await tx
      .insertInto('listed_partnership')
      .values(
        partnerships.map(({ name, content = {} }) => ({
          ...{ ...owner, name },
          content: JSON.stringify(content),
        })),
      )
      .returning(['id', 'name'])
      .execute();
    const ids = new Map([...made, ...listed].map(({ id, name }) => [name, id]));
    const of = (name: string) => ids.get(name) ?? '';
    const members = partnerships.flatMap(({ name, members: all }) =>
      all.map((member) => ({
        ...{ ...owner, listed_id: of(name), organisation_id: of(member) },
        role: 'core',
      })),
    );
    await tx.insertInto('listed_membership').values(members).execute();
    return ids;
  });
}
