import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { placeSearch } from '../plan/place-search.ts';
import { partnershipRoute } from '../shell/root.tsx';

export const riskRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/risks',
    validateSearch: placeSearch,
    component: lazyRouteComponent(() => import('./risks.tsx'), 'Risks'),
  }),
] as const;
