import { router, type House } from '../http/house.ts';
import { cleanUpRoutes } from './clean-up-routes.ts';
import { codeListRoutes } from './code-list-routes.ts';
import { importRoutes } from './import-routes.ts';
import { membershipRoutes } from './membership-routes.ts';
import { organisationRoutes } from './organisation-routes.ts';
import { partnershipEntryRoutes } from './partnership-routes.ts';
import { mappingReportRoutes } from './report-routes.ts';

/** Every route of the directory. */
export function directoryRoom(house: House) {
  return router()
    .route('/', partnershipEntryRoutes(house))
    .route('/', organisationRoutes(house))
    .route('/', membershipRoutes(house))
    .route('/', codeListRoutes(house))
    .route('/', importRoutes(house))
    .route('/', cleanUpRoutes(house))
    .route('/', mappingReportRoutes(house));
}
