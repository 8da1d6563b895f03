import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ProfilePart } from '@freehold/core/cycle';
import { placeSearch, type PlaceSearch } from '../plan/place-search.ts';
import { partnershipRoute } from '../shell/root.tsx';

/** Which part of the document is open; the first where it is missing. */
export type ProfileSearch = PlaceSearch & { readonly part?: ProfilePart };

function profileSearch(search: Readonly<Record<string, unknown>>): ProfileSearch {
  const part = ProfilePart.safeParse(search.part);
  return { ...placeSearch(search), ...(part.success && { part: part.data }) };
}

export const problemProfileRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/problem-profile',
    validateSearch: profileSearch,
    component: lazyRouteComponent(() => import('./profile.tsx'), 'ProblemProfile'),
  }),
] as const;
