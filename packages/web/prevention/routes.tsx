import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { placeSearch, type PlaceSearch } from '../plan/place-search.ts';
import { partnershipRoute } from '../shell/root.tsx';

export const views = ['matrix', 'list', 'map', 'timeline', 'money'] as const;
export type View = (typeof views)[number];
export const measures = ['count', 'spend', 'reach'] as const;
export type MeasureCode = (typeof measures)[number];

/** How the portfolio is looked at; what is missing is the first of each. */
export type PortfolioSearch = PlaceSearch & {
  readonly view?: View;
  readonly of?: MeasureCode;
  readonly level?: string | undefined;
};

/** What an intervention begins with: a type and a gap out of a suggestion. */
export type NewSearch = PlaceSearch & { readonly type?: string; readonly gap?: string };

/** Whose absence is looked at. */
export type AgencySearch = PlaceSearch & { readonly without?: string };

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((each) => each === value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function portfolioSearch(search: Readonly<Record<string, unknown>>): PortfolioSearch {
  const view = oneOf(views, search.view);
  const of = oneOf(measures, search.of);
  const level = text(search.level);
  return {
    ...placeSearch(search),
    ...(view !== undefined && { view }),
    ...(of !== undefined && { of }),
    ...(level !== undefined && { level }),
  };
}

function newSearch(search: Readonly<Record<string, unknown>>): NewSearch {
  const [type, gap] = [text(search.type), text(search.gap)];
  return {
    ...placeSearch(search),
    ...(type !== undefined && { type }),
    ...(gap !== undefined && { gap }),
  };
}

function agencySearch(search: Readonly<Record<string, unknown>>): AgencySearch {
  const without = text(search.without);
  return { ...placeSearch(search), ...(without !== undefined && { without }) };
}

export const preventionRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/interventions',
    validateSearch: placeSearch,
    component: lazyRouteComponent(() => import('./interventions.tsx'), 'Interventions'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/interventions/new',
    validateSearch: newSearch,
    component: lazyRouteComponent(() => import('./new-intervention.tsx'), 'NewIntervention'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/interventions/import',
    validateSearch: placeSearch,
    component: lazyRouteComponent(() => import('./import.tsx'), 'ImportInterventions'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/interventions/types',
    validateSearch: placeSearch,
    component: lazyRouteComponent(() => import('./types.tsx'), 'Types'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/interventions/$intervention',
    validateSearch: placeSearch,
    component: lazyRouteComponent(() => import('./one.tsx'), 'OneIntervention'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/portfolio',
    validateSearch: portfolioSearch,
    component: lazyRouteComponent(() => import('./portfolio.tsx'), 'PortfolioPage'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/portfolio/what-if',
    validateSearch: placeSearch,
    component: lazyRouteComponent(() => import('./what-if.tsx'), 'WhatIf'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/portfolio/agencies',
    validateSearch: agencySearch,
    component: lazyRouteComponent(() => import('./agencies.tsx'), 'Agencies'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/portfolio/report',
    validateSearch: placeSearch,
    component: lazyRouteComponent(() => import('./report.tsx'), 'PortfolioReport'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/suggestions',
    validateSearch: placeSearch,
    component: lazyRouteComponent(() => import('./suggestions.tsx'), 'Suggestions'),
  }),
] as const;
