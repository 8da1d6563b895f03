import type { PracticeStatus } from '@freehold/core/crisis';
import { statusSays } from './words.ts';

/** How well a practice or check is backed; it stands wherever their title does. */
export function Status({ status }: { status: PracticeStatus }) {
  const tone = status === 'CONFIRMED' ? 'tag good' : 'tag warn';
  return (
    <span className={tone} title={statusSays[status]}>
      {status}
    </span>
  );
}
