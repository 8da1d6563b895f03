import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

export const guideRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/guide',
    component: lazyRouteComponent(() => import('./guide.tsx'), 'Guides'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/guide/$page',
    component: lazyRouteComponent(() => import('./guide.tsx'), 'Guide'),
  }),
] as const;
