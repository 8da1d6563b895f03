import {
  counted,
  Gathering,
  sharedWork,
  stop,
  type CountInput,
  type CountOptions,
  type Counts,
  type Part,
  type SharedWork,
} from '@freehold/core/release';
import type { CountSaid } from './count-worker.ts';
import { compiledKernel } from './kernel.ts';
import { counting } from './shares.ts';
import type { Watch } from './work.ts';

const mostWorkers = 4;

/** Counts with several workers where memory can be shared, and with this one where it cannot. */
export class CountingPool {
  // Begun at once: later there may be no network to load them from.
  readonly #workers = Array.from({ length: workersHere() }, newWorker);

  /** Null when it was stopped. */
  async counts(input: CountInput, options: CountOptions, watch: Watch): Promise<Counts | null> {
    if (this.#workers.length < 2) return counted(input, options, compiledKernel(), counting(watch));
    const job = sharedWork(input, options);
    const gathering = new Gathering(input, options);
    let done = 0;
    const hear = (said: CountSaid): Part | null => {
      if (watch.stop()) stop(job);
      if ('singles' in said) return said.singles;
      gathering.take(said.done.task, said.done.parts);
      done += 1;
      watch.seen(done / gathering.tasks);
      return null;
    };
    const singles = await Promise.all(this.#workers.map((worker) => oneWorker(worker, job, hear)));
    const [first] = singles;
    return done < gathering.tasks || first === undefined ? null : gathering.counts(first);
  }
}

function workersHere(): number {
  return self.crossOriginIsolated ? Math.min(mostWorkers, navigator.hardwareConcurrency) : 0;
}

function newWorker(): Worker {
  return new Worker(new URL('./count-worker.ts', import.meta.url), { type: 'module' });
}

function oneWorker(
  worker: Worker,
  job: SharedWork,
  hear: (said: CountSaid) => Part | null,
): Promise<Part> {
  return new Promise((settle, fail) => {
    worker.onmessage = ({ data }: MessageEvent<CountSaid>) => {
      const singles = hear(data);
      if (singles !== null) settle(singles);
    };
    worker.onerror = (event) => fail(new Error(`a counting worker broke: ${event.message}`));
    worker.postMessage(job);
  });
}
