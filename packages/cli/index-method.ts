import { Imputation, Method, Normalisation } from '@freehold/core/composite';
import { fine, parsed, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import { readJson, stopped, type Step } from './files.ts';

/** Options that make a method without a file; each step has COINr 1.1's defaults. */
export const methodOptions = {
  method: { type: 'string' },
  denominate: { type: 'boolean' },
  impute: { type: 'string' },
  treat: { type: 'boolean' },
  normalise: { type: 'string' },
  range: { type: 'string' },
  aggregate: { type: 'string' },
} as const;

export type MethodWords = {
  readonly method?: string | undefined;
  readonly denominate?: boolean | undefined;
  readonly impute?: string | undefined;
  readonly treat?: boolean | undefined;
  readonly normalise?: string | undefined;
  readonly range?: string | undefined;
  readonly aggregate?: string | undefined;
};

/** The method of a file, or of the short options; both at once is wrong use. */
export async function methodFrom(words: MethodWords): Promise<Step<Method>> {
  const { method: file, ...short } = words;
  const named = Object.values(short).some((each) => each !== undefined && each !== false);
  if (file === undefined) {
    const method = shortMethod(short);
    return method.ok ? method : stopped(method, 2);
  }
  if (named)
    return stopped(
      refused(
        problem('wrong-use', { note: '--method names all steps; leave the short options out' }),
      ),
      2,
    );
  return readJson(file, (input) => parsed(Method, input));
}

const normalisations = [
  'minmax',
  'zscore',
  'rank',
  'prank',
  'dist2max',
  'borda',
  'fracmax',
  'goalposts',
  'none',
];
const means = ['arithmetic', 'geometric', 'harmonic', 'median', 'copeland'];

function shortMethod(words: Omit<MethodWords, 'method'>): Outcome<Method> {
  const { denominate = false, impute = 'none', treat = false } = words;
  const { normalise = 'minmax', aggregate = 'arithmetic' } = words;
  const problems: Problem[] = [
    ...unless(normalisations, normalise, '--normalise'),
    ...unless(means, aggregate, '--aggregate'),
  ];
  const range = rangeIn(words.range, normalise, problems);
  const [kind = '', group] = impute.split(/:(.*)/);
  const imputation = Imputation.safeParse({
    method: kind,
    ...(group === undefined ? {} : { group }),
  });
  if (!imputation.success)
    problems.push(
      problem(
        'not-one-of',
        {
          allowed: ['none', 'mean', 'median', 'group-mean:COLUMN', 'group-median:COLUMN'],
          found: impute,
        },
        { column: '--impute' },
      ),
    );
  if (problems.length > 0 || !imputation.success) return refused(...problems);
  return fine(
    Method.parse({
      denominate,
      impute: imputation.data,
      treat: { all: { method: treat ? 'auto' : 'none' } },
      normalise: {
        all: Normalisation.parse({ method: normalise, ...(range === null ? {} : { range }) }),
      },
      aggregate: [{ method: aggregate }],
    }),
  );
}

function unless(allowed: readonly string[], found: string, column: string): readonly Problem[] {
  return allowed.includes(found) ? [] : [problem('not-one-of', { allowed, found }, { column })];
}

function rangeIn(
  written: string | undefined,
  normalise: string,
  problems: Problem[],
): readonly [number, number] | null {
  if (written === undefined) return null;
  const [low = Number.NaN, high = Number.NaN, ...more] = written.split(',').map(Number);
  if (normalise !== 'minmax')
    problems.push(problem('wrong-use', { note: '--range goes with --normalise minmax' }));
  else if (more.length > 0 || !(low < high) || !Number.isFinite(high - low))
    problems.push(
      problem('wrong-use', { note: '--range is two numbers that rise, such as 0,100' }),
    );
  return [low, high];
}
