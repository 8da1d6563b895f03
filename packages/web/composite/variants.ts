import { Method } from '@freehold/core/composite';

export type Variant = { readonly title: string; readonly method: Method };

/** A method as it is, and with one step at a time as others do it; those that change nothing are left out. */
export function variants(method: Method): readonly Variant[] {
  const { normalise, aggregate } = method;
  const least = aggregate[0]?.least ?? 0;
  const scaled = (all: Method['normalise']['all']) => ({
    ...method,
    normalise: { ...normalise, all },
  });
  const other: readonly Variant[] = [
    { title: 'Range', method: scaled({ method: 'minmax', range: [1, 100] }) },
    { title: 'Standard scores', method: scaled({ method: 'zscore', mean: 50, deviation: 10 }) },
    { title: 'Ranks added up', method: scaled({ method: 'borda' }) },
    { title: 'Equal weights', method: { ...method, weight: { method: 'equal' } } },
    { title: 'Mean', method: { ...method, aggregate: [{ method: 'arithmetic', least }] } },
    {
      title: 'Geometric mean',
      method: {
        ...scaled({ method: 'minmax', range: [1, 100] }),
        aggregate: [{ method: 'geometric', least }],
      },
    },
    { title: 'Pairs won', method: { ...method, aggregate: [{ method: 'copeland', least }] } },
  ];
  const seen = new Set([JSON.stringify(method)]);
  return [
    { title: 'As it is', method },
    ...other.filter((variant) => {
      const text = JSON.stringify(Method.parse(variant.method));
      return !seen.has(text) && seen.add(text);
    }),
  ];
}
