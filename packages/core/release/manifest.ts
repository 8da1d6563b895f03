import * as z from 'zod';

/** The ways to make records: three of protected counts alone, ours first, and three of sets that k rows hold. */
export const Method = z.enum(['best', 'totals', 'aggregate', 'row', 'value', 'unseeded']);
export type Method = z.infer<typeof Method>;

/** What releases are made by, as their manifests and ledgers tell it. */
export const madeBy = 'Freehold 0.1.0';

/** What every manifest tells, however its release is protected. */
export const ToldByAll = z.strictObject({
  format: z.literal('freehold-release/1'),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  records: z.int().min(0),
  columns: z.array(z.strictObject({ name: z.string(), kind: z.string(), declared: z.boolean() })),
  unit: z.enum(['row', 'subject']),
  chance: z.union([z.literal('system entropy'), z.strictObject({ unsafeSeed: z.int() })]),
  guarantee: z.string(),
  neighbours: z.string(),
  counts: z.string(),
  notCovered: z.array(z.string()),
  warnings: z.array(z.string()),
});

/** What stands beside every release: what was done, what it promises, and what it does not. */
export const Manifest = z.strictObject({
  ...ToldByAll.shape,
  method: Method,
  k: z.int().min(2),
  length: z.int().min(1).max(4),
  /** Rows as they may be told: rounded down to a multiple of k. */
  rows: z.int().min(0),
  /** How often values stand in the records, and how often they should by their protected totals. */
  totals: z.strictObject({ made: z.int().min(0), asked: z.int().min(0) }),
  /** Pairs of a group and a further column in which the protected counts show everybody with the same value. */
  alikeGroups: z.int().min(0).optional(),
  /** What a reader of an earlier release of the same register learns from both. */
  earlier: z
    .strictObject({
      ...{ madeAt: z.iso.datetime(), narrowed: z.int().min(0) },
      ...{ exposed: z.int().min(0), exact: z.int().min(0) },
    })
    .optional(),
});
export type Manifest = z.infer<typeof Manifest>;

/** What a manifest is written from. */
export type ReleaseFacts = Pick<
  Manifest,
  | 'madeAt'
  | 'madeBy'
  | 'method'
  | 'k'
  | 'length'
  | 'rows'
  | 'records'
  | 'columns'
  | 'totals'
  | 'alikeGroups'
  | 'earlier'
  | 'unit'
  | 'chance'
>;

/** Writes the manifest of a release by k-anonymity, in plain words. [RL-16] */
export function manifestOf(facts: ReleaseFacts): Manifest {
  const { k, unit } = facts;
  const people = unit === 'row' ? 'rows of the source' : 'subjects';
  return {
    format: 'freehold-release/1',
    ...facts,
    guarantee: promiseOf(facts, people),
    neighbours:
      'None. This is k-anonymity, not differential privacy: it bounds what can be seen in this release, not what can be worked out from it together with other knowledge.',
    counts: `Each count is rounded down to a multiple of ${k}; combinations of fewer than ${k} ${people} are left out.`,
    notCovered: [
      'Where everybody in a group has the same value, the group gives that value away.',
      'A second release of nearly the same records can be compared with this one; what differs may point at a person.',
      `Groups of ${k} or more people can be described: whoever knows that somebody is in one knows what the group has in common.`,
      ...(unit === 'row'
        ? [
            'A person with several rows counts several times; name a subject column to count people.',
          ]
        : []),
    ],
    warnings: warningsOf(facts),
  };
}

function promiseOf({ method, k, length }: ReleaseFacts, people: string): string {
  const invented = `Combinations of more than ${length} values may be invented, and may by chance be those of a real person.`;
  if (method === 'best' || method === 'totals')
    return `No combination of up to ${length} values stands in these records that fewer than ${k} ${people} have. They were made from the protected counts alone. ${invented}${method === 'totals' ? ' There are up to 2 in 100 more records than rows, so that values stand here as often as their protected totals say.' : ''}`;
  if (method === 'aggregate')
    return `Every combination of up to ${length} values in these records is one of the protected counts, which ${k} ${people} or more have, and stands here no more often than its protected count says. They were made from the protected counts alone. ${invented} Every value stands here as often as its protected total says, which takes more records than there are rows.`;
  return `Whatever values stand together in one of these records, however many, at least ${k} ${people} have all of them. Every value stands here as often as its protected total says, which takes more records than there are rows.`;
}

function warningsOf(facts: ReleaseFacts): string[] {
  const { chance, columns, totals, alikeGroups = 0 } = facts;
  const discovered = columns.filter(({ declared }) => !declared).map(({ name }) => name);
  const short = totals.asked === 0 ? 0 : (100 * (totals.asked - totals.made)) / totals.asked;
  return [
    ...(short > 0
      ? [
          `Values stand in these records ${short.toFixed(1)} % less often than their protected totals say, because no rare combination may come of them. Take totals from the protected counts.`,
        ]
      : []),
    ...(alikeGroups === 0
      ? []
      : [
          `${alikeGroups.toLocaleString('en-GB')} times the counts show a group in which everybody seems to have the same value of a further column: whoever knows that somebody is in the group knows that value.`,
        ]),
    ...earlierWarnings(facts),
    ...(chance === 'system entropy'
      ? []
      : [
          'Made with a fixed seed, for testing: whoever knows the seed can make these records again.',
        ]),
    ...(discovered.length === 0
      ? []
      : [
          `The values of ${discovered.join(', ')} were taken from the records and not declared: that a value is listed tells that it occurs often enough.`,
        ]),
  ];
}

function earlierWarnings({ earlier, k }: ReleaseFacts): string[] {
  if (earlier === undefined || earlier.narrowed === 0) return [];
  const { madeAt, narrowed, exposed, exact } = earlier;
  return [
    `Together with the release of ${madeAt.slice(0, 10)} this one tells ${narrowed} counts more closely than to a span of ${k}: ${exact} exactly, and of ${exposed} that one release leaves out, that they are there.`,
  ];
}
