import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

export const cycleRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/cycle',
    /** `place` is whose rounds they are; the home place where it is missing. */
    validateSearch: (search: Record<string, unknown>): { place?: string } =>
      typeof search.place === 'string' ? { place: search.place } : {},
    component: lazyRouteComponent(() => import('./rounds.tsx'), 'Rounds'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/cycle/$round',
    component: lazyRouteComponent(() => import('./round.tsx'), 'Round'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/cycle/$round/close',
    component: lazyRouteComponent(() => import('./close.tsx'), 'CloseRound'),
  }),
] as const;
