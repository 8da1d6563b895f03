import { router, type House } from '../http/house.ts';
import { theoryReportRoutes } from './report-routes.ts';
import { theoryRoutes } from './routes.ts';
import { theoryTalkRoutes } from './talk-routes.ts';

/** Every route of theories of change. */
export function changeRoom(house: House) {
  return router()
    .route('/', theoryRoutes(house))
    .route('/', theoryTalkRoutes(house))
    .route('/', theoryReportRoutes(house));
}
