import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refused, type Outcome, type Problem } from '@freehold/core/problem';
import { alike, type Attacked } from '@freehold/core/release';
import type { CodedTable } from '@freehold/core/table';
import { stopped, type Step } from './files.ts';
import { readReleased } from './release-earlier.ts';
import type { AskedEvaluation } from './release-evaluate-options.ts';
import { readCodebook, readRecords } from './release-table.ts';

/** The tables that are asked for, with the same columns and codes. */
export type Tables = Attacked & { readonly earlierRecords: CodedTable | null };

/** Reads the tables that are asked for; problems of rows are said as they are met. */
export async function readTables(
  asked: AskedEvaluation,
  say: (problems: readonly Problem[]) => void,
): Promise<Step<Tables>> {
  const book = await readCodebook(asked.codebook);
  if (!book.ok) return book;
  const truth = await readRecords(asked.sensitive, book.value, { acceptRejected: false, say });
  if (!truth.ok) return truth;
  const released = await readReleased(asked.synthetic, truth.value.table, say);
  if (!released.ok) return released;
  const control =
    asked.control === undefined
      ? null
      : await readRecords(asked.control, book.value, { acceptRejected: false, say });
  if (control !== null && !control.ok) return control;
  const earlierFile = join(asked.earlier ?? '', 'synthetic.csv');
  const before =
    asked.earlier === undefined || !existsSync(earlierFile)
      ? null
      : await readReleased(earlierFile, truth.value.table, say);
  if (before !== null && !before.ok) return before;
  return together(asked, {
    originals: truth.value.table,
    released: released.value,
    control: control?.value.table ?? null,
    earlierRecords: before?.value ?? null,
  });
}

/** All tables with one code for a value. Earlier records with other columns are left out: there is nothing to compare. */
function together(asked: AskedEvaluation, tables: Tables): Step<Tables> {
  const { originals, released, control, earlierRecords } = tables;
  const needed = control === null ? [originals, released] : [originals, released, control];
  const all = earlierRecords === null ? needed : [...needed, earlierRecords];
  const made = alike(all);
  const found = made.ok ? made : alike(needed);
  if (!found.ok) return stopped(named(found, [asked.sensitive, asked.synthetic, asked.control]), 1);
  const [one = originals, other = released, third] = found.value;
  const fourth = made.ok && earlierRecords !== null ? found.value.at(-1) : undefined;
  return {
    ok: true,
    value: {
      ...{ originals: one, released: other, earlierRecords: fourth ?? null },
      control: control === null ? null : (third ?? null),
    },
  };
}

function named(outcome: Outcome<unknown>, files: readonly (string | undefined)[]) {
  if (outcome.ok) return outcome;
  return refused(
    ...outcome.problems.map((each) => {
      const file = files[Number(each.details?.['table'] ?? 0)];
      return file === undefined ? each : { ...each, where: { file } };
    }),
  );
}
