import type { Counts } from '../count/counts.ts';
import type { Differencing, RecordsDiffering } from '../differencing.ts';
import type { Homogeneity } from '../homogeneity.ts';
import type { Attacks } from './attacks.ts';
import { attacksInWords, earlierInWords, homogeneityInWords, utilityInWords } from './in-words.ts';
import { expansion, nearness, type Nearness } from './utility.ts';

/** What else was looked at, beside how near the records are. */
export type FurtherChecks = {
  readonly homogeneity?: Homogeneity;
  readonly attacks?: Attacks;
  /** An earlier release: what its counts tell together with these; and how the records of both differ. */
  readonly earlier?: { readonly counts: Differencing; readonly records: RecordsDiffering | null };
};

/** How near released records are to the true ones. Made from the true table: not for publication. */
export type Evaluation = FurtherChecks & {
  readonly notForPublication: string;
  readonly k: number;
  readonly rows: number;
  readonly records: number;
  readonly expansion: number | null;
  readonly inWords: readonly string[];
  readonly byLength: readonly Nearness[];
};

/** The figures of a released table beside the true one, what else was looked at, and what all comes to in words. */
export function evaluationOf(
  truth: Counts,
  released: Counts,
  k: number,
  further: FurtherChecks = {},
): Evaluation {
  const byLength = nearness(truth, released, k);
  const all = byLength.at(-1);
  const more = expansion(truth, released);
  const { homogeneity, attacks, earlier } = further;
  return {
    notForPublication:
      'These figures look at the true records. They tell more than the release does: keep them.',
    ...{ k, rows: truth.rows, records: released.rows, expansion: more },
    inWords: [
      ...(all === undefined ? [] : utilityInWords(all, more, k)),
      ...(homogeneity === undefined ? [] : homogeneityInWords(homogeneity)),
      ...(attacks === undefined ? [] : attacksInWords(attacks)),
      ...(earlier === undefined ? [] : earlierInWords(earlier.counts, k)),
    ],
    byLength,
    ...further,
  };
}
