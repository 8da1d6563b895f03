import type { Counts } from '../count/counts.ts';
import { expansion, nearness, type Nearness } from './utility.ts';

/** How near released records are to the true ones. Made from the true table: not for publication. */
export type Evaluation = {
  readonly notForPublication: string;
  readonly k: number;
  readonly rows: number;
  readonly records: number;
  readonly expansion: number | null;
  readonly inWords: readonly string[];
  readonly byLength: readonly Nearness[];
};

/** The figures of a released table beside the true one, and what they come to in words. */
export function evaluationOf(truth: Counts, released: Counts, k: number): Evaluation {
  const byLength = nearness(truth, released, k);
  const more = expansion(truth, released);
  return {
    notForPublication:
      'These figures look at the true records. They tell more than the release does: keep them.',
    ...{ k, rows: truth.rows, records: released.rows, expansion: more },
    inWords: inWords(byLength.at(-1), more, k),
    byLength,
  };
}

function inWords(all: Nearness | undefined, more: number | null, k: number): readonly string[] {
  // Down, so that nothing is told as whole that is not.
  const percent = (value: number) => `${(Math.floor(1000 * value) / 10).toFixed(1)} %`;
  const { preserved = null, leaked = null, fabricated = null, errorAtLeastK = null } = all ?? {};
  return [
    ...(preserved === null
      ? [`No combination has ${k} records or more: there is nothing that could be kept.`]
      : [
          `Of ${preserved.n} combinations of ${k} records or more, ${percent(preserved.value)} are in the release.`,
        ]),
    ...(errorAtLeastK === null
      ? []
      : [
          `Their counts are off by ${errorAtLeastK.value.toFixed(1)} on average, what is missing counting in full.`,
        ]),
    ...(leaked === null || fabricated === null
      ? []
      : [
          leaked.value === 0
            ? `No combination of fewer than ${k} records is in the release.`
            : `${percent(leaked.value)} of the released combinations have fewer than ${k} records: do not publish this.`,
          `${percent(fabricated.value)} of the released combinations occur nowhere in the true records.`,
        ]),
    ...(more === null
      ? []
      : [
          `The release has ${percent(Math.abs(more))} ${more < 0 ? 'fewer' : 'more'} records than there are rows.`,
        ]),
  ];
}
