export { interventionsOf, type KeptIntervention } from './store.ts';
export { typesOf } from './type-store.ts';
