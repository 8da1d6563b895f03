import { inputOf, writeCounts, type Counts } from '@freehold/core/release';
import type { CodedTable } from '@freehold/core/table';
import type { Command } from './command.ts';
import { stopped, writeInPieces, type Step } from './files.ts';
import { undivided } from './interrupt.ts';
import { progress } from './progress.ts';
import { engineNamed } from './release-engine.ts';
import { askedCount, type AskedCount } from './release-options.ts';
import { readCodebook, readRecords } from './release-table.ts';
import { report } from './report.ts';

const mostSeconds = 24 * 3600;

/**
 * Counts every combination of 1 to --length values exactly and writes `length,combination,count`. With --k, those of
 * fewer than k records are left out. A count that cannot fit is refused before it begins, with the estimate.
 */
export const releaseCount: Command = async (words) => {
  const asked = askedCount(words);
  if (!asked.ok) return report(asked.problems, words, 2);
  const codebook = await readCodebook(asked.value.codebook);
  if (!codebook.ok) return report(codebook.problems, words, codebook.status);
  const { file, acceptRejected, out } = asked.value;
  const say = (problems: Parameters<typeof report>[0]) => void report(problems, words, 1);
  const read = await readRecords(file, codebook.value, { acceptRejected, say });
  if (!read.ok) return report(read.problems, words, read.status);
  const { table, rejected } = read.value;
  const watch = progress(words);
  const counts = await countsOf(table, asked.value, watch.step('Counting'));
  watch.end();
  if (!counts.ok) return report(counts.problems, words, counts.status);
  const written = await undivided(() =>
    writeInPieces(out, (sink) => writeCounts(counts.value, table.columns, sink)),
  );
  if (!written.ok) return report(written.problems, words, 2);
  if (out !== undefined) said(out, table, counts.value, rejected, words);
  return 0;
};

async function countsOf(
  table: CodedTable,
  asked: AskedCount,
  seen: (done: number, total: number) => void,
): Promise<Step<Counts>> {
  const { length, k, engine, threads, mostBytes } = asked;
  const named = engineNamed(engine);
  if (!named.ok) return stopped(named, 2);
  const options = { length, least: k ?? 1 };
  const means = { threads, mostBytes, mostSeconds, watch: { seen } };
  const counts = await named.value(inputOf(table), options, means);
  return counts.ok ? counts : stopped(counts, 1);
}

function said(
  out: string,
  table: CodedTable,
  counts: Counts,
  rejected: number,
  words: readonly string[],
): void {
  const lengths = Array.from({ length: counts.length }, (_, at) => counts.size(at + 1));
  const combinations = lengths.reduce((sum, each) => sum + each, 0);
  const found = { rows: table.rows, rejected, columns: table.columns.length, combinations };
  process.stdout.write(
    words.includes('--json')
      ? `${JSON.stringify({ out, ...found, lengths })}\n`
      : `Wrote ${out}: ${Object.entries(found)
          .map(([what, count]) => `${what} ${count}`)
          .join(', ')}.\n`,
  );
}
