import { problem, type Problem } from '../../problem.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { isWide, Walker, type Sample } from './walker.ts';
import type { CountInput, CountOptions } from './input.ts';
import { perListedRow } from './planner.ts';
import { choose, subsetAt } from './subsets.ts';
import { laidOut } from './workspace.ts';

/** What a count will come to and take, before it is run. */
export type Estimate = {
  readonly lengths: readonly LengthEstimate[];
  /** Combinations of all lengths: about, and at most with some confidence (two standard errors of the sample). */
  readonly combinations: number;
  readonly most: number;
  /** Of one thread, and of the memory that kernels and counts take at their peak. */
  readonly seconds: number;
  readonly bytes: number;
};

export type LengthEstimate = {
  readonly length: number;
  readonly sets: number;
  readonly combinations: number;
  readonly most: number;
};

/** Sets of columns of each length that are counted to know what the others will come to. */
const sampledSets = 64;
const secondsPerNanosecond = 1e-9;

/**
 * Counts some sets of columns of each length, evenly spread, and reckons from them. `now` is a clock in milliseconds;
 * `threads` is how many kernels there will be. Single columns are exact. Without a kernel, because not even the
 * columns fit into `limits.bytes`, only the memory of columns and sets is told. O(64 × length × rows).
 */
export function estimated(
  input: CountInput,
  options: CountOptions,
  kernel: Kernel,
  { now, threads = 1, mostBytes }: { now: () => number; threads?: number; mostBytes: number },
): Estimate {
  const { columns } = input;
  const longest = Math.min(options.length, columns.length);
  const space = threads * laidOut(input, longest, false).bytes;
  if (space > mostBytes) return unmeasured(columns.length, longest, space);
  const walker = new Walker(input, options, kernel);
  const begun = now();
  const samples = Array.from({ length: longest }, (_, at) =>
    samplesOf(walker, columns.length, at + 1),
  );
  const chain = samples.flat().reduce((sum, each) => sum + each.chain, 0);
  // How much slower this machine is than the planner thinks; a quick sample says nothing.
  const spent = now() - begun;
  const factor = spent > 5 && chain > 0 ? spent / 1000 / (chain * secondsPerNanosecond) : 2;
  const lengths = samples.map((each, at) => lengthEstimate(each, columns.length, at + 1));
  const nanoseconds = samples.reduce((sum, each, at) => {
    const sets = choose(columns.length, at + 1);
    const lists = at + 1 < longest ? mean(each, ({ rows }) => rows * perListedRow) : 0;
    return sum + sets * (mean(each, ({ cost }) => cost) + lists + perSet);
  }, 0);
  return {
    ...totals(lengths),
    lengths,
    seconds: nanoseconds * secondsPerNanosecond * factor,
    bytes: space + heldBytes(samples, lengths, isWide(input)),
  };
}

/** The problem `count-too-large` with the estimate, where a count would take more than there is. */
export function refusal(
  { bytes, seconds, combinations }: Estimate,
  limits: { readonly bytes: number; readonly seconds: number },
): Problem | null {
  if (bytes <= limits.bytes && seconds <= limits.seconds) return null;
  return problem('count-too-large', {
    combinations: Math.round(combinations),
    bytes: Math.round(bytes),
    seconds: Math.round(seconds),
    mostBytes: limits.bytes,
    mostSeconds: limits.seconds,
  });
}

// What every set takes besides its rows: a few calls and places in the index.
const perSet = 2000;
const bytesPerSet = 26;

function samplesOf(walker: Walker, columns: number, length: number): readonly Sample[] {
  const sets = choose(columns, length);
  const taken = Math.min(sets, length === 1 ? sets : sampledSets);
  return Array.from({ length: taken }, (_, at) =>
    walker.sampled(subsetAt(columns, length, Math.floor(((at + 0.5) * sets) / taken))),
  );
}

function lengthEstimate(
  samples: readonly Sample[],
  columns: number,
  length: number,
): LengthEstimate {
  const sets = choose(columns, length);
  const entries = mean(samples, (each) => each.entries);
  const squares = mean(samples, (each) => (each.entries - entries) ** 2);
  const error = samples.length < sets ? Math.sqrt(squares / Math.max(1, samples.length - 1)) : 0;
  return {
    ...{ length, sets, combinations: Math.round(sets * entries) },
    most: Math.round(sets * (entries + 2 * error)),
  };
}

/** Counts as they are kept, and once more half of that while the parts of the tasks become one. */
function heldBytes(
  samples: readonly (readonly Sample[])[],
  lengths: readonly LengthEstimate[],
  wide: boolean,
): number {
  const kept = lengths.reduce((sum, { sets, most }, at) => {
    const starts = sets * (mean(samples[at] ?? [], ({ groups }) => groups) + 1);
    return sum + most * (wide ? 8 : 6) + starts * 4 + sets * bytesPerSet;
  }, 0);
  return kept * 2;
}

function totals(lengths: readonly LengthEstimate[]) {
  return {
    combinations: lengths.reduce((sum, each) => sum + each.combinations, 0),
    most: lengths.reduce((sum, each) => sum + each.most, 0),
  };
}

function unmeasured(columns: number, longest: number, space: number): Estimate {
  const lengths = Array.from({ length: longest }, (_, at) => {
    const sets = choose(columns, at + 1);
    return { length: at + 1, sets, combinations: sets, most: sets };
  });
  const sets = lengths.reduce((sum, each) => sum + each.sets, 0);
  return { ...totals(lengths), lengths, seconds: 0, bytes: space + sets * bytesPerSet };
}

function mean(samples: readonly Sample[], of: (sample: Sample) => number): number {
  return samples.reduce((sum, each) => sum + of(each), 0) / Math.max(1, samples.length);
}
