import { buffersOf, work, type Done, type Part, type SharedWork } from '@freehold/core/release';
import { compiledKernel } from './kernel.ts';

// One of the workers that share a count; see pool.ts.

/** What a counting worker says: a task done, or, when none is left, the counts of single columns. */
export type CountSaid = { readonly done: Done } | { readonly singles: Part };

const say = (said: CountSaid, parts: readonly Part[]) =>
  self.postMessage(said, { transfer: [...buffersOf(parts)] });

self.onmessage = ({ data }: MessageEvent<SharedWork>) => {
  const singles = work(data, compiledKernel(), (done) => say({ done }, done.parts));
  say({ singles }, [singles]);
};
