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
] as const;
