import { Method } from '@freehold/core/composite';

/** Methods to begin with: whole ones, of which each step can be changed afterwards. */
export const beginnings = {
  usual: {
    title: 'On 1 to 100, mean',
    says: 'Every indicator from 1 for the least to 100 for the greatest, then weighted means. Easy to follow; a strength makes up for a weakness.',
    method: Method.parse({ normalise: { all: { method: 'minmax', range: [1, 100] } } }),
  },
  geometric: {
    title: 'On 1 to 10, outliers treated, geometric mean',
    says: 'As risk indices such as INFORM do it in outline: outliers moved in, a scale up to 10, and a mean in which a weakness is made up for in part only.',
    method: Method.parse({
      treat: { all: { method: 'auto' } },
      normalise: { all: { method: 'minmax', range: [1, 10] } },
      aggregate: [{ method: 'geometric' }],
    }),
  },
  plain: {
    title: 'Standard scores, mean',
    says: 'How many standard deviations a unit lies over or under the mean, on a scale with the mean at 50 and a deviation of 10.',
    method: Method.parse({ normalise: { all: { method: 'zscore', mean: 50, deviation: 10 } } }),
  },
} as const;

export type Beginning = keyof typeof beginnings;
