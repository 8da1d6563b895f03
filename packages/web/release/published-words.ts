import { count, number, sayProblems } from '../words.ts';
import type { Listed } from './published-calls.ts';

sayProblems({
  'release-seeded': () =>
    'This release was made with a fixed seed, for testing. Make it again without one, and publish that.',
  'release-check-slow': ({ seconds }) =>
    `The release was still being checked after ${String(seconds)} seconds, so it was given up. Publish fewer records or counts.`,
  'release-check-full': ({ megabytes }) =>
    `To check the release takes more than ${String(megabytes)} MB of memory. Publish fewer records or counts.`,
  'release-there': () => 'These very records and counts were published before.',
  'release-withdrawn': () => 'This release was withdrawn; its files are no longer to be had.',
  'count-below-k': ({ count: given, k }) =>
    `A count of ${String(given)} is under ${String(k)}. Only protected counts can be published.`,
  'count-not-rounded': ({ count: given, k }) =>
    `A count of ${String(given)} is not rounded down to a multiple of ${String(k)}. Only protected counts can be published.`,
  'count-not-whole': () => 'A count, or one of its ends, is no whole number.',
  'counts-header': ({ expected }) => `The file of counts must begin with ${String(expected)}.`,
  'combination-unreadable': () => 'This combination cannot be read.',
  'combination-length': ({ most }) =>
    `The combination has another length than it says, or more than ${String(most)} values.`,
  'combination-twice': () => 'This combination is there twice.',
  'column-not-released': ({ name }) => `The manifest knows no column “${String(name)}”.`,
  'interval-without-count': () => 'The count does not lie between its two ends.',
  'header-not-manifest': ({ expected }) =>
    `The records have other columns than the manifest names: ${[expected].flat().join(', ')}.`,
  'records-not-manifest': ({ given, records }) =>
    `There are ${String(given)} records; the manifest says ${String(records)}.`,
  'cell-is-formula': () =>
    'A cell begins as a formula does; a spreadsheet would run it. Put an apostrophe before it.',
  'row-unreadable': () => 'This row cannot be read.',
  'not-json': () => 'This file is no JSON.',
  'ledger-needed': () =>
    'The manifest says that a ledger was charged. Send what the public sees of it.',
  'ledger-without-release': () => 'The ledger holds no charge that covers this release.',
});

/** "k-anonymity, 10 or more" or "Noise, ε 1" */
export function guaranteeWords({ guarantee }: Pick<Listed, 'guarantee'>): string {
  return guarantee.kind === 'k'
    ? `k-anonymity: ${number(guarantee.k)} or more`
    : `Differential privacy: ε ${number(guarantee.epsilon, 2)}, δ ${String(guarantee.delta)}`;
}

/** "890 to 899 people’s records" */
export function standsFor({ rows: { low, high }, unit }: Pick<Listed, 'rows' | 'unit'>): string {
  const what = unit === 'subject' ? 'subjects' : 'rows';
  return `${number(low)} to ${number(high)} ${what}`;
}

export function spentWords({ spent }: Pick<Listed, 'spent'>): string {
  return spent === null
    ? '– no ledger'
    : `ε ${number(spent.epsilon, 2)} of ${number(spent.ofEpsilon, 2)}`;
}

export function listTitle(releases: readonly Listed[]): string {
  const [newest] = releases.filter(({ withdrawn }) => withdrawn === null);
  if (releases.length === 0) return 'Nothing is published yet';
  if (newest === undefined) return 'Every release was withdrawn';
  const n = releases.filter(({ withdrawn }) => withdrawn === null).length;
  return `${count(n, 'release is', 'releases are')} published; the newest stands for ${standsFor(newest)}`;
}
