import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/root.tsx';

export const accountRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./entrance.tsx'), 'Entrance'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/new-password',
    validateSearch: (search: Record<string, unknown>): { token?: string; error?: string } => ({
      ...(typeof search.token === 'string' && { token: search.token }),
      ...(typeof search.error === 'string' && { error: search.error }),
    }),
    component: lazyRouteComponent(() => import('./entrance.tsx'), 'NewPassword'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/account',
    component: lazyRouteComponent(() => import('./account.tsx'), 'Account'),
  }),
] as const;
