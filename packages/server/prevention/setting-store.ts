import { usualTreatShare } from '@freehold/core/prevention';
import type { Work } from '../database/within.ts';
import type { Setting } from './shapes.ts';
import type { Hand } from './store.ts';

/** What the partnership chose to hold its portfolio against; what nobody chose is proposed. */
export async function preventionSetting(tx: Work): Promise<Setting> {
  const row = await tx.selectFrom('prevention_setting').selectAll().executeTakeFirst();
  const share = row?.treat_share ?? null;
  return {
    treatShare: share ?? usualTreatShare,
    proposed: share === null,
    context: row?.context ?? '',
  };
}

/** Keeps a choice; a share of null goes back to what is proposed. */
export async function keepPreventionSetting(
  tx: Work,
  hand: Hand,
  { treatShare, context }: { readonly treatShare: number | null; readonly context: string },
): Promise<void> {
  const said = {
    ...{ treat_share: treatShare, context, changed_at: hand.at, changed_by_name: hand.byName },
  };
  await tx
    .insertInto('prevention_setting')
    .values({ partnership_id: hand.partnership, ...said })
    .onConflict((on) => on.column('partnership_id').doUpdateSet(said))
    .execute();
}
