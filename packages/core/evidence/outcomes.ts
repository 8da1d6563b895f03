/** An outcome that studies are mapped by, with where its name comes from. */
export type Outcome = {
  readonly code: string;
  readonly label: string;
  readonly status: 'CONFIRMED' | 'PROPOSED';
  readonly source: string;
};

const coreSet = 'Modern Slavery Core Outcome Set';
const ours = 'our proposal, after the five pathways';

/** Columns of a map unless told others: the seven core outcomes of recovery, then what prevention is to bring about. */
export const outcomes: readonly Outcome[] = [
  { code: 'housing', label: 'Secure and suitable housing', status: 'CONFIRMED', source: coreSet },
  {
    code: 'safety',
    label: 'Safety from traffickers and abusers',
    status: 'CONFIRMED',
    source: coreSet,
  },
  {
    code: 'lasting-support',
    label: 'Long-term, consistent support',
    status: 'CONFIRMED',
    source: coreSet,
  },
  {
    code: 'trauma-informed',
    label: 'Compassionate, trauma-informed services',
    status: 'CONFIRMED',
    source: coreSet,
  },
  {
    code: 'purpose',
    label: 'Purpose and self-actualisation',
    status: 'CONFIRMED',
    source: coreSet,
  },
  { code: 'treatment', label: 'Access to medical treatment', status: 'CONFIRMED', source: coreSet },
  { code: 'education', label: 'Access to education', status: 'CONFIRMED', source: coreSet },
  {
    code: 'knowledge',
    label: 'Knowledge of rights and of exploitation',
    status: 'PROPOSED',
    source: ours,
  },
  { code: 'resources', label: 'Income and essentials', status: 'PROPOSED', source: ours },
  { code: 'control', label: 'Control over one’s work and life', status: 'PROPOSED', source: ours },
  { code: 'detection', label: 'Exploitation found early', status: 'PROPOSED', source: ours },
  {
    code: 'disruption',
    label: 'Offending deterred or disrupted',
    status: 'PROPOSED',
    source: ours,
  },
  { code: 'exploitation', label: 'Exploitation itself', status: 'PROPOSED', source: ours },
  { code: 're-exploitation', label: 'Re-exploitation', status: 'PROPOSED', source: ours },
  {
    code: 'working-together',
    label: 'Agencies working together',
    status: 'PROPOSED',
    source: ours,
  },
];
