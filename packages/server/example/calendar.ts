import { period, type Period } from '@freehold/core/period';

/** The example's days, counted from the day it is made, so that it is always about a year old. */
export type Calendar = {
  readonly at: (day: number) => Date;
  readonly on: (day: number) => string;
  /** The year that the yearly data are for: two years back, so that it lies before the first round. */
  readonly dataYear: number;
  /** The eight newest quarters that ended at least 60 days ago, oldest first. */
  readonly quarters: readonly Period[];
};

export function calendarFrom(now: Date): Calendar {
  const at = (day: number) => new Date(now.getTime() + day * 24 * 60 * 60 * 1000);
  return {
    at,
    on: (day) => isoDay(at(day)),
    dataYear: now.getUTCFullYear() - 2,
    quarters: quartersBefore(isoDay(at(-60))),
  };
}

function quartersBefore(day: string): readonly Period[] {
  const year = Number(day.slice(0, 4));
  return [year - 3, year - 2, year - 1, year]
    .flatMap((each) => [1, 2, 3, 4].map((q) => period(`${each}-Q${q}`)))
    .flatMap((quarter) => (quarter !== null && quarter.end <= day ? [quarter] : []))
    .slice(-8);
}

function isoDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
