export type DecisionFacts = {
  readonly id: string;
  /** The decision that this one corrects; null for a decision of its own. */
  readonly corrects: string | null;
  /** ISO days. */
  readonly decidedOn: string;
  readonly reviewOn: string | null;
};

/** A decision as it stands now, with what it stood as before, the newest first. */
export type Standing<D> = { readonly now: D; readonly before: readonly D[] };

/**
 * The decisions that stand, newest day first, each with all that it corrects. A correction keeps what was: nothing
 * is left out. O(n). [DE-1]
 *
 * Each decision is corrected at most once; a correction may be corrected again.
 */
export function standingDecisions<D extends DecisionFacts>(
  decisions: readonly D[],
): readonly Standing<D>[] {
  const byId = new Map(decisions.map((each) => [each.id, each]));
  const corrected = new Set(decisions.map(({ corrects }) => corrects));
  return decisions
    .filter(({ id }) => !corrected.has(id))
    .map((now) => ({ now, before: before(now, byId) }))
    .toSorted((a, b) => compare(b.now.decidedOn, a.now.decidedOn) || compare(a.now.id, b.now.id));
}

function before<D extends DecisionFacts>(now: D, byId: ReadonlyMap<string, D>): readonly D[] {
  const last = now.corrects === null ? undefined : byId.get(now.corrects);
  return last === undefined ? [] : [last, ...before(last, byId)];
}

/** Is it time to look at it again? On the day itself it is. [DE-2] */
export function reviewIsDue({ reviewOn }: Pick<DecisionFacts, 'reviewOn'>, today: string): boolean {
  return reviewOn !== null && reviewOn <= today;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
