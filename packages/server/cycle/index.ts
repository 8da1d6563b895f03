export { openRoundOf } from '../place/open-round.ts';
export { cycleRoom } from './room.ts';
