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
] as const;
