import { router, type House } from '../http/house.ts';
import { itemRoutes } from './item-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { crisisRoutes } from './routes.ts';

/** Every route of crises: the plan, the board, and what is learnt. */
export function crisisRoom(house: House) {
  return router()
    .route('/', crisisRoutes(house))
    .route('/', itemRoutes(house))
    .route('/', reportRoutes(house));
}
