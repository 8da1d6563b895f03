import { parseArgs } from 'node:util';
import {
  faults,
  left,
  shownToPublic,
  spent,
  type Chained,
  type Spent,
} from '@freehold/core/privacy';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import type { Command } from './command.ts';
import { digest, readAnyLedger } from './release-ledger-file.ts';
import { report } from './report.ts';
import { textTable } from './text-table.ts';

type Asked = {
  readonly what: 'show' | 'verify';
  readonly file: string;
  readonly line: string | undefined;
  readonly json: boolean;
};

/**
 * `show FILE`: every charge, what is spent and what is left. `verify FILE`: whether the lines still follow one another and
 * stay within the budget, and with `--line HASH` whether the line of a published release is among them. Both read the copy
 * that stands beside a release as well. Neither gives away what knows the data again. Status 1 where anything is wrong with the ledger.
 */
export const releaseLedger: Command = async (words) => {
  const asked = askedOf(words);
  if (!asked.ok) return report(asked.problems, words, 2);
  const { what, file, line, json } = asked.value;
  const read = await readAnyLedger(file);
  if (!read.ok) return report(read.problems, words, read.status);
  const ledger = read.value;
  const problems = [...faults(ledger, digest), ...cutOff(ledger, line)].map((each) => ({
    ...each,
    where: { file },
  }));
  const told = { ...shownToPublic(ledger), left: left(ledger), problems };
  if (json) process.stdout.write(`${JSON.stringify(told)}\n`);
  else process.stdout.write(what === 'show' ? shown(ledger) : verified(ledger, problems));
  return problems.length === 0 ? 0 : report(problems, words, 1);
};

function askedOf(words: readonly string[]): Outcome<Asked> {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { line: { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [what, file, ...more] = positionals;
    if ((what !== 'show' && what !== 'verify') || file === undefined || more.length > 0)
      return refused(problem('wrong-use', { note: 'say show or verify, and name one ledger' }));
    return fine({ what, file, line: values.line, json: values.json ?? false });
  } catch (error) {
    return refused(problem('wrong-use', { note: (error as Error).message }));
  }
}

/** The chain cannot tell that its end was cut off; the hash printed with a release can. */
function cutOff({ lines }: Chained, hash: string | undefined): readonly Problem[] {
  const there = hash === undefined || lines.some((line) => line.hash === hash);
  return there ? [] : [problem('ledger-line-cut-off', { hash })];
}

function shown(ledger: Chained): string {
  const { dataSet, budget, lines } = ledger;
  const rows = lines.map(({ seq, at, kind, mechanism, rho, delta, approvedBy, purpose }) => [
    ...[String(seq), at.slice(0, 16).replace('T', ' '), kind, mechanism, figure(rho)],
    ...[figure(delta), approvedBy.join(' and '), purpose],
  ]);
  const head = ['line', 'at (UTC)', 'kind', 'mechanism', 'ρ', 'δ', 'approved by', 'purpose'];
  return [
    `Data set ${dataSet}: ε ${budget.epsilon} at δ ${budget.delta} in all; ${budget.approvals === 1 ? 'one person approves' : 'two people approve'} each charge.`,
    ...(rows.length === 0 ? ['Nothing has been charged.'] : textTable([head, ...rows])),
    `${account(ledger)}\n`,
  ].join('\n');
}

function verified({ lines, ...ledger }: Chained, problems: readonly Problem[]): string {
  const last = lines.at(-1);
  const end = last === undefined ? '' : `; the last has the hash ${last.hash}`;
  const verdict =
    problems.length > 0
      ? `${problems.length} wrong.`
      : 'They follow one another and stay within the budget.';
  return `Lines: ${lines.length}${end}.\n${account({ lines, ...ledger })}\n${verdict}\n`;
}

function account(ledger: Chained): string {
  const rest = left(ledger);
  const most = `Left: ${inWords(rest, Math.floor)}, if one release uses all of it.`;
  const none = 'Left: nothing; there can be no further release of this data set.';
  return `Spent: ${inWords(spent(ledger), Math.ceil)}. ${rest.rho > 0 ? most : none}`;
}

/** What is spent is rounded up and what is left is rounded down. */
function inWords({ rho, delta, epsilon }: Spent, rounded: (value: number) => number): string {
  const three = Number.isFinite(epsilon) ? rounded(epsilon * 1000) / 1000 : 'without bound';
  return `ε ${three} (ρ ${figure(rho)}, δ ${figure(delta)})`;
}

function figure(value: number): string {
  return String(Number(value.toPrecision(4)));
}
