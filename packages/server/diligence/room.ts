import { router, type House } from '../http/house.ts';
import { assessmentRoutes } from './assessment-routes.ts';
import { cycleRoutes } from './cycle-routes.ts';
import { duplicateRoutes } from './duplicate-routes.ts';
import { supplierImportRoutes } from './import-routes.ts';
import { incidentRoutes } from './incident-routes.ts';
import { diligenceReportRoutes } from './report-routes.ts';
import { settingRoutes } from './setting-routes.ts';
import { siteRoutes } from './site-routes.ts';
import { supplierRoutes } from './supplier-routes.ts';

/** Every route of due diligence: suppliers, the cycle, incidents with their remedies, assessments. */
export function diligenceRoom(house: House) {
  return router()
    .route('/', supplierRoutes(house))
    .route('/', siteRoutes(house))
    .route('/', supplierImportRoutes(house))
    .route('/', duplicateRoutes(house))
    .route('/', settingRoutes(house))
    .route('/', cycleRoutes(house))
    .route('/', incidentRoutes(house))
    .route('/', assessmentRoutes(house))
    .route('/', diligenceReportRoutes(house));
}
