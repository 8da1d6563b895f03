import type { Profile } from '@freehold/core/directory';

/** What narrows the list and the map; '' lets everything through. It is part of a page's address. */
export type Filter = {
  readonly query?: string;
  readonly area?: string;
  readonly chair?: string;
  readonly coordinator?: string;
  readonly activity?: string;
  readonly type?: string;
  readonly scale?: string;
  readonly sector?: string;
  readonly fresh?: string;
};

const keys = [
  'query',
  'area',
  'chair',
  'coordinator',
  'activity',
  'type',
  'scale',
  'sector',
  'fresh',
] as const satisfies readonly (keyof Filter)[];

/** The filter that an address names. */
export function filterIn(search: Record<string, unknown>): Filter {
  const named = keys.flatMap((key) =>
    typeof search[key] === 'string' && search[key] !== '' ? [[key, search[key]]] : [],
  );
  return Object.fromEntries(named);
}

export type Filterable = {
  readonly name: string;
  readonly profile: Profile;
  readonly stale: boolean;
  /** Sectors of its members. */
  readonly sectors?: readonly string[];
};

/** Whether a partnership fits a filter: by name, former name or area, and by every answer asked for. */
export function fits(each: Filterable, filter: Filter): boolean {
  const { profile } = each;
  const is = (asked: string | undefined, given: string) => !asked || asked === given;
  return (
    named(each, filter.query ?? '') &&
    is(filter.chair, profile.chair.category) &&
    is(filter.coordinator, profile.coordinator.category) &&
    is(filter.type, profile.type) &&
    is(filter.scale, profile.scale) &&
    (!filter.area || profile.areas.some(({ name }) => name === filter.area)) &&
    (!filter.activity || does(profile, filter.activity)) &&
    (!filter.sector || (each.sectors ?? []).includes(filter.sector)) &&
    (!filter.fresh || (filter.fresh === 'stale') === each.stale)
  );
}

function named({ name, profile }: Filterable, query: string): boolean {
  const sought = query.trim().toLowerCase();
  const texts = [name, ...profile.formerNames, ...profile.areas.map((area) => area.name)];
  return sought === '' || texts.some((text) => text.toLowerCase().includes(sought));
}

function does(profile: Profile, activity: string): boolean {
  return (profile.activities ?? []).some(
    ({ category, level }) => category === activity && level !== 'none',
  );
}
