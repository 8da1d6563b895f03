import {
  estimated,
  inputOf,
  refusal,
  risk,
  type Estimate,
  type Risk,
} from '@freehold/core/release';
import { Proposer, type Codebook, type CodedTable } from '@freehold/core/table';
import type { Problem } from '@freehold/core/problem';
import type { Command } from './command.ts';
import { delivered, writeWhole } from './files.ts';
import { compiledKernel } from './release-kernel.ts';
import { askedCount, type AskedCount } from './release-options.ts';
import { readCodebook, readRecords } from './release-table.ts';
import { report } from './report.ts';

const usualK = 10;
const mostSeconds = 3600;
/** Values of a column that are listed: those with the most records at risk. */
const mostListed = 100;

/**
 * Looks a table of records over before anything is released: columns and what they hold, how much of each column and
 * value is in combinations of fewer than --k records, and what a count will come to and take. Without --codebook it
 * proposes one, which --propose writes into a file of its own to be looked at and confirmed.
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
  const plan = planOf(table, asked.value, rejected, proposed);
  const content = `${JSON.stringify(plan, null, 2)}\n`;
  return delivered(asked.value.out, content, words, {
    ...{ rows: table.rows, rejected, columns: table.columns.length },
    combinations: plan.estimate.combinations,
  });
};

function planOf(table: CodedTable, asked: AskedCount, rejected: number, proposed: Codebook | null) {
  const { length, mostBytes } = asked;
  const k = asked.k ?? usualK;
  const input = inputOf(table);
  const options = { length, least: 1 };
  const now = () => performance.now();
  const estimate = estimated(input, options, compiledKernel(), { now, mostBytes });
  const no = refusal(estimate, { bytes: mostBytes, seconds: mostSeconds });
  const found = no === null ? risk(table, { k, length }, compiledKernel()) : null;
  return {
    ...{ rows: table.rows, rejected, bySubject: table.bySubject, k, length },
    estimate: inWholeNumbers(estimate),
    refused: no,
    ...riskOf(table, found),
    ...(proposed === null ? {} : { proposedCodebook: proposed }),
  } satisfies Record<string, unknown> & { readonly refused: Problem | null };
}

function inWholeNumbers(estimate: Estimate) {
  const { seconds, bytes } = estimate;
  return { ...estimate, seconds: Number(seconds.toPrecision(2)), bytes: Math.round(bytes) };
}

/** Shares are of the records that have a value in the column; null where nothing was counted. */
function riskOf(table: CodedTable, found: Risk | null) {
  return {
    recordsAtRisk: found?.rareRows ?? null,
    lengths: found?.lengths ?? null,
    columns: table.columns.map(({ name, from, kind, values, declared }, at) => {
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
