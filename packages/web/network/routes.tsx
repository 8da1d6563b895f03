import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';
import { networkSearch } from './search.ts';

export const networkRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/network',
    validateSearch: networkSearch,
    component: lazyRouteComponent(() => import('./network.tsx'), 'NetworkPage'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/network-import',
    component: lazyRouteComponent(() => import('./import.tsx'), 'NetworkImport'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/relationships',
    validateSearch: (search: Record<string, unknown>): { wave?: string } =>
      typeof search['wave'] === 'string' ? { wave: search['wave'] } : {},
    component: lazyRouteComponent(() => import('./relationships.tsx'), 'Relationships'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/coverage',
    validateSearch: (search: Record<string, unknown>): CoverageSearch => ({
      ...(search['of'] === 'activities' && { of: 'activities' as const }),
      ...(typeof search['area'] === 'string' && { area: search['area'] }),
      ...(typeof search['without'] === 'string' && { without: search['without'] }),
    }),
    component: lazyRouteComponent(() => import('./coverage.tsx'), 'CoveragePage'),
  }),
] as const;

type CoverageSearch = { of?: 'activities'; area?: string; without?: string };
