export { actionsOf, addAction, type KeptAction } from './store.ts';
export { targetsOf, type StandingTarget } from './targets.ts';
export { keepReminding, remind } from './remind.ts';
export { actionRoom } from './room.ts';
