import { problem, refused, type Outcome } from '@freehold/core/problem';
import { standInBook, tried, unguardedTable } from '@freehold/core/release';
import type { Bench } from './bench.ts';
import { systemWords } from './chance.ts';
import { codedFile } from './code.ts';
import { encodingOf } from '../../parts/file-text.ts';
import { part } from './shares.ts';
import type { Trial, TrialSettings, Watch } from './work.ts';

/**
 * Tries settings on a file that stands in for the records. The records themselves are not looked at. Problems: those of
 * reading the file, `no-records`, `stopped`.
 */
export async function trial(
  bench: Bench,
  { file, form, codebook, settings, runs, common }: TrialSettings,
  watch: Watch,
): Promise<Outcome<Trial>> {
  const book = (header: readonly string[]) => standInBook(codebook, header, form);
  const read = await codedFile(file, await encodingOf(file), book, part(watch, 0, 0.05));
  if (!read.ok) return read;
  const { rejected, table } = read.value;
  const standIn = unguardedTable(table);
  const longest = Math.max(...settings.map(({ length }) => length));
  const truth = await bench.counts(standIn, longest, part(watch, 0.05, 0.1));
  if (!truth.ok) return truth;
  const plan = { settings, runs, common };
  const found = tried({ standIn, truth: truth.value }, plan, systemWords(), part(watch, 0.1, 1));
  return found === null
    ? refused(problem('stopped'))
    : {
        ok: true,
        value: { name: file.name, records: standIn.rows, rejected, runs, common, tried: found },
      };
}
