export { theoriesOf, type CountedTheory, type StoredTheory } from './store.ts';
