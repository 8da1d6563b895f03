import type { Answer, Confidence, Grade } from '@freehold/core/review';
import {
  outbox,
  type Kept as KeptBy,
  type Outbox,
  type OutboxState,
  type Reply,
  type Timer,
} from '../parts/outbox.ts';

export type { Reply, Timer };

/** One answer as typed. `answer: null` takes it back; `typedAt` orders the versions of one indicator. */
export type Entry = {
  readonly indicator: string;
  readonly answer: Answer | null;
  readonly grade: Grade | null;
  readonly confidence: Confidence | null;
  readonly comment: string;
  readonly link: string;
  readonly typedAt: string;
};
export type Typed = Omit<Entry, 'typedAt'>;

export type Kept = KeptBy<Entry>;
export type Queue = Outbox<Entry>;
export type QueueState = OutboxState<Entry>;

/** The outbox of one rater's answers, one entry an indicator. */
export function queue(kept: Kept, send: (entry: Entry) => Promise<Reply>, timer: Timer): Queue {
  return outbox(kept, send, timer, {
    keyOf: ({ indicator }) => indicator,
    versioned: (typed, typedAt) => ({ ...typed, typedAt }),
  });
}
