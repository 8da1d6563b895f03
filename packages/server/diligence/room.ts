import { router, type House } from '../http/house.ts';
import { duplicateRoutes } from './duplicate-routes.ts';
import { supplierImportRoutes } from './import-routes.ts';
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
    .route('/', settingRoutes(house));
}
