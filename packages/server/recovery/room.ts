import { router, type House } from '../http/house.ts';
import { barrierRoutes } from './barrier-routes.ts';
import { countFileRoutes } from './file-routes.ts';
import { recoveryRoutes } from './routes.ts';

/** Every route of remedy and recovery: counts as they may be shown, the files they come from, barriers. */
export function recoveryRoom(house: House) {
  return router()
    .route('/', recoveryRoutes(house))
    .route('/', countFileRoutes(house))
    .route('/', barrierRoutes(house));
}
