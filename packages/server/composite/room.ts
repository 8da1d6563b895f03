import { router, type House } from '../http/house.ts';
import { indexDataRoutes } from './data-routes.ts';
import { indexRoutes } from './routes.ts';

/** Every route of composite indices. */
export function compositeRoom(house: House) {
  return router().route('/', indexRoutes(house)).route('/', indexDataRoutes(house));
}
