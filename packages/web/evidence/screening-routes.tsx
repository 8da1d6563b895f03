import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ScreeningStage } from '@freehold/core/evidence';
import { z } from 'zod';
import { partnershipRoute } from '../shell/root.tsx';

const deskSearch = z.object({ stage: ScreeningStage.catch('title-abstract') });

export const screeningRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/screening',
    component: lazyRouteComponent(() => import('./screening.tsx'), 'Screening'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/screening/$batch',
    component: lazyRouteComponent(() => import('./screening-batch.tsx'), 'ScreeningBatchPage'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/evidence/screening/$batch/desk',
    validateSearch: deskSearch,
    component: lazyRouteComponent(() => import('./screening-desk-page.tsx'), 'ScreeningDeskPage'),
  }),
] as const;
