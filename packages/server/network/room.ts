import { router, type House } from '../http/house.ts';
import { coverageRoutes } from './coverage-routes.ts';
import { relationshipRoutes } from './relationship-routes.ts';
import { networkRoutes } from './routes.ts';

/** Every route about who works with whom. */
export function networkRoom(house: House) {
  return router()
    .route('/', networkRoutes(house))
    .route('/', relationshipRoutes(house))
    .route('/', coverageRoutes(house));
}
