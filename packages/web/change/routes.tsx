import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

const views = ['outline', 'canvas', 'wizard', 'versions', 'files'] as const;
export type TheoryView = (typeof views)[number];

/** `view`: how the theory is looked at; `at`: the node or link that is chosen. */
export type TheorySearch = { view?: TheoryView; at?: string };

function theorySearch(search: Record<string, unknown>): TheorySearch {
  const view = views.find((each) => each === search['view']);
  const at = search['at'];
  return {
    ...(view !== undefined && { view }),
    ...(typeof at === 'string' && at !== '' && { at }),
  };
}

export const changeRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/change',
    component: lazyRouteComponent(() => import('./theories.tsx'), 'Theories'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/change/theories/$theory',
    validateSearch: theorySearch,
    component: lazyRouteComponent(() => import('./theory.tsx'), 'TheoryPage'),
  }),
] as const;
