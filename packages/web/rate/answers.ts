import { useState } from 'react';
import { deskOf, useQueue, type Desk } from './desk.ts';
import type { QueueState, Typed } from './queue.ts';
import { unanswered, type KeptFile, type Rate } from './rate.ts';

export type Answers = {
  readonly desk: Desk;
  readonly queue: QueueState;
  readonly of: (indicator: string) => Typed;
  readonly edit: (typed: Typed) => void;
  readonly filesOf: (indicator: string) => readonly KeptFile[];
  readonly setFiles: (indicator: string, files: readonly KeptFile[]) => void;
};

/**
 * A rater's answers as they stand on this device: what was typed here wins over what the server sent,
 * and what still waits from an earlier visit counts as typed here.
 */
export function useAnswers(token: string, rate: Rate): Answers {
  const desk = deskOf(token);
  const queue = useQueue(desk);
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(
    () => new Map(desk.queue.state().waiting.map((entry) => [entry.indicator, entry])),
  );
  const [files, setFiles] = useState<ReadonlyMap<string, readonly KeptFile[]>>(new Map());
  const sent = (indicator: string) => rate.ratings.find((each) => each.indicator === indicator);
  return {
    desk,
    queue,
    of: (indicator) => {
      const here = queue.overtaken.has(indicator) ? undefined : typed.get(indicator);
      return here ?? asTyped(sent(indicator)) ?? unanswered(indicator);
    },
    edit: (next) => {
      desk.queue.edit(next);
      setTyped((before) => new Map(before).set(next.indicator, next));
    },
    filesOf: (indicator) => files.get(indicator) ?? sent(indicator)?.files ?? [],
    setFiles: (indicator, next) => setFiles((before) => new Map(before).set(indicator, next)),
  };
}

function asTyped(rating: Rate['ratings'][number] | undefined): Typed | null {
  if (rating === undefined) return null;
  const { indicator, answer, grade, confidence, comment, link } = rating;
  return { indicator, answer, grade, confidence, comment, link };
}
