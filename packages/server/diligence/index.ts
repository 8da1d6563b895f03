export { diligenceCounts, type DiligenceCounts } from './counts.ts';
