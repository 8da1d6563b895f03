import { number, percent } from '../document/index.ts';
import type { BarrierStatus } from './barrier.ts';
import type { AmountBand, ClaimOutcome, ClaimStage, Duration, Represented } from './claim.ts';
import type { Shown } from './hide-parts.ts';
import type { MedianBand } from './median-band.ts';
import type { Met, RatedBy, RecoveryPoint } from './outcome.ts';
import type { Rate } from './remedy.ts';
import type { Jurisdiction, RouteType } from './route.ts';

// How reports, pages and files name what is counted: one wording for all.

export const outcomeWords: Readonly<Record<ClaimOutcome, string>> = {
  pending: 'Pending',
  awarded: 'Awarded',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

export const stageWords: Readonly<Record<ClaimStage, string>> = {
  preparing: 'Being prepared',
  waiting: 'Waiting for a decision',
  decided: 'Not yet paid in full',
  paid: 'Paid in full',
};

export const representedWords: Readonly<Record<Represented, string>> = {
  yes: 'With a representative',
  no: 'Without a representative',
  'not-known': 'Not known',
};

export const bandWords: Readonly<Record<AmountBand, string>> = {
  'under-1000': 'Under £1,000',
  '1000-4999': '£1,000 to £4,999',
  '5000-19999': '£5,000 to £19,999',
  '20000-more': '£20,000 or more',
  'not-known': 'Not known',
};

export const durationWords: Readonly<Record<Duration, string>> = {
  'under-6': 'Under 6 months',
  '6-11': '6 to 11 months',
  '12-23': '12 to 23 months',
  '24-more': '24 months or more',
  'not-known': 'Not known',
};

export const pointWords: Readonly<Record<RecoveryPoint, string>> = {
  entry: 'At entry',
  m3: 'After 3 months',
  m6: 'After 6 months',
  m12: 'After 12 months',
  m24: 'After 24 months',
};

export const raterWords: Readonly<Record<RatedBy, string>> = {
  survivor: 'Survivors’ own rating',
  worker: 'Workers’ rating',
};

export const metWords: Readonly<Record<Met, string>> = {
  met: 'Met',
  partly: 'Partly met',
  not: 'Not met',
  unknown: 'Unknown',
};

export const routeTypeWords: Readonly<Record<RouteType, string>> = {
  'state-scheme': 'State scheme',
  'reparation-order': 'Reparation order',
  restitution: 'Order of a criminal court',
  civil: 'Civil claim',
  'employment-tribunal': 'Tribunal',
  employer: 'From the employer or company',
  other: 'Other',
};

export const jurisdictionWords: Readonly<Record<Jurisdiction, string>> = {
  'england-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
  any: 'Anywhere',
};

export const barrierWords: Readonly<Record<BarrierStatus, string>> = {
  seen: 'Seen',
  'worked-on': 'Being worked on',
  removed: 'Removed',
  left: 'Left as it is',
};

/** A count in words: `[c]` where it is hidden. */
export function shownWords(n: Shown): string {
  return n === null ? '[c]' : number(n);
}

/** "62% (45% to 77%, n 34)", `[c]`, or a dash where there is nothing to take a share of. */
export function rateWords({ value, low, high, n, because }: Rate): string {
  if (because === 'suppressed') return '[c]';
  if (value === null || low === null || high === null || n === null) return '–';
  return `${percent(value)} (${percent(low)} to ${percent(high)}, n ${number(n)})`;
}

/** "6 to 11 months (interval: under 6 months to 12 to 23 months; n 20)" */
export function medianWords(median: MedianBand): string {
  if (median.kind === 'none') return median.because === 'suppressed' ? '[c]' : '–';
  const say = (band: string) => (isDuration(band) ? durationWords[band].toLowerCase() : band);
  const middle =
    median.from === median.to
      ? say(median.from)
      : `between ${say(median.from)} and ${say(median.to)}`;
  return `${middle} (interval: ${say(median.low)} up to ${say(median.high)}; n ${number(median.n)})`;
}

function isDuration(band: string): band is Duration {
  return band in durationWords;
}

/** What stands under every table of counts. */
export function hidingNote(least: number): string {
  return `[c]: hidden, because the count is under ${least} or would give another away. Rates and intervals are worked out from what is shown. No figure is about one person.`;
}
