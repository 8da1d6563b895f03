import { isAtWork, worksIn } from './coverage.ts';
import type { NamedArea } from './area-list.ts';
import type { Profile } from './partnership.ts';

/** An area with how many people live there, where that is known. */
export type PeopledArea = NamedArea & { readonly population: number | null };

/** Areas of one kind: places of a type, or a list that Freehold ships. */
export type AreaList = { readonly code: string; readonly areas: readonly PeopledArea[] };

type Placed = { readonly profile: Pick<Profile, 'status' | 'areas'> };

/**
 * The list in whose areas most of the partnerships' areas are found; of equals the one with fewer areas, then the
 * first. Null where there is no list.
 */
export function fittingList(
  lists: readonly AreaList[],
  listed: readonly Placed[],
): AreaList | null {
  const found = ({ areas }: AreaList) => areas.filter((area) => listed.some(worksIn(area))).length;
  const [best] = lists
    .map((list) => ({ list, n: found(list) }))
    .toSorted((a, b) => b.n - a.n || a.list.areas.length - b.list.areas.length);
  return best?.list ?? null;
}

export type PeopleCovered = {
  /** People of the areas that a partnership works in, and of all areas, where their number is known. */
  readonly covered: number;
  readonly all: number;
  /** Areas whose number of people is not known. */
  readonly unknown: number;
};

/** How many people live where a partnership is at work; null where no area's number is known. [DR-12] */
export function peopleCovered(
  listed: readonly Placed[],
  areas: readonly PeopledArea[],
): PeopleCovered | null {
  const atWork = listed.filter(isAtWork);
  const known = areas.filter(({ population }) => population !== null);
  if (known.length === 0) return null;
  const people = (some: readonly PeopledArea[]) =>
    some.reduce((sum, { population }) => sum + (population ?? 0), 0);
  return {
    covered: people(known.filter((area) => atWork.some(worksIn(area)))),
    all: people(known),
    unknown: areas.length - known.length,
  };
}
