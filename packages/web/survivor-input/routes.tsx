import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { placeSearch } from '../plan/place-search.ts';
import { partnershipRoute } from '../shell/root.tsx';

export const survivorInputRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/survivor-input',
    validateSearch: placeSearch,
    component: lazyRouteComponent(() => import('./inputs.tsx'), 'Inputs'),
  }),
] as const;
