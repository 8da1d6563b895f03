import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { placeSearch } from '../plan/place-search.ts';
import { partnershipRoute } from '../shell/root.tsx';
import { actionsSearch } from './search.ts';

const of = { getParentRoute: () => partnershipRoute } as const;

export const actionRoutes = [
  createRoute({
    ...of,
    path: '/plan/actions',
    validateSearch: actionsSearch,
    component: lazyRouteComponent(() => import('./actions.tsx'), 'Actions'),
  }),
  createRoute({
    ...of,
    path: '/plan/actions/new',
    validateSearch: actionsSearch,
    component: lazyRouteComponent(() => import('./new-action.tsx'), 'NewAction'),
  }),
  createRoute({
    ...of,
    path: '/plan/actions/$action',
    validateSearch: placeSearch,
    component: lazyRouteComponent(() => import('./action.tsx'), 'ActionPage'),
  }),
  createRoute({
    ...of,
    path: '/plan/targets',
    validateSearch: placeSearch,
    component: lazyRouteComponent(() => import('./targets.tsx'), 'Targets'),
  }),
  createRoute({
    ...of,
    path: '/plan/targets/new',
    validateSearch: placeSearch,
    component: lazyRouteComponent(() => import('./set-target.tsx'), 'NewTarget'),
  }),
  createRoute({
    ...of,
    path: '/plan/targets/$target',
    validateSearch: placeSearch,
    component: lazyRouteComponent(() => import('./set-target.tsx'), 'ChangeTarget'),
  }),
] as const;
