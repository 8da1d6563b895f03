import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';
import { mappingSearch, versionSearch } from './search.ts';

export const frameworkRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/frameworks',
    component: lazyRouteComponent(() => import('./list.tsx'), 'FrameworkList'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/frameworks/import',
    component: lazyRouteComponent(() => import('./import.tsx'), 'ImportFramework'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/frameworks/mapping',
    validateSearch: mappingSearch,
    component: lazyRouteComponent(() => import('./mapping.tsx'), 'MappingPage'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/frameworks/$version',
    validateSearch: versionSearch,
    component: lazyRouteComponent(() => import('./version.tsx'), 'VersionPage'),
  }),
] as const;
