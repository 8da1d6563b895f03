import { problem, type Problem } from '../problem.ts';

/**
 * One look or one change, as it is kept: who, what, which record, how it ended. It holds no field values.
 * `seq` counts from 1 without a hole; `at` is an ISO instant to the millisecond; ids are null where there is none.
 */
export type AuditEntry = {
  readonly seq: number;
  readonly at: string;
  readonly partnership: string | null;
  readonly person: string | null;
  readonly rater: string | null;
  /** Method and route with its parameters' names, never their values: `GET /api/partnerships/{partnership}`. */
  readonly action: string;
  /** Ids of the records that the path names, in order, joined by a space; never a secret token. */
  readonly record: string;
  /** The HTTP status, and the first problem's code where there is one: `200`, `404 not-found`. */
  readonly outcome: string;
};

export type ChainedEntry = AuditEntry & { readonly hash: string };

/** The hash that stands before the first entry. */
export const chainStart = '0'.repeat(64);

/** The text whose SHA-256 is the entry's hash: the hash before it and all of its fields, in one order. */
export function chainText(before: string, entry: AuditEntry): string {
  const { seq, at, partnership, person, rater, action, record, outcome } = entry;
  return JSON.stringify([before, seq, at, partnership, person, rater, action, record, outcome]);
}

export type ChainState = { readonly seq: number; readonly hash: string };

/**
 * Follows the chain over the next entries, in order of `seq`, and names where it breaks:
 * `audit-row-missing` (a hole or an order that is not right) and `audit-row-changed` (a hash that does not fit).
 * After a break it goes on from the entry's own hash, so that one change is one problem.
 *
 * Holds: with no entry changed, left out or moved, there is no problem. An end cut off cannot be seen from the
 * chain alone; compare `seq` and `hash` with an earlier export.
 */
export function followed(
  from: ChainState,
  entries: readonly ChainedEntry[],
  sha256: (text: string) => string,
): { readonly state: ChainState; readonly problems: readonly Problem[] } {
  let state = from;
  const problems: Problem[] = [];
  for (const { hash, ...entry } of entries) {
    if (entry.seq !== state.seq + 1) {
      problems.push(problem('audit-row-missing', { after: state.seq, found: entry.seq }));
    } else if (sha256(chainText(state.hash, entry)) !== hash) {
      problems.push(problem('audit-row-changed', { seq: entry.seq, at: entry.at }));
    }
    state = { seq: entry.seq, hash };
  }
  return { state, problems };
}
