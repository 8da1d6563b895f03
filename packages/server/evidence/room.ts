import { claimRoutes } from './claim-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { gradeRoutes } from './grade-routes.ts';
import { groupRoutes } from './group-routes.ts';
import { guideRoutes } from './guide-routes.ts';
import { importRoutes } from './import-routes.ts';
import { livingRoutes } from './living-routes.ts';
import { sourceRoutes } from './source-routes.ts';
import { studyRoutes } from './study-routes.ts';

/** The routes of the register, side by side: merged into one type they would cost the compiler a minute. */
export const evidenceRooms = [
  claimRoutes,
  studyRoutes,
  gradeRoutes,
  sourceRoutes,
  groupRoutes,
  livingRoutes,
  importRoutes,
  exportRoutes,
  guideRoutes,
] as const;
