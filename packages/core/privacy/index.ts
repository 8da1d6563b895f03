export { bernoulli, bernoulliExp, shuffled, uniform, type Words } from './chance.ts';
export {
  deltaOf,
  epsilonOf,
  gaussianRho,
  gaussianVariance,
  pureRho,
  rhoWithin,
  type Rho,
} from './concentrated.ts';
export { epsilonSeen, rhoSeen, type Apart, type Event, type Seen } from './distinguish.ts';
export { mayLeave } from './leaving.ts';
export {
  broken,
  Budget,
  Charge,
  charged,
  faults,
  left,
  Ledger,
  LedgerLine,
  letLeave,
  shownToPublic,
  spent,
  type Chained,
  type Digest,
  type Spent,
} from './ledger.ts';
export { broughtUpTo, isLedgerOf, newLedger } from './new-ledger.ts';
export { discreteGaussian, discreteLaplace, drawable, type Variance } from './noise.ts';
