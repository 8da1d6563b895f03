import type { BaselinePoint } from '@freehold/core/crisis';

/** How long each period of a typed baseline is, in days. */
export const lengths = [
  ['1', 'a day'],
  ['7', 'a week'],
  ['28', 'four weeks'],
] as const;

/** What is typed of a baseline: counts oldest first, the last day of the last one, how many days each has. */
export type TypedBaseline = {
  readonly counts: string;
  readonly lastDay: string;
  readonly days: number;
};

/**
 * The periods that were meant, each right after the one before; a dash is a period that was not counted. Null where
 * something else than whole numbers is typed, or no day.
 *
 * @example periodsOf({ counts: '3 5 -', lastDay: '2026-03-01', days: 7 })
 */
export function periodsOf({ counts, lastDay, days }: TypedBaseline): BaselinePoint[] | null {
  const words = counts.split(/[\s,;]+/).filter((word) => word !== '');
  const last = Date.parse(lastDay);
  if (Number.isNaN(last) || words.some((word) => !/^(\d{1,6}|[-–])$/.test(word))) return null;
  return words.map((word, at) => {
    const end = last - (words.length - 1 - at) * days * dayLong;
    const known = /^\d/.test(word);
    return {
      ...{ start: iso(end - (days - 1) * dayLong), end: iso(end) },
      ...{ count: known ? Number(word) : null, suppressed: false },
    };
  });
}

const dayLong = 86_400_000;

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
