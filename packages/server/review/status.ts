import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import type { Refused } from '../http/problem.ts';

/** How a refusal of the review's rooms is answered; what is not listed is input that needs mending. */
const statuses: Readonly<Record<string, Refused>> = {
  'not-allowed': 403,
  'not-found': 404,
  'indicator-unknown': 404,
  'too-large': 413,
  'still-blind': 409,
  'round-closed': 409,
  'too-many-files': 409,
  'rater-has-ratings': 409,
  'no-such-move': 409,
  'no-raters': 409,
  'nothing-rated': 409,
  'something-rated': 409,
  'agreed-meanwhile': 409,
  'review-begun': 409,
  'review-validated': 409,
  'review-published': 409,
  'review-superseded': 409,
  'not-published': 409,
  'changed-meanwhile': 409,
  'corrected-already': 409,
  'changed-by-another': 409,
  'statement-approved': 409,
  'crisis-active-already': 409,
  'crisis-not-active': 409,
  'crisis-reviewed': 409,
  'nothing-found-yet': 409,
  'baseline-frozen': 409,
  'finding-followed': 409,
  'source-known': 409,
};

export function statusOf([first]: readonly Problem[]): Refused {
  return statuses[first?.code ?? ''] ?? 422;
}

/** What a store found, or that there is nothing for the asker to see. */
export function found<T>(value: T | null): Outcome<T> {
  return value === null ? refused(problem('not-found')) : fine(value);
}
