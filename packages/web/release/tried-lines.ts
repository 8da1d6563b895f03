import type { OverRuns, PrivateSettings, Tried, TriedLength } from '@freehold/core/release';
import { number } from '../words.ts';

/** A line of what was tried: a setting in words, and its figures for one length or for all (0). */
export type TriedLine = {
  readonly settings: PrivateSettings;
  readonly title: string;
  readonly figures: TriedLength;
};

/** Which figure is looked at. */
export type Look = 'kept' | 'error' | 'invented';

/** A line for each setting and length. */
export function triedLines(tried: readonly Tried[]): readonly TriedLine[] {
  return tried.flatMap(({ settings, byLength }) =>
    byLength.map((figures) => ({
      ...{ settings, figures },
      title: `ε ${settings.epsilon}, up to ${settings.length}`,
    })),
  );
}

/** A figure of a line as it is drawn: shares in percent. */
export function figureOf(figures: TriedLength, look: Look): OverRuns {
  const found = figures[look];
  if (found === null || look === 'error') return found;
  const { value, low, high } = found;
  return { value: 100 * value, low: 100 * low, high: 100 * high };
}

/** What the figure shows, as a sentence: the best setting and the worst. */
export function triedFinding(lines: readonly TriedLine[], look: Look): string {
  const sorted = lines
    .flatMap(({ title, figures }) => {
      const figure = figureOf(figures, look);
      return figure === null ? [] : [{ title, value: figure.value }];
    })
    .toSorted((a, b) => (look === 'kept' ? b.value - a.value : a.value - b.value));
  const [best, worst] = [sorted[0], sorted.at(-1)];
  if (best === undefined || worst === undefined) return 'No setting told anything to reckon from';
  const first = `${best.title} ${says[look](best.value)}`;
  return sorted.length === 1 ? first : `${first}; ${worst.title} ${says[look](worst.value)}`;
}

const says: Readonly<Record<Look, (value: number) => string>> = {
  kept: (value) => `keeps ${number(value)}%`,
  error: (value) => `is off by ${number(value, 1)}`,
  invented: (value) => `invents ${number(value, 1)}%`,
};
