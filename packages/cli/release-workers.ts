import { Worker } from 'node:worker_threads';
import {
  counted,
  Gathering,
  sharedWork,
  stop,
  type CountInput,
  type CountOptions,
  type Counts,
  type Part,
  type Watch,
} from '@freehold/core/release';
import { compiledKernel } from './release-kernel.ts';
import type { Said } from './release-worker.ts';

/** Counts with so many threads; one is this one. Null when it was stopped. */
export async function countedBy(
  threads: number,
  input: CountInput,
  options: CountOptions,
  watch: Watch = {},
): Promise<Counts | null> {
  if (threads < 2) return counted(input, options, compiledKernel(), watch);
  const job = sharedWork(input, options);
  const gathering = new Gathering(input, options);
  let done = 0;
  let stopped = false;
  const hear = (said: Said): Part | null => {
    if ('singles' in said) return said.singles;
    gathering.take(said.done.task, said.done.parts);
    done += 1;
    watch.seen?.(done, gathering.tasks);
    stopped ||= watch.stop?.() === true;
    if (stopped) stop(job);
    return null;
  };
  try {
    const singles = await Promise.all(Array.from({ length: threads }, () => oneWorker(job, hear)));
    const [first] = singles;
    return stopped || first === undefined ? null : gathering.counts(first);
  } catch (error) {
    stop(job);
    throw error;
  }
}

function oneWorker(
  job: ReturnType<typeof sharedWork>,
  hear: (said: Said) => Part | null,
): Promise<Part> {
  return new Promise((settle, fail) => {
    const worker = new Worker(new URL('./release-worker.ts', import.meta.url), { workerData: job });
    worker.on('message', (said: Said) => {
      const singles = hear(said);
      if (singles !== null) settle(singles);
    });
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`a counting worker ended with ${code}`)));
  });
}
