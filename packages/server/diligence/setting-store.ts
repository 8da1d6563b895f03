import { DiligenceSetting, shippedSetting } from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import type { Hand } from '../directory/entry.ts';

export type KeptSetting = {
  readonly setting: DiligenceSetting;
  /** 0 where the partnership has set nothing. */
  readonly version: number;
  readonly byName: string;
  readonly at: Date | null;
};

/** How the partnership weighs risks and suppliers; what Freehold ships where it has set nothing. */
export async function settingOf(tx: Work): Promise<KeptSetting> {
  const row = await tx.selectFrom('diligence_setting').selectAll().executeTakeFirst();
  if (row === undefined) return { setting: shippedSetting, version: 0, byName: '', at: null };
  const { content, version, by_name: byName, at } = row;
  return { setting: DiligenceSetting.parse(content), version, byName, at };
}

/** Keeps a setting if nobody else has changed it since `version`. The new version, or null. */
export async function keepSetting(
  tx: Work,
  { partnership, byName, at }: Hand,
  setting: DiligenceSetting,
  version: number,
): Promise<number | null> {
  const content = JSON.stringify(setting);
  const kept =
    version === 0
      ? await tx
          .insertInto('diligence_setting')
          .values({ partnership_id: partnership, content, by_name: byName, at })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('diligence_setting')
          .set((e) => ({ content, by_name: byName, at, version: e('version', '+', 1) }))
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst();
  return kept?.version ?? null;
}
