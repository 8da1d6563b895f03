export { risksOf, shownRisk, type KeptRisk } from './store.ts';
