import { fine, problem, refused, type Outcome, type Problem } from '../../problem.ts';
import { isFormula, TableReader, unguarded } from '../../table/index.ts';
import { pairsIn } from '../combination.ts';
import type { AnyManifest } from './any-manifest.ts';
import { leastOf } from './least.ts';

/** A combination as it stands in a file of counts. */
export type ReadCombination = {
  readonly pairs: readonly (readonly [string, string])[];
  /** The count, and its low and high end where there are intervals. */
  readonly numbers: readonly number[];
};

export type ReadCounts = {
  readonly intervals: boolean;
  readonly combinations: readonly ReadCombination[];
};

const file = 'counts.csv';
export const plainHeader = 'length,combination,count';
const intervalHeader = `${plainHeader},low,high`;

/**
 * Reads a file of counts, and refuses what its manifest does not allow: a combination that is too long or twice there, a
 * column that was not released, and with k-anonymity a count that is under k or not rounded down to a multiple of it.
 */
export function countsIn(text: string, manifest: AnyManifest): Outcome<ReadCounts> {
  const reader = new TableReader({ delimiter: ',' });
  const [header, ...rows] = [...reader.push(text), ...reader.end()];
  const head = header?.cells.join(',') ?? '';
  const intervals = manifest.method === 'private';
  const expected = intervals ? intervalHeader : plainHeader;
  if (head !== expected) return refused(problem('counts-header', { expected }, { file, row: 1 }));
  const check = new CountsCheck(manifest);
  const combinations: ReadCombination[] = [];
  for (const { row, cells, problems } of rows) {
    const read = check.read(cells);
    if ('code' in read) check.refuse(read, row);
    else if (problems.length > 0) check.refuse(problem('row-unreadable'), row);
    else combinations.push(read);
  }
  return check.faults.length > 0 ? refused(...check.faults) : fine({ intervals, combinations });
}

/** Reads the rows of a file of counts one by one, and says what their manifest does not allow. */
export class CountsCheck {
  readonly faults: Problem[] = [];
  readonly #manifest: AnyManifest;
  readonly #numbers: number;
  readonly #columns: ReadonlySet<string>;
  readonly #seen = new Set<string>();

  constructor(manifest: AnyManifest) {
    this.#manifest = manifest;
    this.#numbers = manifest.method === 'private' ? 3 : 1;
    this.#columns = new Set(manifest.columns.map(({ name }) => name));
  }

  read(cells: readonly string[]): ReadCombination | Problem {
    const [length = '', text = '', ...rest] = cells;
    if (isFormula(text)) return problem('cell-is-formula');
    const pairs = pairsIn(unguarded(text));
    if (pairs === null) return problem('combination-unreadable');
    if (pairs.length !== Number(length) || pairs.length > this.#manifest.length)
      return problem('combination-length', { length, most: this.#manifest.length });
    const names = pairs.map(([name]) => name);
    const foreign = names.find((name) => !this.#columns.has(name));
    if (foreign !== undefined) return problem('column-not-released', { name: foreign });
    if (this.#seen.has(text) || new Set(names).size < names.length)
      return problem('combination-twice');
    this.#seen.add(text);
    const numbers = rest.filter((each) => /^\d{1,15}$/.test(each)).map(Number);
    if (numbers.length !== this.#numbers || rest.length !== this.#numbers)
      return problem('count-not-whole');
    return this.#fault(numbers) ?? { pairs, numbers };
  }

  #fault([count = 0, low = count, high = count]: readonly number[]): Problem | null {
    if (low > count || high < count) return problem('interval-without-count', { count, low, high });
    const k = leastOf(this.#manifest);
    if (k === null) return null;
    if (count < k) return problem('count-below-k', { count, k });
    return count % k === 0 ? null : problem('count-not-rounded', { count, k });
  }

  refuse({ code, details }: Problem, row: number): void {
    if (this.faults.length < 100) this.faults.push(problem(code, details, { file, row }));
  }
}
