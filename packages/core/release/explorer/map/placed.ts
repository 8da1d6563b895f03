import type { ReleasedColumn } from '../columns.ts';
import { gazetteerOf } from './gazetteer.ts';
import { released, type Place, type Places } from './places.ts';

/** Which values of a release have a place among some, and which places stay behind. */
export type Placed = {
  /** Columns of the release of which some value has a place, with the values that have none. */
  readonly columns: readonly {
    readonly name: string;
    readonly values: number;
    readonly missed: readonly string[];
  }[];
  /** Places that no value names, and how many of them do not leave. */
  readonly unused: readonly string[];
  readonly leftOut: number;
};

/** Sets places beside the values of a release. [RL-32] */
export function placedIn(
  places: readonly Place[],
  columns: readonly Pick<ReleasedColumn, 'name' | 'values'>[],
): Placed {
  const find = gazetteerOf(places.map(({ name }) => name));
  const named = new Set(columns.flatMap(({ values }) => values.map(find)));
  return {
    columns: columns.flatMap(({ name, values }) => {
      const missed = values.filter((value) => find(value) === null);
      return missed.length === values.length ? [] : [{ name, values: values.length, missed }];
    }),
    unused: places.filter((_, at) => !named.has(at)).map(({ name }) => name),
    leftOut: places.length - released(places, columns).length,
  };
}

/** The file of a release's places: of those given, those that may go with it. [RL-32] */
export function placesText(
  { source, places }: Pick<Places, 'source'> & { readonly places: readonly Place[] },
  columns: readonly Pick<ReleasedColumn, 'values'>[],
): string {
  const own = { format: 'freehold-places/1', source, places: released(places, columns) };
  return `${JSON.stringify(own)}\n`;
}
