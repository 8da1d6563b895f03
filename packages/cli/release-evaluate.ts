import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import { counted, evaluationOf, inputOf } from '@freehold/core/release';
import type { CodedTable, Codes } from '@freehold/core/table';
import { options, type Command } from './command.ts';
import { delivered } from './files.ts';
import { compiledKernel } from './release-kernel.ts';
import { readCodebook, readRecords } from './release-table.ts';
import { report } from './report.ts';

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
