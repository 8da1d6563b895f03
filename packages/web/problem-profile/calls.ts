import { queryOptions } from '@tanstack/react-query';
import type { Marking, ProfilePart } from '@freehold/core/cycle';
import { api, got, queries } from '../api.ts';
import type { PlaceAt } from '../plan/plan.ts';

const key = (at: PlaceAt) => ['problem-profile', at.place] as const;

export const profileAt = (at: PlaceAt) =>
  queryOptions({ queryKey: key(at), queryFn: () => load(at) });

export type Profile = Awaited<ReturnType<typeof load>>;
export type Part = Profile['parts'][number];

const of = api.partnerships[':partnership'].places[':place']['problem-profile'];

function load(at: PlaceAt) {
  return got(of.$get({ param: at }));
}

/** Puts what the server answered in the place of what was loaded. */
export function keep(at: PlaceAt, profile: Profile): void {
  queries.setQueryData(key(at), profile);
}

export function keepHead(at: PlaceAt, json: { title: string; marking: Marking }) {
  return got(of.$put({ param: at, json }));
}

export function fillAgain(at: PlaceAt, parts: ProfilePart[]) {
  return got(of.fill.$post({ param: at, json: { parts } }));
}

/** Keeps a part and gives its new version; the loaded page follows, so that the outline knows. */
export async function writePart(
  at: PlaceAt,
  json: Pick<Part, 'part' | 'written' | 'state' | 'version'>,
): Promise<number> {
  const { version } = await got(of.part.$put({ param: at, json }));
  queries.setQueryData(
    key(at),
    (before: Profile | undefined) => before && merged(before, { ...json, version }),
  );
  return version;
}

function merged(
  profile: Profile,
  change: Pick<Part, 'part' | 'written' | 'state' | 'version'>,
): Profile {
  const now = { changedBy: '', changedAt: new Date().toISOString() };
  const found = profile.parts.some(({ part }) => part === change.part);
  return {
    ...profile,
    parts: found
      ? profile.parts.map((each) =>
          each.part === change.part ? { ...each, ...change, ...now } : each,
        )
      : [...profile.parts, { ...change, ...now, filled: [], filledAt: null }],
  };
}

export async function issue(at: PlaceAt, note: string): Promise<void> {
  await got(of.issues.$post({ param: at, json: { note } }));
  await queries.invalidateQueries({ queryKey: key(at) });
  await queries.invalidateQueries({ queryKey: ['reports', at.place] });
}

export function issueAddress(partnership: string, id: string): string {
  return `/api/partnerships/${partnership}/problem-profile-issues/${id}`;
}
