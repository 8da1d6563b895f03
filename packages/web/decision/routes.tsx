import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { placeSearch } from '../plan/place-search.ts';
import { partnershipRoute } from '../shell/root.tsx';

export const decisionRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/decisions',
    validateSearch: placeSearch,
    component: lazyRouteComponent(() => import('./decisions.tsx'), 'Decisions'),
  }),
] as const;
