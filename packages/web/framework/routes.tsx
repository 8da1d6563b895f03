import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

export const frameworkRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/frameworks',
    component: lazyRouteComponent(() => import('./list.tsx'), 'FrameworkList'),
  }),
] as const;
