import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/root.tsx';

export const rateRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/rate/$token',
    /** `at` is an indicator's code, or "check" for the look over all answers; without it, the opening page. */
    validateSearch: (search: Record<string, unknown>): { at?: string } =>
      typeof search.at === 'string' || typeof search.at === 'number'
        ? { at: String(search.at) }
        : {},
    component: lazyRouteComponent(() => import('./page.tsx'), 'RatePage'),
  }),
] as const;
