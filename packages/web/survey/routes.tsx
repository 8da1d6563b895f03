import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute, rootRoute } from '../shell/root.tsx';

/** What a respondent's link opens: no account, no shell. */
export const respondentRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/survey/$token',
    /** `at` is a step's id, or "finish"; without it, the opening page. */
    validateSearch: (search: Record<string, unknown>): { at?: string } =>
      typeof search['at'] === 'string' || typeof search['at'] === 'number'
        ? { at: String(search['at']) }
        : {},
    component: lazyRouteComponent(() => import('./respond-page.tsx'), 'RespondentPage'),
  }),
] as const;

export const surveyRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/surveys',
    component: lazyRouteComponent(() => import('./surveys.tsx'), 'Surveys'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/surveys/new',
    validateSearch: (search: Record<string, unknown>): { instrument?: string } =>
      typeof search['instrument'] === 'string' ? { instrument: search['instrument'] } : {},
    component: lazyRouteComponent(() => import('./new-wave.tsx'), 'NewWave'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/surveys/import',
    component: lazyRouteComponent(() => import('./import-form.tsx'), 'ImportForm'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/surveys/instruments/$instrument',
    component: lazyRouteComponent(() => import('./instrument.tsx'), 'InstrumentView'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/partners/surveys/waves/$wave',
    /** Which of a wave's pages is open. */
    validateSearch: (search: Record<string, unknown>): { view?: WaveView } => {
      const view = waveViews.find((each) => each === search['view']);
      return view === undefined ? {} : { view };
    },
    component: lazyRouteComponent(() => import('./wave.tsx'), 'Wave'),
  }),
] as const;

export const waveViews = ['people', 'results', 'clean-up', 'compare'] as const;
export type WaveView = (typeof waveViews)[number];
