import type { Home } from './calls.ts';

/** What a place's reviews and gaps need next; `to` is the part of the app where that is done. */
export type Next = {
  readonly words: string;
  readonly to: 'reviews' | 'plan' | 'new-review';
};

/** Read from what is there: first a finished review, then decisions about its gaps, then their order. */
export function nextStep({
  review,
  running,
  gaps,
}: Pick<Home, 'review' | 'running' | 'gaps'>): Next {
  if (running !== null) {
    return { words: runningWords(running.state), to: 'reviews' };
  }
  if (review === null) {
    return {
      words: 'Start a review: choose what is asked and who answers.',
      to: 'new-review',
    };
  }
  if (gaps.proposed > 0) {
    return {
      words: 'Talk about the proposed gaps, and keep or dismiss each with a reason.',
      to: 'plan',
    };
  }
  if (gaps.kept > 0) {
    return {
      words: 'Put the gaps in order, and agree who takes up which.',
      to: 'plan',
    };
  }
  return {
    words: 'Let Freehold propose gaps from low and uncertain scores, or add your own.',
    to: 'plan',
  };
}

function runningWords(state: string): string {
  switch (state) {
    case 'draft':
      return 'Invite the raters, then open the review for rating.';
    case 'rating':
      return 'Wait for the raters, remind those who have not started, then close the rating.';
    case 'agreeing':
      return 'Meet, begin with what you differ on most, and agree the scores.';
    default:
      return 'Publish the review when everybody has seen it.';
  }
}
