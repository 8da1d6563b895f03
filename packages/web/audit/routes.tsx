import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

export const auditRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/audit',
    component: lazyRouteComponent(() => import('./audit.tsx'), 'Audit'),
  }),
] as const;
