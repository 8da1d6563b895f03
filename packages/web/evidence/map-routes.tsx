import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { mapSearch } from './map-search.ts';
import { partnershipRoute } from '../shell/root.tsx';

export const evidenceMapRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/map',
    validateSearch: mapSearch,
    component: lazyRouteComponent(() => import('./map.tsx'), 'EvidenceMap'),
  }),
] as const;
