import { whenAsked } from '../job/apart.ts';
import { checked } from './check.ts';

// Checks one release; a large one would keep the thread that answers requests for seconds.

whenAsked(checked);
