import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from './account/routes.tsx';
import { actionRoutes } from './action/routes.tsx';
import { auditRoutes } from './audit/routes.tsx';
import { changeRoutes } from './change/routes.tsx';
import { statementRoutes } from './diligence/statement-routes.tsx';
import { crisisRoutes } from './crisis/routes.tsx';
import { cycleRoutes } from './cycle/routes.tsx';
import { decisionRoutes } from './decision/routes.tsx';
import { comparisonRoutes } from './comparison/routes.tsx';
import { compositeRoutes } from './composite/routes.tsx';
import { dataRoutes } from './data/routes.tsx';
import { diligenceRoutes } from './diligence/routes.tsx';
import { directoryRoutes } from './directory/routes.tsx';
import { evidenceRoutes } from './evidence/routes.tsx';
import { frameworkRoutes } from './framework/routes.tsx';
import { guideRoutes } from './guide/routes.tsx';
import { networkRoutes } from './network/routes.tsx';
import { partnershipRoutes } from './partnership/routes.tsx';
import { placeRoutes } from './place/routes.tsx';
import { planRoutes } from './plan/routes.tsx';
import { preventionRoutes } from './prevention/routes.tsx';
import { problemProfileRoutes } from './problem-profile/routes.tsx';
import { rateRoutes } from './rate/routes.tsx';
import { recoveryRoutes } from './recovery/routes.tsx';
import { releaseRoutes } from './release/routes.tsx';
import { reportRoutes } from './report/routes.tsx';
import { riskRoutes } from './risk/routes.tsx';
import { survivorInputRoutes } from './survivor-input/routes.tsx';
import { reviewRoutes } from './review/routes.tsx';
import { evidenceMapRoutes } from './evidence/map-routes.tsx';
import { screeningRoutes } from './evidence/screening-routes.tsx';
import { sessionRoutes } from './session/routes.tsx';
import { respondentRoutes, surveyRoutes } from './survey/routes.tsx';
import { partnershipRoute, rootRoute } from './shell/root.tsx';

const tree = rootRoute.addChildren([
  ...sessionRoutes,
  ...accountRoutes,
  ...rateRoutes,
  ...respondentRoutes,
  partnershipRoute.addChildren([
    ...placeRoutes,
    ...comparisonRoutes,
    ...compositeRoutes,
    ...changeRoutes,
    ...statementRoutes,
    ...recoveryRoutes,
    ...cycleRoutes,
    ...reviewRoutes,
    ...planRoutes,
    ...riskRoutes,
    ...crisisRoutes,
    ...decisionRoutes,
    ...survivorInputRoutes,
    ...problemProfileRoutes,
    ...preventionRoutes,
    ...reportRoutes,
    ...actionRoutes,
    ...diligenceRoutes,
    ...directoryRoutes,
    ...evidenceRoutes,
    ...networkRoutes,
    ...screeningRoutes,
    ...evidenceMapRoutes,
    ...surveyRoutes,
    ...releaseRoutes,
    ...dataRoutes,
    ...frameworkRoutes,
    ...partnershipRoutes,
    ...auditRoutes,
    ...guideRoutes,
  ]),
]);

/** All pages and their addresses. */
export const appRouter = createRouter({ routeTree: tree, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  // A router registers itself by merging into the library's own interface.
  interface Register {
    router: typeof appRouter;
  }
}
