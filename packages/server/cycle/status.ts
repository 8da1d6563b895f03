import type { Problem } from '@freehold/core/problem';
import type { Refused } from '../http/problem.ts';

/** How a refusal of the cycle's routes is answered; what is not listed is input that needs mending. */
const statuses: Readonly<Record<string, Refused>> = {
  'not-found': 404,
  'cycle-round-closed': 409,
  'no-such-stage-move': 409,
  'round-still-open': 409,
  'round-not-closed': 409,
  'next-round-begun': 409,
};

export function statusOf([first]: readonly Problem[]): Refused {
  return statuses[first?.code ?? ''] ?? 422;
}
