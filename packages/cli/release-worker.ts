import { parentPort, workerData } from 'node:worker_threads';
import { buffersOf, work, type Done, type Part, type SharedWork } from '@freehold/core/release';
import { compiledKernel } from './release-kernel.ts';

// One of the workers that share a count; see release-workers.ts.

/** What a worker says: a task done, or, when none is left, the counts of single columns. */
export type Said = { readonly done: Done } | { readonly singles: Part };

const say = (said: Said, parts: readonly Part[]) =>
  parentPort?.postMessage(said, [...buffersOf(parts)]);

const job: SharedWork = workerData;
const singles = work(job, compiledKernel(), (done) => say({ done }, done.parts));
say({ singles }, [singles]);
