import type { Aggregation, Method, Normalisation, Weighting } from './method.ts';
import type { Source, Uncertainty } from './uncertain.ts';

/** Standard errors by indicator, for each unit in the order of the data; null where none is known. */
export type Errors = Readonly<Record<string, (number | null)[]>>;

/** What somebody else might as well have chosen in place of a method’s own choices, and what is not known of the values. */
export function usualDoubt(
  indicators: readonly string[],
  errors: Errors,
  method: Method,
): Uncertainty {
  const kinds: readonly Source['kind'][] = [
    ...(['normalise', 'aggregate', 'weights'] as const),
    ...(indicators.length < 3 ? [] : (['leave-out'] as const)),
    ...(Object.keys(errors).length === 0 ? [] : (['values'] as const)),
  ];
  const sources = kinds.flatMap((kind) => sourceFor(kind, { indicators, errors, method }));
  return { node: null, sources };
}

type Known = {
  readonly indicators: readonly string[];
  readonly errors: Errors;
  readonly method: Method;
};

/** A source of doubt about a method, its own choice among the options; none where there is nothing to draw. */
export function sourceFor(
  kind: Source['kind'],
  { indicators, errors, method }: Known,
): readonly Source[] {
  switch (kind) {
    case 'impute':
      return [
        { kind, options: distinct([method.impute, { method: 'none' }, { method: 'median' }]) },
      ];
    case 'treat':
      return [{ kind, options: ['none', 'auto'] }];
    case 'normalise':
      return [{ kind, options: scales(method.normalise.all) }];
    case 'weighting':
      return [{ kind, options: distinct(weightings(method)) }];
    case 'aggregate':
      return [{ kind, options: means(method) }];
    case 'weights':
      return [{ kind, by: 0.25 }];
    case 'values':
      return Object.keys(errors).length === 0 ? [] : [{ kind, errors: { ...errors } }];
    case 'leave-out':
      return [{ kind, indicators: [...indicators] }];
  }
}

/** A scale, and another of about the same middle and width. */
function scales(own: Normalisation): Normalisation[] {
  if (own.method === 'minmax') {
    const [low, high] = own.range;
    const other = { mean: (low + high) / 2, deviation: (high - low) / 5 };
    return [own, { method: 'zscore', ...other }];
  }
  if (own.method === 'zscore') {
    const { mean, deviation } = own;
    return [own, { method: 'minmax', range: [mean - 2.5 * deviation, mean + 2.5 * deviation] }];
  }
  return [own, { method: 'minmax', range: [1, 100] }];
}

function weightings({ weight }: Method): Weighting[] {
  return [weight, { method: 'given' }, { method: 'equal' }];
}

/** The method’s mean, and one that makes up for less: geometric where all values are over 0, else the median. */
function means({ aggregate, normalise }: Method): Aggregation[] {
  const [own = { method: 'arithmetic', least: 0 }] = aggregate;
  const positive = normalise.all.method === 'minmax' && normalise.all.range[0] > 0;
  const other: Aggregation = { method: positive ? 'geometric' : 'median', least: own.least };
  const plain: Aggregation = { method: 'arithmetic', least: own.least };
  return distinct([own, plain, other]);
}

function distinct<T>(options: readonly T[]): T[] {
  const texts = options.map((each) => JSON.stringify(each));
  return options.filter((_, at) => texts.indexOf(texts[at] ?? '') === at);
}
