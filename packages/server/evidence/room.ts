import { router, type House } from '../http/house.ts';
import { claimRoutes } from './claim-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { gradeRoutes } from './grade-routes.ts';
import { groupRoutes } from './group-routes.ts';
import { importRoutes } from './import-routes.ts';
import { livingRoutes } from './living-routes.ts';
import { sourceRoutes } from './source-routes.ts';
import { studyRoutes } from './study-routes.ts';

/** Every route of the register. */
export function evidenceRoom(house: House) {
  return router()
    .route('/', claimRoutes(house))
    .route('/', studyRoutes(house))
    .route('/', gradeRoutes(house))
    .route('/', sourceRoutes(house))
    .route('/', groupRoutes(house))
    .route('/', livingRoutes(house))
    .route('/', importRoutes(house))
    .route('/', exportRoutes(house));
}
