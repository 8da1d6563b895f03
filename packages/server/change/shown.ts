import type { z } from 'zod';
import type { Known } from '@freehold/core/change';
import type { KeptComment } from './comment-store.ts';
import type { KeptTheory, TheoryComment, TheoryVersion } from './shapes.ts';
import type { StoredTheory } from './store.ts';
import type { KeptVersion } from './version-store.ts';

type Shown = z.infer<typeof KeptTheory>;

/** A theory as it leaves the house, without its versions and comments. */
export function shownTheory(
  { id, place, removed, revision, changedAt, changedBy, theory }: StoredTheory,
  known: Known,
): Omit<Shown, 'versions' | 'comments'> {
  return {
    ...{ id, place, removed, revision, changedBy, theory, known },
    changedAt: changedAt.toISOString(),
  };
}

export function shownVersion({
  id,
  number,
  note,
  byName,
  at,
}: KeptVersion): z.infer<typeof TheoryVersion> {
  return { id, number, note, byName, at: at.toISOString() };
}

export function shownComment(comment: KeptComment): z.infer<typeof TheoryComment> {
  const { id, about, text, byName, at, settledAt, settledBy } = comment;
  return {
    ...{ id, about, text, byName, settledBy },
    ...{ at: at.toISOString(), settled: settledAt !== null },
  };
}
