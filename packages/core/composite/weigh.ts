import type { Column } from './column.ts';
import { components } from './linear.ts';
import type { Node } from './meta.ts';
import type { Weighting } from './method.ts';

/**
 * The weights of siblings, summing to one. [CO-7]
 *
 * Given: from the metadata. Budget: each expert's points over these siblings made to sum to one, then averaged over
 * the experts who gave any. PCA: the squared loadings on the first principal component of the siblings' values; equal
 * where there is none. Weights that are all 0 are taken for equal. Source: OECD/JRC handbook, step 6.
 */
export function weightsOf(
  siblings: readonly Node[],
  columns: readonly Column[],
  how: Weighting,
): readonly number[] {
  switch (how.method) {
    case 'given':
      return summedToOne(siblings.map(({ weight }) => weight));
    case 'equal':
      return summedToOne(siblings.map(() => 1));
    case 'budget':
      return budgeted(siblings, how.experts);
    case 'pca': {
      const loadings = columns.length > 1 ? components(columns)?.loadings[0] : undefined;
      return summedToOne(loadings?.map((each) => each * each) ?? siblings.map(() => 1));
    }
  }
}

function budgeted(
  siblings: readonly Node[],
  experts: readonly Readonly<Record<string, number>>[],
): readonly number[] {
  const shares = experts
    .map((expert) => siblings.map(({ code }) => expert[code] ?? 0))
    .filter((points) => points.some((each) => each > 0))
    .map(summedToOne);
  return summedToOne(
    siblings.map((_, at) => shares.reduce((sum, share) => sum + (share[at] ?? 0), 0)),
  );
}

function summedToOne(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, each) => sum + each, 0);
  return weights.map((each) => (total > 0 ? each / total : 1 / weights.length));
}
