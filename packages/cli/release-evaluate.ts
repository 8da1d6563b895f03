import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import {
  attacksOn,
  counted,
  evaluationOf,
  homogeneity,
  inputOf,
  recordsDiffering,
  type Attacks,
  type Counts,
  type Evaluation,
  type FurtherChecks,
} from '@freehold/core/release';
import type { CodedTable } from '@freehold/core/table';
import type { Command } from './command.ts';
import { delivered, stopped, type Step } from './files.ts';
import { undivided } from './interrupt.ts';
import { progress, type Progress } from './progress.ts';
import { systemWords } from './release-chance.ts';
import { besideEarlier } from './release-earlier.ts';
import { askedEvaluation, type AskedEvaluation } from './release-evaluate-options.ts';
import { compiledKernel } from './release-kernel.ts';
import { readTables, type Tables } from './release-evaluate-tables.ts';
import { report } from './report.ts';

/**
 * Compares released records with the true ones over every combination of up to --length values that is in either, looks
 * for groups that give their members away, attacks the release beside --control records, and sets it beside an --earlier
 * one. The figures look at the true records and are not for publication.
 */
export const releaseEvaluate: Command = async (words) => {
  const asked = askedEvaluation(words);
  if (!asked.ok) return report(asked.problems, words, 2);
  const say = (problems: readonly Problem[]) => void report(problems, words, 1);
  const watch = progress(words);
  const tables = await readTables(asked.value, say);
  if (!tables.ok) return report(tables.problems, words, tables.status);
  const found = await evaluated(tables.value, asked.value, watch);
  watch.end();
  if (!found.ok) return report(found.problems, words, found.status);
  const { value } = found;
  const { out } = asked.value;
  const status = await undivided(() =>
    delivered(out, `${JSON.stringify(value, null, 2)}\n`, words, {
      ...{ rows: value.rows, records: value.records },
    }),
  );
  if (status === 0 && out !== undefined && !words.includes('--json'))
    process.stdout.write(`${[...value.inWords, value.notForPublication].join('\n')}\n`);
  return status;
};

async function evaluated(
  tables: Tables,
  asked: AskedEvaluation,
  watch: Progress,
): Promise<Step<Evaluation>> {
  const secrets = secretsIn(tables.originals, asked.secrets);
  if (!secrets.ok) return stopped(secrets, 2);
  const { length, k } = asked;
  const truth = counts(tables.originals, length, watch.step('Counting the true records'));
  const released = counts(tables.released, length, watch.step('Counting the released ones'));
  const attacks = attacked(tables, asked, secrets.value, watch);
  const earlier = await besides(truth, tables, asked);
  if (!earlier.ok) return earlier;
  const further: FurtherChecks = {
    homogeneity: homogeneity(truth, tables.originals.columns, { k }),
    ...(attacks === null ? {} : { attacks }),
    ...(earlier.value === undefined ? {} : { earlier: earlier.value }),
  };
  return { ok: true, value: evaluationOf(truth, released, k, further) };
}

function counts(
  table: CodedTable,
  length: number,
  seen: (done: number, total: number) => void = () => {},
): Counts {
  const found = counted(inputOf(table), { length, least: 1 }, compiledKernel(), { seen });
  if (found === null) throw new TypeError('a count that nobody stops ends');
  return found;
}

function secretsIn(
  { columns }: CodedTable,
  names: readonly string[] | null,
): Outcome<readonly number[]> {
  const known = columns.map(({ name }) => name);
  const unknown = (names ?? []).filter((name) => !known.includes(name));
  if (unknown.length > 0)
    return refused(...unknown.map((column) => problem('secret-unknown', { column, known })));
  return fine((names ?? known).map((name) => known.indexOf(name)));
}

function attacked(
  tables: Tables,
  { attacks, length }: AskedEvaluation,
  secrets: readonly number[],
  watch: Progress,
): Attacks | null {
  if (attacks === null) return null;
  const seen = watch.step('Attacking');
  return attacksOn(tables, { attacks, length, secrets }, systemWords(), { seen });
}

/** What readers of the earlier release learn from this one beside it. */
async function besides(
  truth: Counts,
  { originals, released, earlierRecords }: Tables,
  { earlier, k, length }: AskedEvaluation,
): Promise<Step<FurtherChecks['earlier']>> {
  if (earlier === undefined) return { ok: true, value: undefined };
  const read = await besideEarlier(earlier, truth, originals.columns, k);
  if (!read.ok) return read;
  const of = (table: CodedTable) => counts(table, length);
  const records =
    earlierRecords === null ? null : recordsDiffering(of(earlierRecords), of(released), k);
  return { ok: true, value: { counts: read.value.found, records } };
}
