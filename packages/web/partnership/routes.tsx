import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

export const partnershipRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/people',
    component: lazyRouteComponent(() => import('./people.tsx'), 'People'),
  }),
] as const;
