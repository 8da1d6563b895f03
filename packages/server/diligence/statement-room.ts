import { router, type House } from '../http/house.ts';
import { countRoutes } from './count-routes.ts';
import { scorecardRoutes } from './scorecard-routes.ts';
import { statementPlanRoutes } from './statement-plan-routes.ts';
import { statementRoutes } from './statement-routes.ts';

/** Every route of statements, of the council scorecard and of what is counted beside it. */
export function statementRoom(house: House) {
  return router()
    .route('/', statementRoutes(house))
    .route('/', statementPlanRoutes(house))
    .route('/', scorecardRoutes(house))
    .route('/', countRoutes(house));
}
