import { router, type House } from '../http/house.ts';
import { actionCsvRoutes } from './csv-routes.ts';
import { reminderRoutes } from './reminder-routes.ts';
import { actionRoutes } from './routes.ts';
import { targetRoutes } from './target-routes.ts';

/** Every route of actions, their reminders, and targets. */
export function actionRoom(house: House) {
  return router()
    .route('/', actionRoutes(house))
    .route('/', actionCsvRoutes(house))
    .route('/', reminderRoutes(house))
    .route('/', targetRoutes(house));
}
