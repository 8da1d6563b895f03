import * as z from 'zod';
import { fine, parsed, problem, refused, type Outcome, type Problem } from '../problem.ts';
import type { CodedColumn, TableRow } from '../table/index.ts';
import { nameOf, type Differencing, type ShownCounts } from './differencing.ts';
import { CountsCheck, plainHeader } from './explorer/counts-in.ts';
import { Manifest } from './manifest.ts';

/** An earlier release, as its readers have it. */
export type EarlierRelease = {
  readonly madeAt: string;
  readonly length: number;
  readonly shown: ShownCounts;
};

/**
 * The manifest of an earlier release that a new one can be set beside. Problems: `manifest-foreign` for what is none,
 * `earlier-has-noise` for a release with differential privacy, whose counts bound nothing, and those of its schema. [RL-22]
 */
export function earlierManifest(input: unknown): Outcome<Manifest> {
  const begin = Beginning.safeParse(input);
  if (!begin.success) return refused(problem('manifest-foreign'));
  if (begin.data.method === 'private') return refused(problem('earlier-has-noise'));
  return parsed(Manifest, input);
}

const Beginning = z.looseObject({ format: Manifest.shape.format, method: z.string() });

/** Longer combinations are too many to hold as text. */
const longestText = 3;

/** Takes the counts of an earlier release in, row by row; what its manifest does not allow is refused. [RL-22] */
export class EarlierReader {
  readonly #manifest: Manifest;
  readonly #check: CountsCheck;
  readonly #longest: number;
  readonly #counts = new Map<string, number>();

  private constructor(manifest: Manifest, longest: number) {
    this.#manifest = manifest;
    this.#check = new CountsCheck(manifest);
    this.#longest = Math.min(longest, longestText);
  }

  /**
   * For counts with this header, beside which stand records of these columns, counted to `longest` values. Problems:
   * `not-counts`, and `earlier-other-columns` where the releases have no column in common.
   */
  static of(
    manifest: Manifest,
    header: readonly string[],
    beside: { readonly columns: readonly CodedColumn[]; readonly longest: number },
  ): Outcome<EarlierReader> {
    if (header.join() !== plainHeader) return refused(problem('not-counts'));
    const own = new Set(beside.columns.map(({ name }) => name));
    const told = manifest.columns.map(({ name }) => name);
    if (!told.some((name) => own.has(name)))
      return refused(problem('earlier-other-columns', { columns: told.slice(0, 10) }));
    return fine(new EarlierReader(manifest, beside.longest));
  }

  /** What is wrong with a row; it is then not kept. */
  take({ row, cells, problems }: TableRow): readonly Problem[] {
    const read = problems.length > 0 ? problem('row-unreadable') : this.#check.read(cells);
    if ('code' in read) return [{ ...read, where: { row } }];
    const { pairs, numbers } = read;
    if (pairs.length <= this.#longest) this.#counts.set(nameOf(pairs), numbers[0] ?? 0);
    return [];
  }

  finished(): EarlierRelease {
    const { madeAt, k, rows, length } = this.#manifest;
    return {
      madeAt,
      length: Math.min(length, this.#longest),
      shown: { k, rows, counts: this.#counts },
    };
  }
}

/** What a manifest tells of a comparison. Of counts that contradict each other nothing can be worked out. */
export function earlierTold(
  madeAt: string,
  { narrowed, exposed, exact, contradicting }: Differencing,
): NonNullable<Manifest['earlier']> {
  return contradicting > 0
    ? { madeAt, narrowed: 0, exposed: 0, exact: 0 }
    : { madeAt, narrowed, exposed, exact };
}
