import { columnOf, type Column } from '../column.ts';
import type { IndexResult } from '../compute.ts';
import { partial, pearson, spearman } from '../linear.ts';
import type { Structure } from '../meta.ts';

/** How two columns are set beside each other; `given` names the node whose part is taken from both. */
export type Correlating =
  { readonly by: 'pearson' | 'spearman' } | { readonly by: 'partial'; readonly given: string };

/** Correlations of nodes, row by row in the order of `codes`; null where there is no answer. */
export type Correlations = {
  readonly codes: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
};

/**
 * Every indicator and node beside every other, as normalised and aggregated, or those that `codes` names. [CO-12]
 *
 * @throws RangeError for a code that the result does not have.
 */
export function correlations(
  result: IndexResult,
  how: Correlating,
  codes: readonly string[] = [...result.scores.keys()],
): Correlations {
  const columns = codes.map((code) => scoresOf(result, code));
  const given = how.by === 'partial' ? scoresOf(result, how.given) : null;
  const of = (one: Column, other: Column) => {
    if (one === other) return pearson(one, one) === null ? null : 1;
    if (given !== null) return partial(one, other, given);
    return how.by === 'spearman' ? spearman(one, other) : pearson(one, other);
  };
  return { codes, values: columns.map((one) => columns.map((other) => of(one, other))) };
}

/** Two nodes of one tree: children of the same node, or a child (`one`) and its parent (`other`). */
export type Relation = {
  readonly kind: 'siblings' | 'child-and-parent';
  readonly one: string;
  readonly other: string;
  readonly pearson: number | null;
  readonly spearman: number | null;
};

/** Siblings beside each other, and every child beside its parent, from the lowest level up. [CO-12] */
export function relations(
  result: IndexResult,
  { aggregates, children }: Structure,
): readonly Relation[] {
  return aggregates.flatMap(({ code }) => {
    const siblings = (children.get(code) ?? []).map((child) => child.code);
    const pairs = siblings.flatMap((one, at) =>
      siblings.slice(at + 1).map((other) => related('siblings', one, other, result)),
    );
    return [...pairs, ...siblings.map((child) => related('child-and-parent', child, code, result))];
  });
}

function related(
  kind: Relation['kind'],
  one: string,
  other: string,
  result: IndexResult,
): Relation {
  const [a, b] = [scoresOf(result, one), scoresOf(result, other)];
  return { kind, one, other, pearson: pearson(a, b), spearman: spearman(a, b) };
}

/**
 * Where a correlation is a reason to look again: siblings above `redundant` say the same twice, siblings below
 * `opposed` work against each other, and a child below `weak` has little to do with its parent. [CO-15]
 *
 * Source: COINr 1.1's colours of correlations (get_corr_flags, plot_corr).
 */
export const bounds = { redundant: 0.9, weak: 0.3, opposed: -0.4 } as const;

export type Flag = Relation & { readonly flag: 'redundant' | 'opposed' | 'weak' };

/** The relations that should be looked at again, by Pearson's correlation. [CO-15] */
export function flags(found: readonly Relation[]): readonly Flag[] {
  return found.flatMap((relation): readonly Flag[] => {
    const { kind, pearson: r } = relation;
    if (r === null) return [];
    if (r < bounds.opposed) return [{ ...relation, flag: 'opposed' }];
    if (kind === 'siblings')
      return r > bounds.redundant ? [{ ...relation, flag: 'redundant' }] : [];
    return r < bounds.weak ? [{ ...relation, flag: 'weak' }] : [];
  });
}

/** A node's column. @throws RangeError for a code that the result does not have. */
export function scoresOf({ scores }: Pick<IndexResult, 'scores'>, code: string): Column {
  const values = scores.get(code);
  if (values === undefined) throw new RangeError(`there is no node ${code}`);
  return columnOf(values);
}
