import type { Charge, LedgerLine } from '@freehold/core/privacy';
import type { Method } from '@freehold/core/release';
import type { ColumnBook, ColumnSeen } from '@freehold/core/table';
import { count, number, percent, sayProblems } from '../words.ts';
import type { Step } from './search.ts';

sayProblems({
  'no-file': () => 'The records are not open any more. Choose the file again.',
  'no-records': () => 'No row could be read. Look at the problems, or choose another file.',
  stopped: () => 'Stopped. Nothing was kept of it.',
  'value-not-declared': () =>
    'The codebook does not have this value. Add it there, or mend the cell.',
  'number-expected': () => 'The codebook says that this column holds numbers; this cell has none.',
  'not-a-date': () => 'This is no date of one band. Write 2026-04-30.',
  'count-too-large': ({ combinations, bytes, seconds }) =>
    `About ${number(Number(combinations))} combinations would take ${memory(Number(bytes))} and ${duration(Number(seconds))}, which is more than a browser’s tab has. Look at shorter combinations, leave columns out, or band wide ones.`,
  'too-many-combinations': ({ bytes, mostBytes }) =>
    `To lay the combinations out would take ${memory(Number(bytes))}, and there is room for ${memory(Number(mostBytes))}. Choose shorter ones, leave columns out, or band wide ones.`,
  'codebook-foreign': () => 'This file is no codebook of Freehold.',
  'budget-spent': ({ asked, spent, budget }) =>
    `The budget does not cover this release. It would cost ε ${twoDigits(asked)} by itself; ${twoDigits(spent)} of ${twoDigits(budget)} is spent. Choose a smaller ε, or make no further release of these records.`,
  'approvals-missing': ({ needed, given }) =>
    `${count(Number(needed), 'different person', 'different people')} must approve this, and ${number(Number(given))} did.`,
  'charge-not-said': () => 'Say what the release is for, and who approves it.',
  'line-not-drawn': ({ line }) => `Nothing was drawn for line ${String(line)} of the ledger.`,
  'line-leaves-already': ({ line }) => `What line ${String(line)} drew may leave already.`,
  'line-stays': () =>
    'This was charged as a preview or for tuning, and stays in the house. Let it leave at the step Check first.',
  'ledger-line-lets-nothing': ({ at }) =>
    `Line ${String(at)} of the ledger lets something leave that it cannot. Use the file as it was saved.`,
  'columns-over-limit': ({ columns, most }) =>
    `There are ${number(Number(columns))} columns, and ${number(Number(most))} can be counted with noise. Leave some out in the codebook.`,
  'column-missing': () => 'The file has no such column.',
  'manifest-foreign': () =>
    'This is no manifest.json of a release. Take the two files from the folder, or the ZIP, that was published.',
  'earlier-has-noise': () =>
    'The earlier release has noise, so nothing exact can be worked out from it and there is nothing to compare. Its ledger adds up what it told.',
  'earlier-other-columns': ({ columns }) =>
    `The earlier release has none of these columns (it has ${[columns].flat().join(', ')}). It is of other records; choose the one of these.`,
  'not-counts': () =>
    'This is no counts.csv of a release by k-anonymity: it begins with length, combination, count. Choose the file that was published.',
  'ledger-foreign': () => 'This file is no ledger of Freehold.',
  'ledger-other-data': () =>
    'This ledger was begun for another file. If it is for an earlier version of these records, say so below and bring it again.',
  'ledger-line-changed': ({ at }) =>
    `Line ${String(at)} of the ledger was changed after it was written. Use the file as it was saved.`,
  'ledger-line-missing': ({ at }) => `Line ${String(at)} of the ledger is missing.`,
  'ledger-overdrawn': ({ spent, budget }) =>
    `The ledger has ε ${twoDigits(spent)} spent of ${twoDigits(budget)}: more than its budget.`,
  'values-not-declared': () =>
    'A column of several values must have them declared before a release with noise. Declare them in the codebook.',
  'cuts-not-rising': () => 'Limits are numbers that rise, such as 18, 25, 40.',
  'values-missing': () => 'Write at least one value, each on a line of its own.',
});

function twoDigits(value: unknown): string {
  return number(Number(value), 2);
}

export const methodWords: Readonly<
  Record<Method, { readonly title: string; readonly says: string }>
> = {
  best: {
    title: 'Nearest to the counts',
    says: 'Made from the protected counts alone, as many records as there are. The usual choice.',
  },
  totals: {
    title: 'Nearest to the counts, totals first',
    says: 'As the usual one, but every value as often as its total where that can be, in up to 2 in 100 more records. Takes some ten times as long.',
  },
  aggregate: {
    title: 'Value by value, from the counts',
    says: 'Made from the protected counts alone; every total is met, with more records.',
  },
  row: {
    title: 'Following rows',
    says: 'Each record keeps what at least k rows hold together, however many values; makes more records.',
  },
  value: {
    title: 'Following values',
    says: 'As following rows, but begun from totals; makes more and shorter records.',
  },
  unseeded: {
    title: 'Drawn column by column',
    says: 'As following rows, but drawn by chance; keeps least.',
  },
};

/** What a run is charged as: what it may be used for, at the same price. */
export const chargeWords: Readonly<
  Record<Charge['kind'], { readonly title: string; readonly says: string }>
> = {
  release: { title: 'A release', says: 'It may leave the house once it is checked and signed.' },
  preview: {
    title: 'A preview',
    says: 'It costs as much and stays in the house, to be looked at. If it is good enough, it may be let leave later for nothing.',
  },
  tuning: {
    title: 'A tuning run',
    says: 'As a preview, to see how settings do on these records. Its exact error is not shown either: what is paid for is what was drawn with noise.',
  },
};

/** A share in tenths of a hundredth, as the terminal says it: 99.8 is not all. */
export function tenths(share: number): string {
  return `${number(100 * share, 1)}%`;
}

/** "line 2 drew", as the ledger's lines say what they are. */
export function lineWords(
  { seq, kind, drawnIn }: Pick<LedgerLine, 'seq' | 'kind' | 'drawnIn'>,
  lines: readonly LedgerLine[],
): string {
  if (drawnIn !== undefined) return `Lets line ${drawnIn} leave`;
  if (kind === 'release') return 'Release';
  const what = kind === 'preview' ? 'Preview' : 'Tuning run';
  const letting = lines.find((line) => line.drawnIn === seq);
  return letting === undefined ? `${what}, stays` : `${what}, leaves by line ${letting.seq}`;
}

export const stepWords: Readonly<Record<Step, string>> = {
  prepare: 'Prepare',
  assess: 'Assess',
  release: 'Release',
  check: 'Check',
  publish: 'Publish',
};

export const kindWords: Readonly<Record<ColumnBook['kind'], string>> = {
  category: 'One of some categories',
  ordered: 'Categories in an order',
  flag: 'Yes or no',
  multi: 'Several values in a cell',
  number: 'A number, in bands',
  date: 'A date, in bands',
  'left-out': 'Left out of everything',
};

/** What was met in a column, in a line. */
export function seenWords({ filled, different, common }: ColumnSeen, rows: number): string {
  if (filled === 0) return 'empty in every row';
  const some = common
    .slice(0, 3)
    .map(({ text, rows: times }) => `${short(text)} ${percent(times / filled)}`);
  const values =
    different === null ? 'very many different values' : count(different, 'value', 'values');
  const blank = filled < rows ? `; empty in ${percent(1 - filled / rows)} of rows` : '';
  return `${values}: ${some.join(', ')}${(different ?? 9) > 3 ? ' …' : ''}${blank}`;
}

function short(text: string): string {
  return text.length > 28 ? `${text.slice(0, 27)}…` : text;
}

export function memory(bytes: number): string {
  const mebibytes = bytes / 2 ** 20;
  return mebibytes < 1 ? 'under 1 MiB' : `${number(Math.ceil(mebibytes))} MiB`;
}

export function duration(seconds: number): string {
  if (seconds < 1) return 'under a second';
  if (seconds < 90) return count(Math.ceil(seconds), 'second', 'seconds');
  return count(Math.ceil(seconds / 60), 'minute', 'minutes');
}

/** Rows, or subjects where rows were put together by them. */
export function recordsWords(n: number, bySubject: boolean): string {
  return bySubject ? count(n, 'subject', 'subjects') : count(n, 'record', 'records');
}

/** What each file of a release is. */
export const fileWords: Readonly<Record<string, string>> = {
  'synthetic.csv': 'made-up records that keep the patterns',
  'counts.csv': 'protected counts of combinations',
  'manifest.json': 'what was done, and what it promises',
  'codebook.json': 'what the columns of the made-up records hold',
  'notice.md': 'the same in plain words, to print or paste',
  'explorer.html': 'a page to look into the release, without network',
  'places.json': 'where the places on its map are',
};
