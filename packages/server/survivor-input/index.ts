export { shownInput, survivorInputOf, type KeptInput } from './store.ts';
