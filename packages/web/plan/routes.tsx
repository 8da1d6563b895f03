import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

/** `place` is whose plan it is, the home place where it is missing; the others narrow the list of gaps. */
export type PlanSearch = { place?: string; topic?: string; kind?: string; severity?: string };

function planSearch(search: Record<string, unknown>): PlanSearch {
  const named = ['place', 'topic', 'kind', 'severity'].flatMap((key) =>
    typeof search[key] === 'string' && search[key] !== '' ? [[key, search[key]]] : [],
  );
  return Object.fromEntries(named);
}

export const planRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan',
    validateSearch: planSearch,
    component: lazyRouteComponent(() => import('./gaps.tsx'), 'Gaps'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/assets',
    validateSearch: planSearch,
    component: lazyRouteComponent(() => import('./assets.tsx'), 'Assets'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/priorities',
    validateSearch: planSearch,
    component: lazyRouteComponent(() => import('./priorities.tsx'), 'Priorities'),
  }),
] as const;
