import { router, type House } from '../http/house.ts';
import { homeRoutes } from './home-routes.ts';
import { roundRoutes } from './round-routes.ts';
import { workRoutes } from './work-routes.ts';

/** Every route of the cycle, and the home of a place that is built round it. */
export function cycleRoom(house: House) {
  return router()
    .route('/', homeRoutes(house))
    .route('/', roundRoutes(house))
    .route('/', workRoutes(house));
}
