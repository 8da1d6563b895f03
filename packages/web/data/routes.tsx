import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';
import { importSearch } from './search.ts';

export const dataRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/data',
    component: lazyRouteComponent(() => import('./data.tsx'), 'DataPage'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/data/import',
    validateSearch: importSearch,
    component: lazyRouteComponent(() => import('./import.tsx'), 'Import'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/data/jobs',
    component: lazyRouteComponent(() => import('./jobs.tsx'), 'Jobs'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/data/jobs/$job',
    component: lazyRouteComponent(() => import('./one-job.tsx'), 'OneJob'),
  }),
] as const;
