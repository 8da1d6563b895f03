import type { PlaceType } from '@freehold/core/place';
import { asInstallation } from '../database/within.ts';
import type { TestHouse } from './house.ts';
import { makePlace } from './stage.ts';

type Has = Pick<TestHouse, 'database'>;

/** A measure that the whole installation shares. */
export async function makeMeasure(
  { database }: Has,
  measure: {
    readonly code: string;
    readonly countsPeople?: boolean;
    readonly valueKind?: 'count' | 'proportion' | 'score';
    readonly direction?: '+' | '-' | 'o';
    readonly partnership?: string;
  },
): Promise<string> {
  const { code, direction = '-', valueKind = 'proportion', countsPeople = false } = measure;
  const { id } = await asInstallation(database, (tx) =>
    tx
      .insertInto('measure')
      .values({
        code,
        title: `Measure ${code}`,
        unit: '%',
        direction,
        value_kind: valueKind,
        factor: valueKind === 'proportion' ? 100 : 1,
        counts_people: countsPeople,
        detection: countsPeople,
        breaks: JSON.stringify([{ from: '2019-10-01', note: 'Counted anew' }]),
        partnership_id: measure.partnership ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  return id;
}

export async function makeDataSet(
  { database }: Has,
  code: string,
  retrievedOn: string,
): Promise<string> {
  const { id } = await asInstallation(database, (tx) =>
    tx
      .insertInto('data_set')
      .values({
        code,
        title: `Data ${code}`,
        publisher: 'Office',
        edition: '2025',
        retrieved_on: retrievedOn,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  return id;
}

export type Seen = {
  readonly place: string;
  readonly value: number | null;
  readonly year?: number;
  readonly suppressed?: boolean;
};

/** Keeps yearly observations of one measure. */
export async function observe(
  { database }: Has,
  about: { readonly measure: string; readonly dataSet: string },
  seen: readonly Seen[],
): Promise<void> {
  await asInstallation(database, (tx) =>
    tx
      .insertInto('observation')
      .values(
        seen.map(({ place, value, year = 2024, suppressed = false }) => ({
          partnership_id: null,
          measure_id: about.measure,
          data_set_id: about.dataSet,
          place_id: place,
          period: String(year),
          period_start: `${year}-01-01`,
          period_end: `${year}-12-31`,
          value,
          suppressed,
        })),
      )
      .execute(),
  );
}

/** Makes places of one type, each with a value, and gives their ids in the same order. */
export async function makePlaces(
  house: Has,
  type: PlaceType,
  names: readonly string[],
): Promise<readonly string[]> {
  const made: string[] = [];
  for (const name of names) made.push(await makePlace(house, { name, type, code: name }));
  return made;
}

export async function putInside(
  { database }: Has,
  children: readonly string[],
  parent: string,
): Promise<void> {
  await asInstallation(database, (tx) =>
    tx
      .insertInto('place_parent')
      .values(children.map((child) => ({ child_id: child, parent_id: parent })))
      .execute(),
  );
}
