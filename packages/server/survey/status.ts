import type { Problem } from '@freehold/core/problem';
import type { Refused } from '../http/problem.ts';

/** How a refusal of the survey's rooms is answered; what is not listed is input that needs mending. */
const statuses: Readonly<Record<string, Refused>> = {
  'not-allowed': 403,
  'not-found': 404,
  'question-unknown': 404,
  'too-large': 413,
  'instrument-locked': 409,
  'instrument-published': 409,
  'instrument-in-use': 409,
  'not-published': 409,
  'wave-closed': 409,
  'wave-not-open': 409,
  'wave-has-answers': 409,
  'confidential-stays-closed': 409,
  'no-targets': 409,
  'target-has-answers': 409,
  'consent-first': 409,
  'nothing-to-undo': 409,
  'too-many-files': 409,
};

export function statusOf([first]: readonly Problem[]): Refused {
  return statuses[first?.code ?? ''] ?? 422;
}
