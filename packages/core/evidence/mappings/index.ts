import { StudyMapping } from '../study-table.ts';
import systematicMap from './systematic-map.json' with { type: 'json' };

/** A mapping that ships as an example: a real systematic map's table, outcomes as yes or blank columns. */
export const exampleMapping: StudyMapping = StudyMapping.parse(systematicMap);
