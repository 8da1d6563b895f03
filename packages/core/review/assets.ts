import { z } from 'zod';
import { isUnder } from '../numeric/index.ts';
import type { GapStatus, Severity } from './gap.ts';
import type { TopicScore } from './profile.ts';

export const AssetKind = z.enum([
  'organisation',
  'service',
  'person-role',
  'building',
  'skill',
  'funding',
  'network',
  'power',
  'data',
  'community-group',
]);
export type AssetKind = z.infer<typeof AssetKind>;

/** What the lists below look at; removed assets are left out beforehand. */
export type AssetTopics = { readonly topics: readonly string[] };
export type GapTopic = {
  readonly topic: string;
  readonly severity: Severity;
  readonly status: GapStatus;
};

/** A topic scored under this lies low: the gap to 4 is more than half the scale. */
export const lowScoreUnder = 2;

/** How many assets each topic has; a topic without any has 0. An asset counts once for each of its topics. */
export function assetCover(
  topics: readonly string[],
  assets: readonly AssetTopics[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    topics.map((topic) => [topic, assets.filter((asset) => asset.topics.includes(topic)).length]),
  );
}

/**
 * Topics that lie low, or have a kept gap of high severity, and no asset to build on: the lowest score first,
 * those without a score last, equals in the framework's order. [RV-25]
 */
export function highGapNoAsset(
  topics: readonly Pick<TopicScore, 'code' | 'title' | 'score'>[],
  gaps: readonly GapTopic[],
  assets: readonly AssetTopics[],
): readonly { readonly topic: string; readonly title: string; readonly score: number | null }[] {
  const covered = new Set(assets.flatMap((asset) => asset.topics));
  const high = new Set(
    gaps
      .filter(({ severity, status }) => severity === 'high' && status === 'kept')
      .map(({ topic }) => topic),
  );
  return topics
    .filter(
      ({ code, score }) =>
        !covered.has(code) && (high.has(code) || (score !== null && isUnder(score, lowScoreUnder))),
    )
    .map(({ code, title, score }) => ({ topic: code, title, score }))
    .toSorted((a, b) => (a.score ?? 5) - (b.score ?? 5));
}

/** Assets that no action or agreement draws on yet, as they came. */
export function unusedAssets<T extends { readonly used: boolean }>(
  assets: readonly T[],
): readonly T[] {
  return assets.filter(({ used }) => !used);
}
