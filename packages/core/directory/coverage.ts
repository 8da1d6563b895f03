import { placeKey } from '../place.ts';
import type { NamedArea } from './area-list.ts';
import type { Profile } from './partnership.ts';

export type Coverage = {
  readonly covered: number;
  readonly total: number;
  /** Names of the areas that no partnership works in, in the order of the list. */
  readonly uncovered: readonly string[];
};

type Placed = { readonly profile: Pick<Profile, 'status' | 'areas'> };

/** Whether a partnership counts towards coverage: paused, merged and closed ones do not. [DR-12] */
export function isAtWork({ profile }: { readonly profile: Pick<Profile, 'status'> }): boolean {
  return profile.status === 'active' || profile.status === 'developing';
}

/** Makes the question whether a partnership works in an area: by its code, or by its name where codes differ. */
export function worksIn({ code, name }: NamedArea): (each: Placed) => boolean {
  const key = placeKey(name);
  return ({ profile }) =>
    profile.areas.some(
      (area) => (code !== '' && area.code === code) || (key !== '' && placeKey(area.name) === key),
    );
}

/** How many of the areas have a partnership at work. [DR-12] */
export function coverage(partnerships: readonly Placed[], areas: readonly NamedArea[]): Coverage {
  const atWork = partnerships.filter(isAtWork);
  const uncovered = areas.filter((area) => !atWork.some(worksIn(area)));
  return {
    covered: areas.length - uncovered.length,
    total: areas.length,
    uncovered: uncovered.map(({ name }) => name),
  };
}
