import { number } from '@freehold/core/document';
import { leastOf, type Released, type Told } from '@freehold/core/release/explorer';

/** A number as it stands in the page: what is seen, and what is read out. */
export type Said = { readonly seen: string; readonly ends: string; readonly aloud: string };

/** The one number of a selection, marked by where it is from. */
export function saidOf(told: Told, { manifest }: Released): Said {
  if (told.kind === 'few')
    return { seen: '[c]', ends: '', aloud: `hidden, fewer than ${leastOf(manifest)}` };
  if (told.kind === 'synthetic') {
    const seen = `≈ ${number(told.count)}`;
    return { seen, ends: '', aloud: `about ${number(told.count)}, from the made-up records` };
  }
  const { count, low, high } = told;
  const ends = low === high ? '' : `${number(low)} to ${number(high)}`;
  const aloud = `${number(count)}${ends === '' ? '' : `, between ${ends}`}, a released count`;
  return { seen: number(count), ends, aloud };
}

/** What the kinds of number mean. */
export function legendOf({ manifest }: Released): readonly (readonly [string, string])[] {
  const { length } = manifest;
  const k = leastOf(manifest);
  const many = `more than ${length} ${length === 1 ? 'value' : 'values'}, or several of one column`;
  const made = 'this is how many of the made-up records fit';
  return k === null
    ? [
        [
          '120',
          'a released count, with noise; the true one is likely to lie between the small numbers',
        ],
        [
          '≈ 120',
          `no count was released (${many}, or too small to tell from noise); ${made}, and small numbers may be noise alone`,
        ],
      ]
    : [
        [
          '120',
          `a released count, rounded down to a multiple of ${k}; the true one lies between the small numbers`,
        ],
        ['≈ 120', `no count was released (${many}); ${made}`],
        ['[c]', `hidden: fewer than ${k}`],
      ];
}

export const words = {
  chosen: 'Chosen',
  nothingChosen:
    'Nothing is chosen: these are the counts of everybody. Press a value to narrow down.',
  clear: 'Clear all',
  marks: 'Marked',
  marksSays: 'Columns that hold one value: it is recorded, or nothing is.',
  time: 'over time',
  flow: 'From one column to another',
  flowTable: 'Pairs and their counts',
  from: 'From',
  to: 'To',
  noFlow: 'No pair of these two columns may be told under what is chosen.',
  swap: 'Swap',
  combinations: 'Released counts',
  combinationsTable: 'Table of released counts',
  combinationsSays:
    'Every combination that a count was released of, narrowed down by what is chosen.',
  search: 'Words in it',
  notice: 'About this release',
  ledger: 'The ledger: everything that was ever told of these people',
  save: 'Save what is shown (CSV)',
  reading: 'How to read the numbers',
  more: (n: number) => `Show all ${number(n)}`,
  fewer: 'Show fewer',
  coverage: (share: number) => `a released value for about ${Math.round(100 * share)} % in all`,
  whole: (said: string, chosen: string) => `${said} ${chosen === '' ? 'in all' : `with ${chosen}`}`,
  pairs: (n: number, drawn: number) =>
    drawn < n
      ? `${number(drawn)} of ${number(n)} pairs are drawn; the table has them all.`
      : `${number(n)} ${n === 1 ? 'pair' : 'pairs'}.`,
  page: (from: number, to: number, all: number) =>
    `${number(from)} to ${number(to)} of ${number(all)}`,
  before: 'Before',
  next: 'Next',
} as const;
