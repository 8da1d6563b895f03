import type { Problem } from '@freehold/core/problem';
import type { Refused } from '../http/problem.ts';
import { statusOf as usual } from '../review/status.ts';

const statuses: Readonly<Record<string, Refused>> = {
  'screening-not-yours': 409,
  'screening-not-yet': 409,
  'screening-shown': 409,
  'screening-begun': 409,
  'screening-no-conflict': 409,
  'screening-went-on': 409,
  'screening-has-decided': 409,
};

/** How a refusal of the screening is answered. */
export function statusOf(problems: readonly Problem[]): Refused {
  return statuses[problems[0]?.code ?? ''] ?? usual(problems);
}
