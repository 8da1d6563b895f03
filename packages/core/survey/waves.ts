import type { Instrument } from './instrument.ts';
import { resultsOf, resultsToShow, type AnswerSet, type QuestionResult } from './results.ts';

/** A target of a wave, as far as it can be told from others: its entry in the directory, else how it is written. */
export type WaveTarget = {
  readonly id: string;
  readonly label: string;
  readonly organisation: string | null;
  readonly listed: string | null;
  /** It has answered, and is not merged into another or removed. */
  readonly counts: boolean;
  /** The target of the same wave that its answers were merged into. */
  readonly mergedInto: string | null;
};

export type Matched = {
  readonly both: readonly { readonly before: WaveTarget; readonly after: WaveTarget }[];
  readonly new: readonly WaveTarget[];
  readonly removed: readonly WaveTarget[];
  /** Was there before, and in the later wave answered together with another. */
  readonly merged: readonly { readonly before: WaveTarget; readonly into: WaveTarget }[];
};

/** `homes` says what an entry of the directory has since been merged into. [SV-24] */
export function matched(
  before: readonly WaveTarget[],
  after: readonly WaveTarget[],
  homes: ReadonlyMap<string, string> = new Map(),
): Matched {
  const sameAs = (target: WaveTarget) => sameKey(target, homes);
  const later = new Map(after.filter(({ counts }) => counts).map((each) => [sameAs(each), each]));
  const joined = new Map(
    after.flatMap((each) => (each.mergedInto === null ? [] : [[sameAs(each), each.mergedInto]])),
  );
  const earlier = before.filter(({ counts }) => counts);
  const both: { before: WaveTarget; after: WaveTarget }[] = [];
  const merged: { before: WaveTarget; into: WaveTarget }[] = [];
  const removed: WaveTarget[] = [];
  const taken = new Set<string>();
  for (const target of earlier) {
    const found = later.get(sameAs(target));
    const into = after.find(({ id }) => id === joined.get(sameAs(target)));
    if (found !== undefined && !taken.has(found.id)) {
      taken.add(found.id);
      both.push({ before: target, after: found });
    } else if (found !== undefined) merged.push({ before: target, into: found });
    else if (into !== undefined) merged.push({ before: target, into });
    else removed.push(target);
  }
  const known = new Set(earlier.map(sameAs));
  return {
    both,
    merged,
    removed,
    new: [...later.values()].filter((each) => !known.has(sameAs(each))),
  };
}

function sameKey(
  { organisation, listed, label }: WaveTarget,
  homes: ReadonlyMap<string, string>,
): string {
  const entry = organisation ?? listed;
  if (entry !== null) return homes.get(entry) ?? entry;
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export type Change = {
  readonly code: string;
  readonly row: string;
  readonly all: readonly [QuestionResult, QuestionResult];
  /** Null for a confidential question: the matched could be told apart from all. [SV-25] */
  readonly matched: readonly [QuestionResult, QuestionResult] | null;
};

/** A wave's answers, and what its confidential questions gave when it closed; null while it is open. */
export type Wave = {
  readonly instrument: Instrument;
  readonly sets: readonly AnswerSet[];
  readonly frozen: readonly QuestionResult[] | null;
};

export type Changes = {
  readonly changes: readonly Change[];
  /** Codes that only one of the two asks. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
};

/**
 * What each question that both waves ask gave then and now: over all who answered, and over the matched alone. A
 * question is the same by its code.
 */
export function changesBetween(before: Wave, after: Wave, { both }: Matched): Changes {
  const was = resultsToShow(before.instrument, before.sets, before.frozen);
  const is = resultsToShow(after.instrument, after.sets, after.frozen);
  const wasMatched = resultsAmong(
    before,
    both.map((each) => each.before.id),
  );
  const isMatched = resultsAmong(
    after,
    both.map((each) => each.after.id),
  );
  const changes = is.flatMap((now) => {
    const then = find(was, now);
    if (then === undefined) return [];
    const pair = [find(wasMatched, now), find(isMatched, now)] as const;
    const [thenMatched, nowMatched] = pair;
    const shown = !now.confidential && !then.confidential && thenMatched && nowMatched;
    return [
      {
        ...{ code: now.code, row: now.row },
        all: [then, now] as const,
        matched: shown ? ([thenMatched, nowMatched] as const) : null,
      },
    ];
  });
  return { changes, onlyBefore: without(was, is), onlyAfter: without(is, was) };
}

function resultsAmong({ instrument, sets }: Wave, targets: readonly string[]) {
  const among = new Set(targets);
  return resultsOf(
    instrument,
    sets.filter(({ target }) => among.has(target)),
  );
}

function find(
  results: readonly QuestionResult[],
  { code, row }: Pick<QuestionResult, 'code' | 'row'>,
) {
  return results.find((each) => each.code === code && each.row === row);
}

function without(
  some: readonly QuestionResult[],
  others: readonly QuestionResult[],
): readonly string[] {
  const codes = some.filter((each) => find(others, each) === undefined).map(({ code }) => code);
  return [...new Set(codes)];
}
