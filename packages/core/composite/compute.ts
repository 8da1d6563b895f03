import { fine, problem, refused, type Outcome } from '../problem.ts';
import { valuesOf } from './column.ts';
import type { Structure } from './meta.ts';
import type { Method } from './method.ts';
import {
  allNormalised,
  builtUp,
  missingColumns,
  prepared,
  type Ready,
  type Step,
  type Table,
} from './steps.ts';

/** What an index gives, with all that is needed to work it out again from the same table. */
export type IndexResult = {
  readonly units: readonly string[];
  /** By code of indicator (normalised) or node; null where there is no value. */
  readonly scores: ReadonlyMap<string, readonly (number | null)[]>;
  /** Weights beside their siblings, summing to one; the top has none. */
  readonly weights: ReadonlyMap<string, number>;
  readonly log: readonly Step[];
  readonly method: Method;
};

/**
 * Works an index out: screen, denominate, impute, treat, normalise, weigh, aggregate, adjust, in this order. [CO-1]
 *
 * Problems: `column-missing` for an indicator, denominator or group that the table lacks, `unit-unknown`,
 * `target-missing`, `goalposts-missing`, `reference-missing`, `ends-do-not-rise`, `greatest-not-positive`,
 * `not-positive` where a mean needs values over 0 (name the node, the unit and the value), `too-few-methods` where ways
 * of aggregating are named for some levels only.
 */
export function computed(table: Table, structure: Structure, method: Method): Outcome<IndexResult> {
  const missing = missingColumns(table, structure, method);
  if (missing.length > 0)
    return refused(...missing.map((column) => problem('column-missing', {}, { column })));
  const log: Step[] = [];
  return scaledAndBuilt(prepared(table, structure, method, log), structure, method, log);
}

/** The steps from normalising on, on the scale of `base` where there is one, else on the units' own. */
export function scaledAndBuilt(
  ready: Ready,
  structure: Structure,
  method: Method,
  log: Step[],
  base?: Ready,
): Outcome<IndexResult> {
  const scaled = allNormalised(ready, structure, method, base);
  if (!scaled.ok) return scaled;
  const built = builtUp(ready, scaled.value, structure, method, log);
  if (!built.ok) return built;
  const { columns, weights } = built.value;
  return fine({
    units: ready.units,
    scores: new Map([...columns].map(([code, column]) => [code, valuesOf(column)])),
    ...{ weights, log, method },
  });
}
