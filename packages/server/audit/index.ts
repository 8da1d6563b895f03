export { verifyAudit } from './store.ts';
