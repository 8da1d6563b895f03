import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';
import { filterIn } from './filter.ts';

export const directoryRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners',
    validateSearch: filterIn,
    component: lazyRouteComponent(() => import('./directory.tsx'), 'Directory'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/import',
    component: lazyRouteComponent(() => import('./import.tsx'), 'DirectoryImport'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/clean-up',
    validateSearch: (search: Record<string, unknown>): { kind?: string } =>
      typeof search['kind'] === 'string' ? { kind: search['kind'] } : {},
    component: lazyRouteComponent(() => import('./clean-up.tsx'), 'CleanUp'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/map',
    validateSearch: filterIn,
    component: lazyRouteComponent(() => import('./map.tsx'), 'PartnersMap'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/report',
    component: lazyRouteComponent(() => import('./report.tsx'), 'MappingReport'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/organisations',
    component: lazyRouteComponent(() => import('./organisations.tsx'), 'Organisations'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/organisations/$organisation',
    component: lazyRouteComponent(() => import('./organisation.tsx'), 'Organisation'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/code-lists',
    component: lazyRouteComponent(() => import('./code-lists.tsx'), 'CodeLists'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/new',
    component: lazyRouteComponent(() => import('./edit.tsx'), 'NewListed'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/$listed',
    component: lazyRouteComponent(() => import('./partnership.tsx'), 'ListedPartnership'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/$listed/edit',
    component: lazyRouteComponent(() => import('./edit.tsx'), 'EditListed'),
  }),
] as const;
