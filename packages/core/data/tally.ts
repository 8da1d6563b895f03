import { problem, type Problem } from '../problem.ts';
import type { Figures } from './figures.ts';
import type { ObservationMapping } from './mapping.ts';
import { isSummed, type ObservationRow } from './observation.ts';

/** One observation as it would be kept. */
export type Observation = Figures & {
  readonly measure: string;
  readonly place: string;
  readonly period: string;
};

/**
 * Brings the values of a file together: adds up what is to be summed, and keeps the first where a place,
 * period and measure come twice. Memory grows with the number of observations. [DT-5] [DT-6]
 *
 * `place` names the same place for every spelling of it. Holds: the order of rows does not change a sum.
 */
export class Tally {
  readonly #mapping: ObservationMapping;
  readonly #place: (named: string) => string;
  readonly #found = new Map<string, ObservationRow>();

  constructor(mapping: ObservationMapping, place: (named: string) => string) {
    this.#mapping = mapping;
    this.#place = place;
  }

  /** Takes a value in. Problem: `observation-repeated` where it is there already; the first one stays. */
  add(next: ObservationRow): Problem | null {
    const reading = this.#mapping.measures[next.measure];
    if (reading === undefined) throw new RangeError(`there is no measure ${next.measure}`);
    const place = this.#place(next.place);
    const key = `${next.measure}\t${next.period.code}\t${place}`;
    const there = this.#found.get(key);
    if (there !== undefined && !isSummed(reading)) {
      const details = { firstRow: there.row, measure: reading.measure.code };
      return problem('observation-repeated', details, { row: next.row });
    }
    this.#found.set(key, there === undefined ? { ...next, place } : together(there, next));
    return null;
  }

  /** Sums that a refused row leaves without an answer. */
  get incomplete(): readonly ObservationRow[] {
    return [...this.#found.values()].filter((each) => each.incomplete);
  }

  /** What the file says, without the sums that cannot be known. */
  get observations(): readonly Observation[] {
    return [...this.#found.values()]
      .filter((each) => !each.incomplete)
      .map(({ row: _row, incomplete: _incomplete, measure, period, ...rest }) => ({
        ...rest,
        measure: this.#mapping.measures[measure]?.measure.code ?? '',
        period: period.code,
      }));
  }
}

function together(a: ObservationRow, b: ObservationRow): ObservationRow {
  const suppressed = a.suppressed || b.suppressed;
  const incomplete = a.incomplete || b.incomplete;
  const known = a.value !== null && b.value !== null && !suppressed && !incomplete;
  return { ...a, suppressed, incomplete, value: known ? (a.value ?? 0) + (b.value ?? 0) : null };
}
