import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { placeSearch, type PlaceSearch } from '../plan/place-search.ts';
import { partnershipRoute } from '../shell/root.tsx';

export const reportKinds = ['annual', 'action-plan', 'close-out', 'funding-case'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Which report, of which round or year; the newest where it is missing. */
export type ReportSearch = PlaceSearch & {
  readonly report?: ReportKind;
  readonly round?: string;
  readonly year?: number;
};

function reportSearch(search: Readonly<Record<string, unknown>>): ReportSearch {
  const report = reportKinds.find((each) => each === search.report);
  const { round, year } = search;
  return {
    ...placeSearch(search),
    ...(report !== undefined && { report }),
    ...(typeof round === 'string' && round !== '' && { round }),
    ...(Number.isInteger(year) && typeof year === 'number' && { year }),
  };
}

export const reportRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/reports',
    validateSearch: reportSearch,
    component: lazyRouteComponent(() => import('./reports.tsx'), 'Reports'),
  }),
] as const;
