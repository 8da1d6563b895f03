import type { Codebook, ColumnBook } from '../../table/index.ts';
import type { Pair, Relation } from './pair.ts';

/**
 * Pairs on which mechanisms for case records have failed, or would if they were made the obvious way; for a public number
 * of subjects the same with the one subject blanked instead of left out.
 */
export function auditPairs(tied = 1200, relation: Relation = 'added'): readonly Pair[] {
  const pairs = [...shapes, tie(tied), ...domains, severalRows, atTheThreshold];
  return pairs.map((pair) => ({ ...pair, relation }));
}

const usual = { blanks: [], zero: 'absent' as const };
const usualFlag = { yes: '1', no: '0', ...usual };

const three: Codebook = book([
  category('gender', ['woman', 'man', 'other']),
  category('age', ['under 18', '18 to 29', '30 to 44', '45 and over']),
  category('means', ['debt', 'threats', 'documents taken']),
]);

const shapes: readonly Pair[] = [
  {
    name: 'single-outlier-row',
    why: 'Nobody else has any of the values of the one subject more, nor any combination of them.',
    codebook: three,
    rows: [
      [90, 'woman', '18 to 29', 'debt'],
      [60, 'man', '30 to 44', 'debt'],
      [50, 'man', '18 to 29', 'threats'],
    ],
    subject: [['other', 'under 18', 'documents taken']],
  },
  {
    name: 'all-same-rows',
    why: 'Every count is that of the whole table, so that all of them move with the one subject.',
    codebook: three,
    rows: [[100, 'woman', '18 to 29', 'debt']],
    subject: [['woman', '18 to 29', 'debt']],
  },
  {
    name: 'blank-or-one',
    why: 'Of all others nothing is recorded: whoever counts those of whom something is, or of whom nothing is, counts the one subject.',
    codebook: three,
    rows: [[80, '', '', '']],
    subject: [['woman', 'under 18', 'debt']],
  },
  {
    name: 'empty-or-one',
    why: 'A table without anybody in it, where any division by how many there are ends in nothing.',
    codebook: three,
    rows: [],
    subject: [['man', '45 and over', 'threats']],
  },
];

/** The pair on which the peer's choice of a bound fails: there its bound is 0 or 1, here 2 to 20 as likely as each other. */
function tie(rows: number): Pair {
  const names = Array.from({ length: 20 }, (_, at) => `f${String(at + 1).padStart(2, '0')}`);
  const only = names.map((_, held) => names.map((__, at) => (at === held ? '1' : '')));
  return {
    name: 'tie-at-the-percentile',
    why: 'All have one value and the one subject more has twenty: a bound taken from the data leaps, and the noise with it.',
    codebook: book(names.map((name) => ({ kind: 'flag', name, ...usualFlag }))),
    rows: only.map((cells) => [rows / names.length, ...cells]),
    subject: [names.map(() => '1')],
  };
}

const domains: readonly Pair[] = [
  {
    name: 'unique-value',
    why: 'The values of a column are those that occur, and the one subject more brings one that nobody else has.',
    codebook: book([
      category('gender', ['woman', 'man', 'other']),
      { kind: 'category', name: 'nationality', values: 'discover', ...usual },
    ]),
    rows: [
      [80, 'woman', 'Ruritania'],
      [70, 'man', 'Ruritania'],
      [50, 'man', 'Syldavia'],
    ],
    subject: [['woman', 'Borduria']],
  },
  {
    name: 'unique-values-everywhere',
    why: 'Every column takes its values from the data, and the one subject more brings a new one in each of them.',
    codebook: book(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({
        ...{ kind: 'category', name, values: 'discover', ...usual },
      })),
    ),
    rows: [
      [60, 'a1', 'b1', 'c1', 'd1', 'e1', 'f1'],
      [60, 'a2', 'b2', 'c1', 'd2', 'e1', 'f2'],
    ],
    subject: [['a0', 'b0', 'c0', 'd0', 'e0', 'f0']],
  },
  {
    name: 'far-number',
    why: 'A number far from all others: bands that follow the data would give away how far.',
    codebook: book([
      { kind: 'number', name: 'months', cuts: [1, 6, 12, 24, 120], blanks: [], zero: 'value' },
      category('gender', ['woman', 'man', 'other']),
    ]),
    rows: [
      [80, '3', 'woman'],
      [60, '8', 'man'],
    ],
    subject: [['400', 'man']],
  },
  {
    name: 'multi-value-unique',
    why: 'A cell holds several values, and the one subject more has one that nobody else has: headings that list what occurs tell it.',
    codebook: book([
      category('gender', ['woman', 'man', 'other']),
      {
        ...{ kind: 'multi', name: 'sector', delimiter: ';', ...usual },
        values: ['farming', 'building', 'car washing', 'mining'],
      },
    ]),
    rows: [
      [70, 'man', 'farming;building'],
      [50, 'man', 'car washing'],
      [40, 'woman', 'farming'],
    ],
    subject: [['man', 'farming;building;car washing;mining']],
  },
];

const severalRows: Pair = {
  name: 'several-rows',
  why: 'The one subject more has six rows: noise for one row would protect a sixth of a person.',
  codebook: {
    ...book([
      category('gender', ['woman', 'man', 'other']),
      {
        ...{ kind: 'multi', name: 'service', delimiter: ';', ...usual },
        values: ['housing', 'health', 'legal', 'work', 'language', 'police'],
      },
    ]),
    subject: 'person',
  },
  rows: [
    [60, 'a#', 'woman', 'housing'],
    [60, 'b#', 'man', 'health'],
  ],
  subject: ['housing', 'health', 'legal', 'work', 'language', 'police'].map((service) => [
    ...['the one more', 'woman', service],
  ]),
};

const ladder = Array.from({ length: 12 }, (_, at) => `g${String(at + 1).padStart(2, '0')}`);

const atTheThreshold: Pair = {
  name: 'at-the-threshold',
  why: 'Twelve values that 4, 8, 12 … 48 others have: the one subject more has all of them, and tips whichever stands at an edge.',
  codebook: book(
    ladder.map((name) => ({
      kind: 'category',
      name,
      values: 'discover',
      blanks: [],
      zero: 'value',
    })),
  ),
  rows: ladder.map((_, held) => [4, ...ladder.map((__, at) => (at >= held ? '1' : ''))]),
  subject: [ladder.map(() => '1')],
};

function book(columns: readonly ColumnBook[]): Codebook {
  return { format: 'freehold-codebook/1', subject: null, columns: [...columns] };
}

function category(name: string, values: readonly string[]): ColumnBook {
  return { kind: 'category', name, values: [...values], ...usual };
}
