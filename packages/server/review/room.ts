import { router, type House } from '../http/house.ts';
import { agreeingRoutes } from './agreeing-routes.ts';
import { changeRoutes } from './change-routes.ts';
import { priorityRoutes } from './priority-routes.ts';
import { raterRoutes } from './rater-routes.ts';
import { reportRoutes } from './report/routes.ts';
import { reviewRoutes } from './routes.ts';
import { sharingRoutes } from './sharing-routes.ts';

/** Every route of the review room that members use. */
export function reviewRoom(house: House) {
  return router()
    .route('/', reviewRoutes(house))
    .route('/', changeRoutes(house))
    .route('/', raterRoutes(house))
    .route('/', agreeingRoutes(house))
    .route('/', priorityRoutes(house))
    .route('/', reportRoutes(house))
    .route('/', sharingRoutes(house));
}
