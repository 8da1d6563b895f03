import { Theory } from '@freehold/core/change';
import type { Work } from '../database/within.ts';
import type { By, StoredTheory } from './store.ts';

export type KeptVersion = {
  readonly id: string;
  readonly number: number;
  readonly note: string;
  readonly byName: string;
  readonly at: Date;
};

const columns = ['id', 'number', 'note', 'by_name as byName', 'made_at as at'] as const;

/** The versions of a theory without what they hold, the newest first. */
export async function versionsOf(tx: Work, theory: string): Promise<readonly KeptVersion[]> {
  return tx
    .selectFrom('theory_version')
    .where('theory_id', '=', theory)
    .select(columns)
    .orderBy('number', 'desc')
    .execute();
}

export async function versionOf(
  tx: Work,
  theory: string,
  version: string,
): Promise<(KeptVersion & { readonly theory: Theory }) | null> {
  const row = await tx
    .selectFrom('theory_version')
    .where('theory_id', '=', theory)
    .where('id', '=', version)
    .select([...columns, 'content'])
    .executeTakeFirst();
  if (row === undefined) return null;
  const { content, ...rest } = row;
  return { ...rest, theory: Theory.parse(content) };
}

/** Keeps a theory as it is now as its next version. The caller holds the theory's row. */
export async function keepVersion(
  tx: Work,
  by: By,
  { id, theory }: Pick<StoredTheory, 'id' | 'theory'>,
  { note, at }: { readonly note: string; readonly at: Date },
): Promise<Pick<KeptVersion, 'id' | 'number'>> {
  const [last] = await versionsOf(tx, id);
  const number = (last?.number ?? 0) + 1;
  return tx
    .insertInto('theory_version')
    .values({
      ...{ partnership_id: by.partnership, theory_id: id, number, note, made_at: at },
      ...{ title: theory.title, content: JSON.stringify(theory) },
      ...{ by_person: by.person, by_name: by.name },
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
}
