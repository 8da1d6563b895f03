import type { ObservationRow, ReadRow } from '@freehold/core/data';
import type { Period } from '@freehold/core/period';
import type { Job } from '../job/run.ts';
import type { PlaceFinder } from '../place/finder.ts';
import type { Staged } from './stage.ts';

/** What has been read of a file so far: the counts, and the lists that staged values point into. */
export class Reading {
  rows = 0;
  skipped = 0;
  rejected = 0;
  readonly #finder: PlaceFinder;
  readonly #places = new Map<string, number>();
  readonly #periods = new Map<string, { readonly at: number; readonly period: Period }>();

  constructor(finder: PlaceFinder) {
    this.#finder = finder;
  }

  get places(): readonly string[] {
    return [...this.#places.keys()];
  }

  get periods(): readonly Period[] {
    return [...this.#periods.values()].map((each) => each.period);
  }

  get unknownPlaces(): readonly string[] {
    return this.#finder.unknown();
  }

  /** Counts rows, notes their problems, and gives the values whose place is known. */
  take(rows: readonly ReadRow[], job: Job): readonly Staged[] {
    return rows.flatMap((row) => {
      this.rows += 1;
      if (row.skipped) this.skipped += 1;
      const place = this.#placeOf(row.observations[0]);
      const lost = typeof place === 'object' && place !== null;
      const problems = lost ? [...row.problems, place] : row.problems;
      if (problems.length > 0) this.rejected += 1;
      job.fault(...problems);
      return typeof place === 'number'
        ? row.observations.map((each) => this.#staged(each, place))
        : [];
    });
  }

  #placeOf(first: ObservationRow | undefined) {
    if (first === undefined) return null;
    const found = this.#finder.find(first.place, first.row);
    if (typeof found !== 'string') return found;
    const at = this.#places.get(found) ?? this.#places.size;
    this.#places.set(found, at);
    return at;
  }

  #staged({ period, place: _place, ...rest }: ObservationRow, place: number): Staged {
    const known = this.#periods.get(period.code) ?? { at: this.#periods.size, period };
    this.#periods.set(period.code, known);
    return { ...rest, place, period: known.at };
  }
}
