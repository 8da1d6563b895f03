import { z } from 'zod';

export const MechanismCode = z.enum(['ACCESS', 'LITERACY', 'POWER', 'DETER', 'PARTNER']);
/** One of the five pathways by which prevention works, under its one code. */
export type MechanismCode = z.infer<typeof MechanismCode>;

/** The two labels a pathway bears in the literature; both are shown. */
export type Mechanism = {
  readonly code: MechanismCode;
  /** In the report of 2022. */
  readonly report: string;
  /** In the journal article. */
  readonly article: string;
};

/** Source: Such et al. 2022 (report, Modern Slavery PEC) and its journal version, "BETR prevention framework". */
export const mechanisms: readonly Mechanism[] = [
  {
    code: 'ACCESS',
    report: 'Enabling access to resources',
    article: 'Access to the essentials of life',
  },
  { code: 'LITERACY', report: 'Promoting literacy', article: 'Critical literacy' },
  { code: 'POWER', report: 'Building power and control', article: 'Power and control' },
  { code: 'DETER', report: 'Deterrence and disruption', article: 'Deterrence and disruption' },
  { code: 'PARTNER', report: 'Building partnerships', article: 'Partnership' },
];

export const Timing = z.enum(['before', 'early', 'treat', 're-trafficking']);
/** BETR: before harm, early, treating harm, and against re-trafficking. */
export type Timing = z.infer<typeof Timing>;

export const Layer = z.enum(['national', 'regional-local', 'service-design', 'service-delivery']);
/** Layers of a public-health approach. */
export type Layer = z.infer<typeof Layer>;

export const SixC = z.enum([
  'coherent',
  'co-ordinated',
  'consistent',
  'comprehensive',
  'co-operative',
  'compliant',
]);
/** What national policy should be; "compliant" is with international law. Source: Such et al. 2024. */
export type SixC = z.infer<typeof SixC>;
