import { median } from '../../numeric/index.ts';
import type { Problem } from '../../problem.ts';
import type { Words } from '../../privacy/index.ts';
import type { CodedTable } from '../../table/index.ts';
import type { Counts } from '../count/counts.ts';
import type { PrivateCounts } from './counts.ts';
import { privateCounts, type Watching } from './private-counts.ts';
import type { PrivateSettings } from './settings.ts';

/** What is tried, and how often; combinations of `common` records or more are those that should be kept. */
export type TrialPlan = {
  readonly settings: readonly PrivateSettings[];
  readonly runs: number;
  readonly common: number;
};

/** A figure of each run: the median, the least and the most; null where there was nothing to reckon from. */
export type OverRuns = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
} | null;

/** How near counts with noise came to the exact ones, for combinations of one length or of all together (length 0). */
export type TriedLength = {
  readonly length: number;
  /** How many combinations of the stand-in are common. */
  readonly common: number;
  /** Of these, the share that was told; the mean distance of their counts from the exact ones, absent being 0. */
  readonly kept: OverRuns;
  readonly error: OverRuns;
  /** How many combinations were told, common or not; of them, the share that nobody has. */
  readonly told: OverRuns;
  readonly invented: OverRuns;
};

/** What became of one setting: figures by length, all together last; or why a run of it gave none. */
export type Tried = {
  readonly settings: PrivateSettings;
  readonly runs: number;
  readonly byLength: readonly TriedLength[];
  readonly problems: readonly Problem[];
};

/**
 * Tries settings on a stand-in, each several times, and says how far off its counts were. Null: stopped. [RL-57]
 *
 * The stand-in must be public: the figures are exact errors, which no budget covers. Nothing is charged, because nothing of
 * the records is looked at. `truth` are the exact counts of the stand-in, of length 1 and of at least the longest settings
 * (or its number of columns).
 */
export function tried(
  { standIn, truth }: { readonly standIn: CodedTable; readonly truth: Counts },
  { settings, runs, common }: TrialPlan,
  words: Words,
  { seen, stop }: Watching = {},
): readonly Tried[] | null {
  const found: Tried[] = [];
  const all = settings.length * runs;
  for (const [at, each] of settings.entries()) {
    const judged: (readonly Judged[])[] = [];
    let problems: readonly Problem[] = [];
    for (let run = 0; run < runs && problems.length === 0; run += 1) {
      const done = at * runs + run;
      const counts = privateCounts(standIn, each, words, {
        ...(stop !== undefined && { stop }),
        ...(seen !== undefined && { seen: (share) => seen((done + share) / all) }),
      });
      if (counts === null || stop?.() === true) return null;
      if (counts.ok) judged.push(judgedBy(standIn, truth, counts.value, common));
      else problems = counts.problems;
    }
    const byLength = problems.length > 0 ? [] : overRuns(judged);
    found.push({ settings: each, runs, byLength, problems });
  }
  return found;
}

/** What one run came to in one length. */
type Judged = {
  readonly length: number;
  readonly common: number;
  readonly kept: number;
  readonly off: number;
  readonly told: number;
  readonly invented: number;
};

/** One run beside the exact counts, length by length and then all together. */
function judgedBy(
  standIn: CodedTable,
  truth: Counts,
  counts: PrivateCounts,
  common: number,
): readonly Judged[] {
  const codes = codesOf(standIn, counts);
  const lengths = Array.from({ length: Math.min(truth.length, counts.length) }, (_, at) =>
    judgedLength(at + 1, truth, counts, codes, common),
  );
  return [...lengths, lengths.reduce(together, { ...nothing, length: 0 })];
}

const nothing = { common: 0, kept: 0, off: 0, told: 0, invented: 0 };

function together(one: Judged, other: Judged): Judged {
  return {
    length: one.length,
    common: one.common + other.common,
    kept: one.kept + other.kept,
    off: one.off + other.off,
    told: one.told + other.told,
    invented: one.invented + other.invented,
  };
}

function judgedLength(
  length: number,
  truth: Counts,
  counts: PrivateCounts,
  codes: readonly (readonly number[])[],
  common: number,
): Judged {
  const found = { ...nothing, length };
  // As if nothing were told; what is told then takes its own count off again.
  for (const count of truth.countsOf(length)) {
    if (count < common) continue;
    found.common += 1;
    found.off += count;
  }
  counts.each(length, (columns, values, { count }) => {
    const coded = columns.map((column, at) => codes[column]?.[values[at] ?? 0] ?? 0);
    const exact = truth.count(columns, coded);
    found.told += 1;
    if (exact === 0) found.invented += 1;
    if (exact < common) return;
    found.kept += 1;
    found.off += Math.abs(count - exact) - exact;
  });
  return found;
}

/** The stand-in's code for each number of a value in the counts, by column. */
function codesOf(standIn: CodedTable, { columns }: PrivateCounts): readonly (readonly number[])[] {
  return columns.map(({ values }, column) => {
    const own = standIn.columns[column]?.values ?? [];
    const code = new Map(own.map((value, at) => [value, at + 1]));
    return [0, ...values.map((value) => code.get(value) ?? 0)];
  });
}

function overRuns(judged: readonly (readonly Judged[])[]): readonly TriedLength[] {
  return (judged[0] ?? []).map(({ length, common }, at) => {
    const runs = judged.flatMap((run) => run[at] ?? []);
    return {
      ...{ length, common },
      kept: middle(runs.map((run) => run.kept / run.common)),
      error: middle(runs.map((run) => run.off / run.common)),
      told: middle(runs.map(({ told }) => told)),
      invented: middle(runs.map((run) => run.invented / run.told)),
    };
  });
}

/** Runs that had nothing to reckon from are passed over. */
function middle(figures: readonly number[]): OverRuns {
  const there = figures.filter((figure) => Number.isFinite(figure));
  const value = median(there);
  return value === null ? null : { value, low: Math.min(...there), high: Math.max(...there) };
}
