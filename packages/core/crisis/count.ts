/** Counts of a day: concerns that came in, and people known from before who were seen again. Null is not counted. */
export type DayCount = {
  readonly day: string;
  readonly concerns: number | null;
  readonly again: number | null;
};

/**
 * A count as it may leave the house: from `low` up to `high`, both included; under the least cell it is suppressed,
 * `low` 0. Null where nothing was counted. [CR-8]
 */
export type StepCount = {
  readonly low: number;
  readonly high: number;
  readonly suppressed: boolean;
};

/**
 * A count in steps of the least cell. A least cell of 0 or 1 hides nothing.
 *
 * @example stepOf(7, 5) // => { low: 5, high: 9, suppressed: false }
 */
export function stepOf(count: number | null, least: number): StepCount | null {
  if (count === null) return null;
  const step = Math.max(1, least);
  const low = Math.floor(count / step) * step;
  return { low, high: low + step - 1, suppressed: step > 1 && count < step };
}

/** "[c]", "5–9", "7" where nothing is hidden, and an en dash for a day that was not counted. [CR-8] */
export function stepSaid(step: StepCount | null): string {
  if (step === null) return '–';
  if (step.suppressed) return '[c]';
  return step.low === step.high ? String(step.low) : `${step.low}–${step.high}`;
}

export type Watched = 'concerns' | 'again';

/** How much was counted on how many days; null where none was. [CR-8] */
export function counted(
  days: readonly DayCount[],
  what: Watched,
): { readonly count: number; readonly days: number } | null {
  const found = days.flatMap((each) => each[what] ?? []);
  if (found.length === 0) return null;
  return { count: found.reduce((sum, each) => sum + each, 0), days: found.length };
}

/** The newest days that lie within a week of the newest one. */
export function lastWeek(days: readonly DayCount[]): readonly DayCount[] {
  const newest = days.reduce((last, { day }) => (day > last ? day : last), '');
  if (newest === '') return [];
  const from = new Date(Date.parse(newest) - 6 * 86_400_000).toISOString().slice(0, 10);
  return days.filter(({ day }) => day >= from);
}
