import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { statementPart, type StatementPart } from './statement-part.ts';
import { partnershipRoute } from '../shell/root.tsx';

export const statementRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/change/statements',
    component: lazyRouteComponent(() => import('./statements.tsx'), 'Statements'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/change/statements/$statement',
    validateSearch: (search): { readonly part?: StatementPart } => {
      const part = statementPart(search.part);
      return part === null ? {} : { part };
    },
    component: lazyRouteComponent(() => import('./statement.tsx'), 'StatementPage'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/change/scorecard',
    component: lazyRouteComponent(() => import('./scorecard.tsx'), 'Scorecard'),
  }),
] as const;
