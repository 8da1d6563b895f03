import { z } from 'zod';
import { mayCoordinate, mayMoveReview, type Role } from '../access/index.ts';
import { fine, problem, refused, type Outcome } from '../problem.ts';

/** Where a review stands: set up, rated blind, agreed together, found right, shown to others. */
export const ReviewState = z.enum(['draft', 'rating', 'agreeing', 'validated', 'published']);
export type ReviewState = z.infer<typeof ReviewState>;

/** What a move depends on: how many raters are asked, and how many answers are kept. */
export type ReviewFacts = { readonly raters: number; readonly ratings: number };

/** Why a move is not open now. */
export const Blocked = z.enum(['not-allowed', 'no-raters', 'nothing-rated', 'something-rated']);
export type Blocked = z.infer<typeof Blocked>;

export type Move = {
  readonly to: ReviewState;
  readonly allowed: boolean;
  readonly blockedBy: Blocked | null;
};

/**
 * The moves that lead on from a state, forward first, each with the reason that stands in its way.
 * A person's role is looked at before the facts. A published review has no moves. [RV-20] [RV-21]
 */
export function movesFrom(state: ReviewState, facts: ReviewFacts, role: Role): readonly Move[] {
  return ways[state].map((way) => {
    const blockedBy = way.may(role) ? (way.blocked?.(facts) ?? null) : 'not-allowed';
    return { to: way.to, allowed: blockedBy === null, blockedBy };
  });
}

/**
 * Takes one move. Problems: `no-such-move` where the state does not lead there, else the reason in its way.
 */
export function moved(
  state: ReviewState,
  to: ReviewState,
  facts: ReviewFacts,
  role: Role,
): Outcome<ReviewState> {
  const move = movesFrom(state, facts, role).find((each) => each.to === to);
  if (move === undefined) return refused(problem('no-such-move', { from: state, to }));
  return move.blockedBy === null ? fine(to) : refused(problem(move.blockedBy, { from: state, to }));
}

type Way = {
  readonly to: ReviewState;
  readonly may: (role: Role) => boolean;
  readonly blocked?: (facts: ReviewFacts) => Blocked | null;
};

const ways: Readonly<Record<ReviewState, readonly Way[]>> = {
  draft: [
    {
      to: 'rating',
      may: mayCoordinate,
      blocked: ({ raters }) => (raters === 0 ? 'no-raters' : null),
    },
  ],
  rating: [
    {
      to: 'agreeing',
      may: mayCoordinate,
      blocked: ({ ratings }) => (ratings === 0 ? 'nothing-rated' : null),
    },
    {
      to: 'draft',
      may: mayCoordinate,
      blocked: ({ ratings }) => (ratings > 0 ? 'something-rated' : null),
    },
  ],
  agreeing: [
    { to: 'validated', may: mayMoveReview },
    { to: 'rating', may: mayCoordinate },
  ],
  validated: [{ to: 'published', may: mayMoveReview }],
  published: [],
};
