import { router, type House } from '../http/house.ts';
import { portfolioRoutes } from './portfolio-routes.ts';
import { portfolioReportRoutes } from './report-routes.ts';
import { interventionRoutes } from './routes.ts';
import { suggestionRoutes } from './suggestion-routes.ts';
import { interventionTableRoutes } from './table-routes.ts';
import { typeRoutes } from './type-routes.ts';

/** Every route of interventions, their types, the portfolio and what could be done. */
export function preventionRoom(house: House) {
  return router()
    .route('/', interventionTableRoutes(house))
    .route('/', interventionRoutes(house))
    .route('/', typeRoutes(house))
    .route('/', portfolioRoutes(house))
    .route('/', suggestionRoutes(house))
    .route('/', portfolioReportRoutes(house));
}
