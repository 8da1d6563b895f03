import { z } from 'zod';

/** Why something waits for a person. */
export const CleanUpKind = z.enum([
  'row-unreadable',
  'id-missing',
  'name-missing',
  'name-open',
  'name-differs',
  'answer-open',
  'answer-differs',
  'value-unknown',
  'flag-unknown',
  'area-unknown',
  'rows-differ',
  'activities-differ',
  'activity-other',
  'activity-unexplained',
  'partnership-unknown',
  'members-missing',
  'member-suggested',
  'member-category',
  'member-words',
  'member-link',
  'edited-here',
]);
export type CleanUpKind = z.infer<typeof CleanUpKind>;

/** Why a name as written may be an organisation that is known. */
export const MatchReason = z.enum([
  'same-name',
  'known-as',
  'accepted-before',
  'name-and-short-form',
  'spelling',
  'initials',
  'part-of',
  'words-in-common',
  'force-of-the-area',
]);
export type MatchReason = z.infer<typeof MatchReason>;

/** `score` runs from 0 to 1; 1 where the letters agree. `organisation` is the key or id of what is known. */
export const Suggestion = z.strictObject({
  organisation: z.string(),
  name: z.string(),
  score: z.number().min(0).max(1),
  reason: MatchReason,
});
export type Suggestion = z.infer<typeof Suggestion>;

/** One thing to clean up: what was written where, and what it may mean. */
export const CleanUp = z.strictObject({
  kind: CleanUpKind,
  file: z.string(),
  row: z.int().nullable(),
  column: z.string(),
  text: z.string(),
  /** The partnership's key in its file; '' where the row belongs to none. */
  partnership: z.string(),
  suggestions: z.array(Suggestion),
  /** What else a sentence about it needs, such as what the other file says. */
  details: z.record(z.string(), z.string()),
});
export type CleanUp = z.infer<typeof CleanUp>;
