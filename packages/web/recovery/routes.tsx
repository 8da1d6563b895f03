import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

export const recoveryRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/change/remedy',
    component: lazyRouteComponent(() => import('./remedy.tsx'), 'Remedy'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/change/recovery',
    component: lazyRouteComponent(() => import('./recovery.tsx'), 'Recovery'),
  }),
] as const;
