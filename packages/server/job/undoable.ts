import type { Work } from '../database/within.ts';
import type { Job } from './run.ts';

/** Work in one transaction that may end by taking back all it did, and still answer. */
export async function undoable<T>(
  job: Job,
  work: (tx: Work) => Promise<{ readonly keep: boolean; readonly value: T }>,
): Promise<T> {
  let undone: { readonly value: T } | null = null;
  try {
    return await job.within(async (tx) => {
      const { keep, value } = await work(tx);
      if (keep) return value;
      undone = { value };
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone && undone !== null) return answerOf(undone);
    throw error;
  }
}

class Undone extends Error {}

function answerOf<T>({ value }: { readonly value: T }): T {
  return value;
}
