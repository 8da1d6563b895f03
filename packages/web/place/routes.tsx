import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

export const placeRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./home.tsx'), 'PlaceHome'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/places',
    component: lazyRouteComponent(() => import('./places.tsx'), 'Places'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/compare',
    component: lazyRouteComponent(() => import('./compare.tsx'), 'Compare'),
  }),
] as const;
