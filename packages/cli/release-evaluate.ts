import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import {
  counted,
  expansion,
  inputOf,
  nearness,
  type Counts,
  type MadeRecords,
  type Nearness,
} from '@freehold/core/release';
import type { CodedTable, Codes } from '@freehold/core/table';
import { options, type Command } from './command.ts';
import { delivered } from './files.ts';
import { compiledKernel } from './release-kernel.ts';
import { readCodebook, readRecords } from './release-table.ts';
import { report } from './report.ts';

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

/**
 * Compares released records with the true ones over every combination of up to --length values that is in either, and
 * writes the figures. They look at the true records and are not for publication.
 */
export const releaseEvaluate: Command = async (words) => {
  const asked = askedEvaluation(words);
  if (!asked.ok) return report(asked.problems, words, 2);
  const { sensitive, synthetic, codebook, length, k, out } = asked.value;
  const book = await readCodebook(codebook);
  if (!book.ok) return report(book.problems, words, book.status);
  const say = (problems: readonly Problem[]) => void report(problems, words, 1);
  const truth = await readRecords(sensitive, book.value, { acceptRejected: false, say });
  if (!truth.ok) return report(truth.problems, words, truth.status);
  const released = await readRecords(synthetic, null, { acceptRejected: false, say });
  if (!released.ok) return report(released.problems, words, released.status);
  const pair = alike(truth.value.table, released.value.table, synthetic);
  if (!pair.ok) return report(pair.problems, words, 1);
  const [one, other] = pair.value.map((table) =>
    counted(inputOf(table), { length, least: 1 }, compiledKernel()),
  );
  if (!one || !other) return report([problem('stopped')], words, 1);
  const found = evaluationOf(one, other, k);
  return delivered(out, `${JSON.stringify(found, null, 2)}\n`, words, {
    ...{ rows: found.rows, records: found.records },
  });
};

function askedEvaluation(words: readonly string[]) {
  const read = options(words, {
    sensitive: { type: 'string' },
    synthetic: { type: 'string' },
    codebook: { type: 'string' },
    length: { type: 'string' },
    k: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  });
  if (!read.ok) return read;
  const { sensitive, synthetic, codebook, length = '3', k = '10', out } = read.value;
  if (sensitive === undefined) return refused(problem('option-needed', { option: '--sensitive' }));
  if (synthetic === undefined) return refused(problem('option-needed', { option: '--synthetic' }));
  if (!/^[1-4]$/.test(length))
    return refused(problem('option-not-whole', { option: '--length', least: 1, most: 4 }));
  if (!/^\d{1,6}$/.test(k) || Number(k) < 2)
    return refused(problem('option-not-whole', { option: '--k', least: 2, most: 999_999 }));
  return fine({ sensitive, synthetic, codebook, out, length: Number(length), k: Number(k) });
}

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

/** Records that were made, as a table of the same columns and values as the one they were made from. */
export function recordsAsTable(table: CodedTable, { records, columns }: MadeRecords): CodedTable {
  return {
    rows: records,
    bySubject: table.bySubject,
    columns: table.columns.map((column, at) => ({
      ...column,
      codes: columns[at] ?? new Uint32Array(records),
    })),
  };
}

/** Both tables with the same columns in one order and the same codes; problem `columns-differ`. */
function alike(
  truth: CodedTable,
  released: CodedTable,
  file: string,
): Outcome<readonly [CodedTable, CodedTable]> {
  const missing = truth.columns
    .filter(({ name }) => !released.columns.some((other) => other.name === name))
    .map(({ name }) => name);
  const extra = released.columns
    .filter(({ name }) => !truth.columns.some((other) => other.name === name))
    .map(({ name }) => name);
  if (missing.length + extra.length > 0)
    return refused(problem('columns-differ', { missing, extra }, { file }));
  const joined = truth.columns.map((column) => {
    const other = released.columns.find(({ name }) => name === column.name) ?? column;
    const values = [...new Set([...column.values, ...other.values])];
    const code = new Map(values.map((value, at) => [value, at + 1]));
    const codes = (from: { readonly codes: Codes; readonly values: readonly string[] }) =>
      Uint32Array.from(from.codes, (each) => code.get(from.values[each - 1] ?? '') ?? 0);
    return { column, values, own: codes(column), theirs: codes(other) };
  });
  const table = (rows: number, of: (each: (typeof joined)[number]) => Codes): CodedTable => ({
    rows,
    bySubject: truth.bySubject,
    columns: joined.map((each) => ({ ...each.column, values: each.values, codes: of(each) })),
  });
  return fine([
    table(truth.rows, ({ own }) => own),
    table(released.rows, ({ theirs }) => theirs),
  ] as const);
}
