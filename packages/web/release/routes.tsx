import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';
import { stepOf, type StudioSearch } from './search.ts';

export const releaseRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/release',
    validateSearch: (search: Record<string, unknown>): StudioSearch => stepOf(search),
    component: lazyRouteComponent(() => import('./studio.tsx'), 'Studio'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/release/ledger',
    component: lazyRouteComponent(() => import('./ledger.tsx'), 'LedgerPage'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/release/published',
    component: lazyRouteComponent(() => import('./published.tsx'), 'PublishedPage'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/release/published/$release',
    component: lazyRouteComponent(() => import('./published-one.tsx'), 'PublishedReleasePage'),
  }),
] as const;
