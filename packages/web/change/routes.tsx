import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

export const changeRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/change',
    component: lazyRouteComponent(() => import('./theories.tsx'), 'Theories'),
  }),
] as const;
