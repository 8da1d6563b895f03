import { impactWords, likelihoodWords, riskBand, type RiskBand } from '@freehold/core/cycle';
import { sayProblems } from '../words.ts';

export const bandWords: Readonly<Record<RiskBand, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
};

type Weighed = { readonly likelihood: number; readonly impact: number };

/** "4 likely × 3 moderate = 12": the score as arithmetic. */
export function arithmetic({ likelihood, impact }: Weighed): string {
  return `${likelihood} ${likely(likelihood)} × ${impact} ${grave(impact)} = ${likelihood * impact}`;
}

export function bandOf({ likelihood, impact }: Weighed): RiskBand {
  return riskBand(likelihood * impact);
}

function likely(step: number): string {
  return (likelihoodWords[step - 1] ?? '').toLowerCase();
}

function grave(step: number): string {
  return (impactWords[step - 1] ?? '').toLowerCase();
}

sayProblems({
  'risk-reason-needed': () => 'Say why it is accepted or closed: somebody will ask in a year.',
  'action-unknown': () =>
    'An action that is linked here is not there any more. Load the page again.',
});
