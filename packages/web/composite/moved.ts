import {
  beside,
  computed,
  topOf,
  type Beside,
  type Draws,
  type IndexDefinition,
  type Moved,
  type Way,
} from '@freehold/core/composite';
import { fine, type Outcome } from '@freehold/core/problem';
import { variants } from './variants.ts';
import type { Worked } from './view.ts';
import { drawn, worked } from './worked.ts';

/** Fewer draws than a kept result has: an answer at once matters more here than the last place. */
const quick = 400;

/** A definition as it was and as it is now, with who is in it now and was not before. */
export type Effected = { readonly beside: Beside; readonly newlyIn: readonly string[] };

/** Who moves when a definition is changed: values and rank intervals before and after. */
export function effected(before: IndexDefinition, after: IndexDefinition): Outcome<Effected> {
  const [was, is] = [quickWay('before', before), quickWay('after', after)];
  if (!was.ok) return was;
  if (!is.ok) return is;
  const there = new Set(was.value.result.units);
  const node = topOf(was.value.structure);
  const same = is.value.result.scores.has(node);
  return fine({
    beside: beside(
      same ? [was.value, is.value] : [is.value, is.value],
      same ? node : topOf(is.value.structure),
    ),
    newlyIn: is.value.result.units.filter((unit) => !there.has(unit)),
  });
}

function quickWay(
  name: string,
  definition: IndexDefinition,
): Outcome<Way & Pick<Worked, 'structure'>> {
  const index = worked(definition);
  if (!index.ok) return index;
  const draws: Outcome<Draws | null> = drawn(definition, undefined, quick);
  if (!draws.ok) return draws;
  const { structure, result } = index.value;
  return fine({ name, structure, result, draws: draws.value });
}

/** A definition’s method and its variants on the same data; a variant that has no answer is left out. */
export function methodsBeside(definition: IndexDefinition): Outcome<Beside> {
  const index = worked(definition);
  if (!index.ok) return index;
  const { table, structure } = index.value;
  const ways = variants(definition.method).flatMap(({ title, method }): readonly Way[] => {
    const found = computed(table, structure, method);
    return found.ok ? [{ name: title, result: found.value, draws: null }] : [];
  });
  return fine(beside(ways, topOf(structure)));
}

/**
 * Does where a unit may stand move, by a whole rank or more at either end? Smaller moves are the chance of the draws.
 * Without draws on both sides nothing is known of that, and the rank itself must move.
 */
export function movesRank({ stands: [before, after], gains }: Moved): boolean {
  if (before === undefined || after === undefined) return false;
  const { rankLow, rankHigh } = before;
  if (rankLow === null || rankHigh === null || after.rankLow === null || after.rankHigh === null)
    return (gains[1] ?? 0) !== 0;
  return Math.abs(rankLow - after.rankLow) >= 1 || Math.abs(rankHigh - after.rankHigh) >= 1;
}
