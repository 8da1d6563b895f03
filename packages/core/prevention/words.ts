import { mechanisms, type Layer, type MechanismCode, type SixC, type Timing } from './pathway.ts';
import type { InterventionStatus, NameStatus } from './intervention.ts';

// How this room’s codes read in a report and on screen; one place, so that both say the same.

export const timingSaid: Readonly<Record<Timing, string>> = {
  before: 'Before',
  early: 'Early',
  treat: 'Treat',
  're-trafficking': 'Re-trafficking',
};

export const layerSaid: Readonly<Record<Layer, string>> = {
  national: 'National',
  'regional-local': 'Regional and local',
  'service-design': 'Service design',
  'service-delivery': 'Service delivery',
};

export const sixCSaid: Readonly<Record<SixC, string>> = {
  coherent: 'Coherent',
  'co-ordinated': 'Co-ordinated',
  consistent: 'Consistent',
  comprehensive: 'Comprehensive',
  'co-operative': 'Co-operative',
  compliant: 'Compliant with international law',
};

export const statusSaid: Readonly<Record<InterventionStatus, string>> = {
  idea: 'Idea',
  planned: 'Planned',
  running: 'Running',
  ended: 'Ended',
};

/** Where the name of a type comes from. */
export const nameStatusSaid: Readonly<Record<NameStatus, string>> = {
  CONFIRMED: 'confirmed: a source names it as a type',
  EXAMPLE: 'example: a source names it as an example of its pathway',
  PRACTICE: 'practice: a source names it as promising',
  PROPOSED: 'proposed: the name is ours',
};

/** A pathway by the report's label; the article's where `article` is asked for. */
export function pathwaySaid(code: MechanismCode, article = false): string {
  const found = mechanisms.find((each) => each.code === code);
  return (article ? found?.article : found?.report) ?? code;
}

/** "£12,500" or "EUR 12,500", without pence where there are none. */
export function moneySaid(amount: number, currency: string): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  return amount.toLocaleString('en-GB', {
    ...{ style: 'currency', currency, currencyDisplay: 'narrowSymbol' },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
}
