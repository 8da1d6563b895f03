import type { Framework, Indicator, Level, Profile } from '@freehold/core/framework';

/** What is looked for in a framework; all of it may be empty. */
export type Wanted = { readonly profile: Profile | null; readonly text: string };

/** The levels, topics and indicators that fit, in their order; what holds nothing any more leaves. */
export function fitting(levels: readonly Level[], { profile, text }: Wanted): readonly Level[] {
  const asked = itemsOf(profile);
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (asked === null && words.length === 0) return levels;
  const fits = (indicator: Indicator) =>
    (asked === null || asked.has(indicator.code)) &&
    (words.length === 0 || containsAll(searched(indicator, asked?.get(indicator.code)), words));
  return levels.flatMap((level) => {
    const topics = level.topics.flatMap((topic) => {
      const indicators = topic.indicators.filter(fits);
      return indicators.length > 0 ? [{ ...topic, indicators }] : [];
    });
    return topics.length > 0 ? [{ ...level, topics }] : [];
  });
}

export type Item = Profile['items'][number];

/** What a profile asks, by indicator; null where it asks everything. */
export function itemsOf(profile: Profile | null): ReadonlyMap<string, Item> | null {
  if (profile === null || profile.items.length === 0) return null;
  return new Map(profile.items.map((item) => [item.indicator, item]));
}

export function countIndicators(levels: readonly Level[]): number {
  return levels.reduce(
    (sum, { topics }) => topics.reduce((all, { indicators }) => all + indicators.length, sum),
    0,
  );
}

export function countTopics(levels: readonly Level[]): number {
  return levels.reduce((sum, { topics }) => sum + topics.length, 0);
}

/** How many indicators a profile asks. */
export function sizeOf(framework: Framework, profile: Profile): number {
  return profile.items.length === 0 ? countIndicators(framework.levels) : profile.items.length;
}

// The words of an indicator are looked through with every letter typed.
const kept = new WeakMap<Indicator, string>();

function searched(indicator: Indicator, item: Item | undefined): string {
  const known = kept.get(indicator);
  const { code, title, question, help } = indicator;
  const own = known ?? plain([code, title, question, help].join('\n'));
  if (known === undefined) kept.set(indicator, own);
  return item === undefined ? own : `${own}\n${plain(item.statement)}`;
}

function containsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
