import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';

/** The root of all routes. Rooms hang their routes on it, or on the partnership's. */
export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: lazyRouteComponent(() => import('./not-found.tsx'), 'NotFound'),
});

/** Everything of one partnership stands inside its shell. */
export const partnershipRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/p/$partnership',
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
});
