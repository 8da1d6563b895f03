import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';

/** What a list of sources or studies is narrowed by; the rest of the address is left out. */
export type ListSearch = {
  page?: number;
  query?: string;
  type?: string;
  sort?: string;
  decade?: string;
  by?: string;
  country?: string;
  intervention?: string;
  outcome?: string;
  sms?: string;
};

const texts = [
  ...['query', 'type', 'sort', 'decade', 'by', 'country', 'intervention', 'outcome', 'sms'],
] as const;

function listSearch(search: Record<string, unknown>): ListSearch {
  const said = texts.flatMap((key) => {
    const value = search[key];
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? [[key, text] as const] : [];
  });
  const page = Number(search['page']);
  return {
    ...Object.fromEntries(said),
    ...(Number.isInteger(page) && page > 1 && { page }),
  };
}

function themeSearch(search: Record<string, unknown>): { theme?: string } {
  const { theme } = search;
  return typeof theme === 'string' && theme !== '' ? { theme } : {};
}

export const evidenceRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence',
    validateSearch: themeSearch,
    component: lazyRouteComponent(() => import('./claims.tsx'), 'Claims'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/claims/$claim',
    component: lazyRouteComponent(() => import('./claim.tsx'), 'ClaimPage'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/studies',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./studies.tsx'), 'Studies'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/studies/$study',
    component: lazyRouteComponent(() => import('./study.tsx'), 'StudyPage'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/sources',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./sources.tsx'), 'Sources'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/sources/$source',
    component: lazyRouteComponent(() => import('./source.tsx'), 'SourcePage'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/duplicates',
    component: lazyRouteComponent(() => import('./suggestions.tsx'), 'Suggestions'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/import',
    component: lazyRouteComponent(() => import('./import.tsx'), 'EvidenceImport'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/groups',
    component: lazyRouteComponent(() => import('./groups.tsx'), 'Groups'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/protocols',
    component: lazyRouteComponent(() => import('./protocols.tsx'), 'Protocols'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/rule',
    component: lazyRouteComponent(() => import('./rule.tsx'), 'RulePage'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/changes',
    component: lazyRouteComponent(() => import('./changes.tsx'), 'Changes'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/guide',
    component: lazyRouteComponent(() => import('./guide.tsx'), 'Guide'),
  }),
] as const;
