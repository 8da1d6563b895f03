import { router, type House } from '../http/house.ts';
import { compareRoutes } from './routes.ts';
import { settingRoutes } from './setting-routes.ts';

/** Every route of comparison. */
export function comparisonRoom(house: House) {
  return router().route('/', compareRoutes(house)).route('/', settingRoutes(house));
}
