import type { z } from 'zod';
import { matrixOf } from '@freehold/core/cycle';
import { actionsOf } from '../action/store.ts';
import { assetsOf } from '../asset/store.ts';
import type { Work } from '../database/within.ts';
import { gapsOf } from '../gap/store.ts';
import type { CycleMatrix } from './shapes.ts';

/** Actions, kept gaps and assets of a place by pathway and 4P, in four statements. */
export async function placeMatrix(
  tx: Work,
  id: string,
): Promise<z.infer<typeof CycleMatrix> | null> {
  const place = await tx
    .selectFrom('place')
    .where('id', '=', id)
    .select(['id', 'name'])
    .executeTakeFirst();
  if (place === undefined) return null;
  const actions = await actionsOf(tx, id);
  const gaps = await gapsOf(tx, id);
  const { cells, untagged } = matrixOf({
    actions: actions.filter(({ status }) => status !== 'stopped'),
    gaps: gaps.filter(({ status }) => status === 'kept'),
    assets: await assetsOf(tx, id),
  });
  return { place, cells: [...cells], untagged };
}
