import type { Framework, Indicator, Level, Topic } from './framework.ts';

/** An indicator with the topic and the level it stands in. */
export type Placed = {
  readonly level: Level;
  readonly topic: Topic;
  readonly indicator: Indicator;
};

/** Every indicator of a framework in its order, with where it stands. O(n). */
export function indicatorsOf(framework: Pick<Framework, 'levels'>): readonly Placed[] {
  return framework.levels.flatMap((level) =>
    level.topics.flatMap((topic) =>
      topic.indicators.map((indicator) => ({ level, topic, indicator })),
    ),
  );
}

/**
 * A framework cut down to what one profile asks; null where it has no such profile.
 *
 * Order is the framework's, not the profile's. Topics and levels that lose all their indicators leave.
 * Of the other profiles those stay that ask nothing outside the view; a profile that asks
 * "every indicator" stays only where the view is whole, or it would mean something else here.
 *
 * Holds: the view of a checked framework passes `checked`, and the view of a view is the view.
 */
export function viewOf(framework: Framework, profileCode: string): Framework | null {
  const profile = framework.profiles.find(({ code }) => code === profileCode);
  if (profile === undefined) return null;
  if (profile.items.length === 0) return framework;
  const asked = new Set(profile.items.map((item) => item.indicator));
  const levels = framework.levels.flatMap((level) => levelWith(level, asked));
  const whole = asked.size === indicatorsOf(framework).length;
  const profiles = framework.profiles.filter(({ items }) =>
    items.length === 0 ? whole : items.every((item) => asked.has(item.indicator)),
  );
  return { ...framework, profiles, levels };
}

function levelWith(level: Level, asked: ReadonlySet<string>): readonly Level[] {
  const topics = level.topics.flatMap((topic) => {
    const indicators = topic.indicators.filter(({ code }) => asked.has(code));
    return indicators.length > 0 ? [{ ...topic, indicators }] : [];
  });
  return topics.length > 0 ? [{ ...level, topics }] : [];
}
