import {
  estimated,
  inputOf,
  refusal,
  risk,
  type Estimate,
  type Risk,
  type Watch,
} from '@freehold/core/release';
import { Proposer, type CodedTable } from '@freehold/core/table';
import type { Command } from './command.ts';
import { writeWhole } from './files.ts';
import { undivided } from './interrupt.ts';
import { progress } from './progress.ts';
import { compiledKernel } from './release-kernel.ts';
import { askedCount, type AskedCount } from './release-options.ts';
import { planText, type Plan, type PlannedColumn } from './release-plan-text.ts';
import { readCodebook, readRecords } from './release-table.ts';
import { report } from './report.ts';

const usualK = 10;
const mostSeconds = 3600;
/** Values of a column that are listed: those with the most records at risk. */
const mostListed = 100;

/**
 * Looks a table of records over before anything is released: columns and what they hold, how much of each column and
 * value is in combinations of fewer than --k records, and what a count will come to and take. Said as a table to be read;
 * as JSON with --json or into --out. Without --codebook it proposes one, which --propose writes into a file of its own to
 * be looked at and confirmed.
 */
export const releasePlan: Command = async (words) => {
  const asked = askedCount(words);
  if (!asked.ok) return report(asked.problems, words, 2);
  const codebook = await readCodebook(asked.value.codebook);
  if (!codebook.ok) return report(codebook.problems, words, codebook.status);
  let proposer = new Proposer([]);
  const read = await readRecords(asked.value.file, codebook.value, {
    acceptRejected: true,
    say: (problems) => void report(problems, words, 1),
    see: {
      header: (header) => (proposer = new Proposer(header)),
      row: (row) => proposer.add(row),
    },
  });
  if (!read.ok) return report(read.problems, words, read.status);
  const proposed = codebook.value === null ? proposer.proposed() : null;
  const { propose } = asked.value;
  if (propose !== undefined && proposed !== null) {
    const written = await writeWhole(propose, `${JSON.stringify(proposed, null, 2)}\n`);
    if (!written.ok) return report(written.problems, words, 2);
  }
  const { table, rejected } = read.value;
  const watch = progress(words);
  const seen = watch.step('Looking for rare combinations');
  const plan = planOf(table, asked.value, rejected, { seen });
  watch.end();
  const content = { ...plan, ...(proposed === null ? {} : { proposedCodebook: proposed }) };
  const json = `${JSON.stringify(content, null, 2)}\n`;
  const { out } = asked.value;
  if (out !== undefined) {
    const written = await undivided(() => writeWhole(out, json));
    if (!written.ok) return report(written.problems, words, 2);
  }
  process.stdout.write(words.includes('--json') ? json : planText(plan));
  if (words.includes('--json')) return 0;
  for (const path of [out, propose])
    if (path !== undefined) process.stdout.write(`Wrote ${path}.\n`);
  return 0;
};

function planOf(table: CodedTable, asked: AskedCount, rejected: number, watch: Watch): Plan {
  const { length, mostBytes } = asked;
  const k = asked.k ?? usualK;
  const input = inputOf(table);
  const options = { length, least: 1 };
  const now = () => performance.now();
  const estimate = estimated(input, options, compiledKernel(), { now, mostBytes });
  const no = refusal(estimate, { bytes: mostBytes, seconds: mostSeconds });
  const found = no === null ? risk(table, { k, length }, compiledKernel(), watch) : null;
  return {
    ...{ rows: table.rows, rejected, bySubject: table.bySubject, k, length },
    estimate: inWholeNumbers(estimate),
    refused: no,
    ...riskOf(table, found),
  };
}

function inWholeNumbers(estimate: Estimate) {
  const { seconds, bytes } = estimate;
  return { ...estimate, seconds: Number(seconds.toPrecision(2)), bytes: Math.round(bytes) };
}

/** Shares are of the records that have a value in the column; null where nothing was counted. */
function riskOf(
  table: CodedTable,
  found: Risk | null,
): Pick<Plan, 'recordsAtRisk' | 'lengths' | 'columns'> {
  return {
    recordsAtRisk: found?.rareRows ?? null,
    lengths: found?.lengths ?? null,
    columns: table.columns.map(({ name, from, kind, values, declared }, at): PlannedColumn => {
      const own = found?.columns[at];
      const listed = (own?.values ?? [])
        .toSorted((a, b) => b.rare - a.rare || b.rows - a.rows)
        .slice(0, mostListed);
      return {
        ...{
          column: name,
          from,
          kind,
          declared,
          values: values.length,
          filled: own?.filled ?? null,
        },
        shareAtRisk: own === undefined ? null : share(own.rare, own.filled),
        listed: listed.map(({ value, rows, rare }) => ({
          ...{ value, records: rows, shareAtRisk: share(rare, rows) },
        })),
      };
    }),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Number((part / whole).toFixed(4));
}
