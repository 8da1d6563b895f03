import type { IndexResult } from '../compute.ts';
import { components, cronbach } from '../linear.ts';
import type { Structure } from '../meta.ts';
import { scoresOf } from './relation.ts';

/** How far the children of a node measure one thing. */
export type Consistency = {
  readonly node: string;
  readonly children: readonly string[];
  /** Cronbach's alpha over units that have all children; null under two children. */
  readonly alpha: number | null;
  /** For each principal component, its share of the children's variance, 0 to 1; they add up to 1. */
  readonly shares: readonly number[];
  /** For each component, each child's correlation with it. */
  readonly loadings: readonly (readonly number[])[];
};

/** Alpha and principal components of each node's children, from the lowest level up. [CO-12] */
export function consistency(
  result: IndexResult,
  { aggregates, children }: Structure,
): readonly Consistency[] {
  return aggregates.map(({ code }) => {
    const own = (children.get(code) ?? []).map((child) => child.code);
    const columns = own.map((child) => scoresOf(result, child));
    const found = columns.length > 1 ? components(columns) : null;
    return {
      ...{ node: code, children: own, alpha: cronbach(columns) },
      shares: (found?.variances ?? []).map((variance) => variance / own.length),
      loadings: found?.loadings ?? [],
    };
  });
}
