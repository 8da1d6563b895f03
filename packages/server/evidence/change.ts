import type { Work } from '../database/within.ts';

/** Who does something in a partnership's register. */
export type By = { readonly partnership: string; readonly name: string };

export type Change = {
  readonly kind: 'source' | 'study' | 'claim' | 'group' | 'protocol' | 'rule' | 'import';
  readonly record: string | null;
  /** What the record was called that day. */
  readonly title: string;
  readonly what: string;
  readonly note?: string;
};

/** Puts down what became of the register, for "what changed since". */
export async function noteChange(tx: Work, by: By, ...changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await tx
    .insertInto('evidence_change')
    .values(changes.map((each) => ({ ...each, partnership_id: by.partnership, by_name: by.name })))
    .execute();
}
