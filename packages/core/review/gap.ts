import { z } from 'zod';
import type { ReviewProfile } from './profile.ts';

/** What is missing. */
export const GapKind = z.enum([
  'service',
  'data',
  'knowledge',
  'policy',
  'resource',
  'representation',
]);
export type GapKind = z.infer<typeof GapKind>;

export const Severity = z.enum(['low', 'medium', 'high']);
export type Severity = z.infer<typeof Severity>;

/** A gap is proposed by a person or by arithmetic; only a person keeps, dismisses or closes it. */
export const GapStatus = z.enum(['proposed', 'kept', 'dismissed', 'closed']);
export type GapStatus = z.infer<typeof GapStatus>;

/** What a gap is about: a topic, or one indicator in it (`indicator` is '' for the topic as a whole). */
export type GapPlace = { readonly topic: string; readonly indicator: string };

/** The score of what a gap is about; null where there is none. */
export function scoreOf(
  profile: Pick<ReviewProfile, 'topics' | 'indicators'>,
  { topic, indicator }: GapPlace,
): number | null {
  const found =
    indicator === ''
      ? profile.topics.find(({ code }) => code === topic)
      : profile.indicators.find(({ code }) => code === indicator);
  return found?.score ?? null;
}
