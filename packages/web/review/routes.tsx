import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

export const reviewRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/reviews',
    component: lazyRouteComponent(() => import('./list.tsx'), 'ReviewList'),
  }),
] as const;
