import { availableParallelism } from 'node:os';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import {
  estimated,
  refusal,
  type CountInput,
  type CountOptions,
  type Counts,
  type Watch,
} from '@freehold/core/release';
import { clickhouseEngine } from './release-clickhouse.ts';
import { compiledKernel } from './release-kernel.ts';
import { countedBy } from './release-workers.ts';

/** What a count may take, and what watches it. */
export type Means = {
  /** Null: as many as the work is worth. */
  readonly threads: number | null;
  readonly mostBytes: number;
  readonly mostSeconds: number;
  readonly watch?: Watch;
};

/** Whatever counts: every engine gives the same counts for the same table, or a problem. */
export type Engine = (
  input: CountInput,
  options: CountOptions,
  means: Means,
) => Promise<Outcome<Counts>>;

/** The engine of that name: `local`, or a cluster's address. Problem `engine-unknown`. */
export function engineNamed(name: string): Outcome<Engine> {
  if (name === 'local') return fine(localEngine);
  return name.startsWith('clickhouse://')
    ? clickhouseEngine(name)
    : refused(problem('engine-unknown', { name }));
}

/** Counts on this machine. Problems `count-too-large`, before anything is counted, and `stopped`. */
export const localEngine: Engine = async (
  input,
  options,
  { threads, mostBytes, mostSeconds, watch },
) => {
  const now = () => performance.now();
  // Memory is reckoned for as many threads as there may be.
  const asked = { now, threads: threads ?? mostThreads(), mostBytes };
  const estimate = estimated(input, options, compiledKernel(), asked);
  const no = refusal(estimate, { bytes: mostBytes, seconds: mostSeconds });
  if (no !== null) return refused(no);
  const counts = await countedBy(threads ?? threadsFor(estimate.seconds), input, options, watch);
  return counts === null ? refused(problem('stopped')) : fine(counts);
};

/** Threads for work of so many seconds: starting one takes about as long as a small count. */
function threadsFor(seconds: number): number {
  return seconds < 2 ? 1 : mostThreads();
}

function mostThreads(): number {
  return Math.min(8, availableParallelism());
}
