/** Whole days from one ISO day to another; negative where the second is the earlier. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / msPerDay);
}

const msPerDay = 24 * 60 * 60 * 1000;
