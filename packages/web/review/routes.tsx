import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

export const reviewRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/reviews',
    component: lazyRouteComponent(() => import('./list.tsx'), 'ReviewList'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/reviews/new',
    validateSearch: (search: Record<string, unknown>): { place?: string } =>
      typeof search.place === 'string' ? { place: search.place } : {},
    component: lazyRouteComponent(() => import('./new.tsx'), 'NewReview'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/reviews/$review',
    component: lazyRouteComponent(() => import('./overview.tsx'), 'ReviewOverview'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/reviews/$review/agreeing',
    /** `at` is the open indicator; `view: 'room'` fills the wall; `show` narrows the list. */
    validateSearch: (search: Record<string, unknown>): AgreeingSearch => ({
      ...(typeof search.at === 'string' && { at: search.at }),
      ...(search.view === 'room' && { view: search.view }),
      ...((search.show === 'open' || search.show === 'apart') && { show: search.show }),
    }),
    component: lazyRouteComponent(() => import('./agreeing.tsx'), 'Agreeing'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/reviews/$review/scores',
    component: lazyRouteComponent(() => import('./scores.tsx'), 'Scores'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/compare/shared',
    component: lazyRouteComponent(() => import('./shared.tsx'), 'SharedReviews'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/compare/shared/$review',
    component: lazyRouteComponent(() => import('./shared-one.tsx'), 'SharedReview'),
  }),
] as const;

export type AgreeingSearch = { at?: string; view?: 'room'; show?: 'open' | 'apart' };
