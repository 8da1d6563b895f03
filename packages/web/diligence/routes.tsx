import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnershipRoute } from '../shell/root.tsx';
import { supplierSearch } from './search.ts';

const getParentRoute = () => partnershipRoute;

export const diligenceRoutes = [
  createRoute({
    getParentRoute,
    path: '/change/suppliers',
    validateSearch: supplierSearch,
    component: lazyRouteComponent(() => import('./suppliers.tsx'), 'Suppliers'),
  }),
  createRoute({
    getParentRoute,
    path: '/change/suppliers/import',
    component: lazyRouteComponent(() => import('./supplier-import.tsx'), 'SupplierImport'),
  }),
  createRoute({
    getParentRoute,
    path: '/change/suppliers/map',
    component: lazyRouteComponent(() => import('./supplier-map.tsx'), 'SupplierMap'),
  }),
  createRoute({
    getParentRoute,
    path: '/change/suppliers/$supplier',
    component: lazyRouteComponent(() => import('./supplier.tsx'), 'Supplier'),
  }),
  createRoute({
    getParentRoute,
    path: '/change/diligence',
    component: lazyRouteComponent(() => import('./diligence.tsx'), 'Diligence'),
  }),
  createRoute({
    getParentRoute,
    path: '/change/diligence/rules',
    component: lazyRouteComponent(() => import('./rules.tsx'), 'DiligenceRules'),
  }),
  createRoute({
    getParentRoute,
    path: '/change/incidents',
    component: lazyRouteComponent(() => import('./incidents.tsx'), 'Incidents'),
  }),
  createRoute({
    getParentRoute,
    path: '/change/incidents/assess',
    component: lazyRouteComponent(() => import('./assess.tsx'), 'Assess'),
  }),
  createRoute({
    getParentRoute,
    path: '/change/incidents/$incident',
    component: lazyRouteComponent(() => import('./incident.tsx'), 'IncidentPage'),
  }),
] as const;
