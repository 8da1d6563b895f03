import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';
import { compareSearch, placesSearch } from './search.ts';

export const placeRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./home.tsx'), 'PlaceHome'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/places',
    validateSearch: placesSearch,
    component: lazyRouteComponent(() => import('./places.tsx'), 'Places'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/places/new',
    component: lazyRouteComponent(() => import('./new-place.tsx'), 'NewPlace'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/places/$place',
    component: lazyRouteComponent(() => import('./home.tsx'), 'OnePlaceHome'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/places/$place/about',
    component: lazyRouteComponent(() => import('./about.tsx'), 'AboutPlace'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/compare',
    validateSearch: compareSearch,
    component: lazyRouteComponent(() => import('./compare.tsx'), 'Compare'),
  }),
] as const;
