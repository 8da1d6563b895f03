import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

export const planRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan',
    component: lazyRouteComponent(() => import('./plan.tsx'), 'Plan'),
  }),
] as const;
