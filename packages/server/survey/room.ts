import { router, type House } from '../http/house.ts';
import { cleanUpRoutes } from './clean-up-routes.ts';
import { instrumentRoutes } from './instrument-routes.ts';
import { resultsRoutes } from './results-routes.ts';
import { targetRoutes } from './target-routes.ts';
import { waveRoutes } from './wave-routes.ts';

/** Every route of surveys that members use. */
export function surveyRoom(house: House) {
  return router()
    .route('/', instrumentRoutes(house))
    .route('/', waveRoutes(house))
    .route('/', targetRoutes(house))
    .route('/', resultsRoutes(house))
    .route('/', cleanUpRoutes(house));
}
