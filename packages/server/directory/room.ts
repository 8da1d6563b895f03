import { router, type House } from '../http/house.ts';
import { importRoutes } from './import-routes.ts';
import { partnershipEntryRoutes } from './partnership-routes.ts';

/** Every route of the directory. */
export function directoryRoom(house: House) {
  return router().route('/', partnershipEntryRoutes(house)).route('/', importRoutes(house));
}
