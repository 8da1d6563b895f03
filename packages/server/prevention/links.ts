import type { Intervention } from '@freehold/core/prevention';
import type { Work } from '../database/within.ts';
import { claimsOf } from '../evidence/index.ts';
import type { Links } from './shapes.ts';

/** What an intervention is linked to, by name. A statement a kind; none where nothing is named. */
export async function linksOf(tx: Work, intervention: Intervention): Promise<Links> {
  const { gaps, actions, claims, places, theoryNodes } = intervention;
  return {
    places: await placesNamed(tx, places),
    gaps: await rows(gaps, () =>
      tx
        .selectFrom('gap')
        .where('id', 'in', gaps)
        .select(['id', 'title', 'status as state'])
        .orderBy('title')
        .execute(),
    ),
    actions: await rows(actions, () =>
      tx
        .selectFrom('action')
        .where('id', 'in', actions)
        .where('removed_at', 'is', null)
        .select(['id', 'title', 'status as state'])
        .orderBy('title')
        .execute(),
    ),
    claims: await rows(claims, async () =>
      (await claimsOf(tx))
        .filter(({ id }) => claims.includes(id))
        .map(({ id, statement, confidence }) => ({ id, title: statement, state: confidence })),
    ),
    theories: await rows(theoryNodes, async () =>
      (await theoriesNamed(tx))
        .filter(({ id }) => theoryNodes.includes(id))
        .map((each) => ({ ...each, state: '' })),
    ),
  };
}

/** The theories of change that stand, by title. */
export async function theoriesNamed(tx: Work): Promise<{ id: string; title: string }[]> {
  return tx
    .selectFrom('theory')
    .where('removed_at', 'is', null)
    .select(['id', 'title'])
    .orderBy('title')
    .execute();
}

/** Places by name, of the ids that are there for the asker. */
export async function placesNamed(
  tx: Work,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return rows(ids, () =>
    tx
      .selectFrom('place')
      .where('id', 'in', [...ids])
      .select(['id', 'name'])
      .orderBy('name')
      .execute(),
  );
}

async function rows<T>(ids: readonly string[], ask: () => Promise<T[]>): Promise<T[]> {
  return ids.length === 0 ? [] : ask();
}
