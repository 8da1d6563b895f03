export {
  chainStart,
  chainText,
  followed,
  type AuditEntry,
  type ChainedEntry,
  type ChainState,
} from './chain.ts';
