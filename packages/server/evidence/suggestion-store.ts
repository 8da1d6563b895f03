import { Reference } from '@freehold/core/evidence';
import type { Work } from '../database/within.ts';
import { noteChange, type By } from './change.ts';

/** Merges that wait for a person, the likeliest first; those decided lately are there too, to be taken back. */
export async function suggestionsOf(tx: Work, state: 'open' | 'decided') {
  const rows = await tx
    .selectFrom('evidence_suggestion as suggestion')
    .innerJoin('evidence_source as one', 'one.id', 'suggestion.source_id')
    .innerJoin('evidence_source as other', 'other.id', 'suggestion.of_id')
    .selectAll('suggestion')
    .select(['one.reference as oneReference', 'other.reference as otherReference'])
    .where('suggestion.state', state === 'open' ? '=' : '!=', 'open')
    .where('one.removed_at', 'is', null)
    .where('other.removed_at', 'is', null)
    .orderBy(state === 'open' ? 'suggestion.likeness' : 'suggestion.decided_at', 'desc')
    .orderBy('suggestion.id')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, because: row.because, likeness: row.likeness, state: row.state },
    ...{ decidedBy: row.decided_by },
    source: { id: row.source_id, reference: Reference.parse(row.oneReference) },
    of: { id: row.of_id, reference: Reference.parse(row.otherReference) },
  }));
}

/**
 * Decides a suggestion: the later source is merged into the one that stands, with its studies; or they are two.
 * "open" takes a decision back. False where there is no such suggestion. [EV-3]
 */
export async function decideSuggestion(
  tx: Work,
  by: By,
  id: string,
  { state, now }: { readonly state: 'open' | 'accepted' | 'refused'; readonly now: Date },
): Promise<boolean> {
  const suggestion = await tx
    .updateTable('evidence_suggestion')
    .set({
      state,
      decided_by: state === 'open' ? '' : by.name,
      decided_at: state === 'open' ? null : now,
    })
    .where('id', '=', id)
    .returning(['source_id', 'of_id'])
    .executeTakeFirst();
  if (suggestion === undefined) return false;
  const stands = await standing(tx, suggestion.of_id);
  const merged = await tx
    .updateTable('evidence_source')
    .set({ merged_into: state === 'accepted' ? stands : null, changed_at: now })
    .where('id', '=', suggestion.source_id)
    .where('id', '!=', stands)
    .returning('title')
    .executeTakeFirst();
  if (state === 'accepted') await handOver(tx, suggestion.source_id, stands);
  const what = { open: 'parted', accepted: 'merged', refused: 'kept-apart' }[state];
  const title = merged?.title ?? '';
  await noteChange(tx, by, { kind: 'source', record: suggestion.source_id, title, what });
  return true;
}

/** The source that stands for one: itself, or what it was merged into. */
async function standing(tx: Work, id: string): Promise<string> {
  const row = await tx
    .selectFrom('evidence_source')
    .select('merged_into')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.merged_into ?? id;
}

/** What was merged into a source follows it, and so do its studies. */
async function handOver(tx: Work, from: string, to: string): Promise<void> {
  await tx
    .updateTable('evidence_source')
    .set({ merged_into: to })
    .where('merged_into', '=', from)
    .execute();
  await tx
    .updateTable('evidence_study')
    .set({ source_id: to })
    .where('source_id', '=', from)
    .execute();
}
