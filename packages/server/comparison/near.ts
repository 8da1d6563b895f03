import { neighbours, type Nearness } from '@freehold/core/comparison';
import type { Work } from '../database/within.ts';
import { definitionOf, type Definition } from './definition-store.ts';
import { yardstickValues, type YardstickData } from './near-store.ts';

/** How many of the nearest places are named and make a group. */
export const nearestShown = 10;

export type Near = {
  readonly definition: Definition;
  readonly yardsticks: readonly (YardstickData & { readonly weight: number })[];
  /** Measures of the definition that the place itself has no value of: nothing is measured by them. */
  readonly missing: readonly string[];
  readonly measured: number;
  readonly unmeasured: number;
  readonly nearest: readonly (Nearness & { readonly name: string })[];
  readonly distances: ReadonlyMap<string, number>;
};

/** The places that are most like a place, by the partnership's own definition. Null without one. Two statements. */
export async function nearOf(
  tx: Work,
  place: string,
  version: number | null,
): Promise<Near | null> {
  const definition = await definitionOf(tx, version);
  if (definition === null) return null;
  const codes = definition.yardsticks.map(({ code }) => code);
  const { yardsticks, places } = await yardstickValues(tx, place, codes);
  const used = yardsticks.flatMap((each) => {
    const found = definition.yardsticks.find(({ code }) => code === each.code);
    return found === undefined ? [] : [{ ...each, weight: found.weight }];
  });
  const found = neighbours(place, places, used);
  const nearest = found?.nearest ?? [];
  const names = new Map(places.map(({ id, name }) => [id, name]));
  return {
    ...{ definition, yardsticks: used },
    missing: codes.filter((code) => !used.some((each) => each.code === code)),
    measured: nearest.length,
    unmeasured: found?.unmeasured.length ?? 0,
    nearest: nearest
      .slice(0, nearestShown)
      .map((each) => ({ ...each, name: names.get(each.id) ?? '' })),
    distances: new Map(nearest.map(({ id, distance }) => [id, distance])),
  };
}
