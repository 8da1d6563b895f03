import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

export const releaseRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/release',
    component: lazyRouteComponent(() => import('./studio.tsx'), 'Studio'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/release/ledger',
    component: lazyRouteComponent(() => import('./ledger.tsx'), 'LedgerPage'),
  }),
] as const;
