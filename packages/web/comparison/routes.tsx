import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';
import { groupKinds, type GroupKind } from './calls.ts';

type PlaceSearch = { place?: string };
type RoundsSearch = PlaceSearch & { from?: string; to?: string };
type PlacesSearch = PlaceSearch & { group?: GroupKind; topic?: string };

function texts<Key extends string>(
  search: Record<string, unknown>,
  keys: readonly Key[],
): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === 'string' && value !== '') found[key] = value;
  }
  return found;
}

export const comparisonRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/compare/rounds',
    validateSearch: (search: Record<string, unknown>): RoundsSearch =>
      texts(search, ['place', 'from', 'to']),
    component: lazyRouteComponent(() => import('./rounds.tsx'), 'CompareRounds'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/compare/places',
    validateSearch: (search: Record<string, unknown>): PlacesSearch => {
      const group = groupKinds.find((kind) => kind === search.group);
      return { ...texts(search, ['place', 'topic']), ...(group !== undefined && { group }) };
    },
    component: lazyRouteComponent(() => import('./places.tsx'), 'ComparePlaces'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/compare/learning',
    validateSearch: (search: Record<string, unknown>): PlaceSearch => texts(search, ['place']),
    component: lazyRouteComponent(() => import('./learning.tsx'), 'CompareLearning'),
  }),
] as const;
