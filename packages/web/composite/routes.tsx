import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

export const indexViews = ['results', 'method', 'sure', 'units', 'indicators', 'files'] as const;
export type IndexView = (typeof indexViews)[number];

/** `view`: how the index is looked at; `unit`: whose profile is open. */
export type IndexSearch = { view?: IndexView; unit?: string };

const ways = ['files', 'data', 'shared'] as const;
export type Way = (typeof ways)[number];

export const compositeRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/compare/index',
    component: lazyRouteComponent(() => import('./indices.tsx'), 'Indices'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/compare/index/new',
    validateSearch: (search: Record<string, unknown>): { way?: Way } => {
      const way = ways.find((each) => each === search['way']);
      return way === undefined ? {} : { way };
    },
    component: lazyRouteComponent(() => import('./begin.tsx'), 'BeginIndex'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/compare/index/$index',
    validateSearch: (search: Record<string, unknown>): IndexSearch => {
      const view = indexViews.find((each) => each === search['view']);
      const unit = search['unit'];
      return {
        ...(view !== undefined && { view }),
        ...(typeof unit === 'string' && unit !== '' && { unit }),
      };
    },
    component: lazyRouteComponent(() => import('./index-page.tsx'), 'IndexPage'),
  }),
] as const;
