import type { Home } from './calls.ts';

export const stages = ['Diagnose', 'Challenge', 'Change', 'Normalise'] as const;
export type Stage = (typeof stages)[number];

/** Where a place stands in the cycle, and what comes next; `to` is the part of the app where that is done. */
export type Next = {
  readonly stage: Stage;
  readonly words: string;
  readonly to: 'reviews' | 'plan' | 'new-review';
};

/**
 * Read from what is there: without a finished review a place diagnoses; with proposed gaps that nobody has
 * decided on, it challenges; with kept gaps it is ready to change something.
 */
export function nextStep({
  review,
  running,
  gaps,
}: Pick<Home, 'review' | 'running' | 'gaps'>): Next {
  if (running !== null) {
    return { stage: 'Diagnose', words: runningWords(running.state), to: 'reviews' };
  }
  if (review === null) {
    return {
      stage: 'Diagnose',
      words: 'Start a review: choose what is asked and who answers.',
      to: 'new-review',
    };
  }
  if (gaps.proposed > 0) {
    return {
      stage: 'Challenge',
      words: 'Talk about the proposed gaps, and keep or dismiss each with a reason.',
      to: 'plan',
    };
  }
  if (gaps.kept > 0) {
    return {
      stage: 'Change',
      words: 'Put the gaps in order, and agree who takes up which.',
      to: 'plan',
    };
  }
  return {
    stage: 'Challenge',
    words: 'Let Freehold propose gaps from low and uncertain scores, or add your own.',
    to: 'plan',
  };
}

function runningWords(state: string): string {
  switch (state) {
    case 'draft':
      return 'Invite the raters, then open the review for rating.';
    case 'rating':
      return 'Wait for the raters, remind those who have not started, then close the round.';
    case 'agreeing':
      return 'Meet, begin with what you differ on most, and agree the scores.';
    default:
      return 'Publish the review when everybody has seen it.';
  }
}
