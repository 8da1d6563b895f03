// Trying to refute what a mechanism claims. In one breath:
//
//   const mechanism = privateRelease({ epsilon: 1, delta: 1e-6, length: 2 })
//   const report = audited(mechanism, auditPairs(), words, { runs: 2000, falseAlarm: 0.001 })    // null: stopped
//
// A pair is data: two tables that differ in one subject. A mechanism is a black box from a table and chance to what is
// told. `histogram(claim, flaw)` is a small one to try the audit on, whole or broken on purpose.
export { audited, type AuditOptions, type AuditReport, type Finding, type Sight } from './audit.ts';
export { flaws, type Flaw } from './flaw.ts';
export { histogram } from './histogram.ts';
export { type Claim, type Mechanism, type Told, type ToldCount } from './mechanism.ts';
export { type Difference } from './metadata.ts';
export { neighbours, type Pair, type Relation } from './pair.ts';
export { auditPairs } from './pairs.ts';
export { privateRelease } from './private.ts';
