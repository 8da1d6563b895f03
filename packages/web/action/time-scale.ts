import { scale } from '../figure/scale.ts';

/** A straight scale from ISO days to pixels, with a tick on the first of some months. */
export type TimeScale = {
  readonly at: (day: string) => number;
  readonly ticks: readonly { readonly day: string; readonly words: string }[];
};

/** `fit` is how many labels there is room for. */
export function timeScale(
  [first, last]: readonly [string, string],
  pixels: readonly [number, number],
  fit: number,
): TimeScale {
  const days = scale([Date.parse(first), Date.parse(last)], pixels);
  return { at: (day) => days.at(Date.parse(day)), ticks: ticksOf(first, last, fit) };
}

const steps = [1, 2, 3, 6, 12, 24, 60, 120] as const;

function ticksOf(first: string, last: string, fit: number): TimeScale['ticks'] {
  const [from, to] = [monthOf(first), monthOf(last)];
  const every = steps.find((step) => (to - from) / step <= Math.max(1, fit)) ?? 240;
  const months = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return months
    .filter((month) => month % every === 0)
    .map((month) => ({ day: dayOf(month), words: wordsFor(month, every) }))
    .filter(({ day }) => day >= first && day <= last);
}

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function dayOf(month: number): string {
  const [year, of] = [Math.floor(month / 12), (month % 12) + 1];
  return `${year}-${String(of).padStart(2, '0')}-01`;
}

function wordsFor(month: number, every: number): string {
  const year = Math.floor(month / 12);
  if (every >= 12) return String(year);
  return new Date(dayOf(month)).toLocaleDateString('en-GB', {
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  });
}
