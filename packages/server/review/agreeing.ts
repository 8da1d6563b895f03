import type { z } from '@hono/zod-openapi';
import { indicatorsOf, type Indicator } from '@freehold/core/framework';
import {
  heldBack,
  leastTogether,
  mostDisputedFirst,
  type IndicatorScore,
  type ReviewProfile,
} from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import { filesOf, type EvidenceFile } from '../rate/files.ts';
import { gather, profileFrom, type Gathered } from './gathered.ts';
import { frozen, profileOf } from './profile.ts';
import type { AgreeingIndicator, AgreeingPage, MeasuredBeside } from './shapes.ts';
import type { KeptReview } from './store.ts';

type File = EvidenceFile & { readonly rater: string };

/**
 * What the agencies look at together, for closed rounds only. `single`: every rating stands beside its indicator;
 * without it, what five agencies or more said as figures, and of the rest only that it is held back.
 */
export async function agreeingPage(
  tx: Work,
  review: KeptReview,
  { single }: { readonly single: boolean },
): Promise<z.infer<typeof AgreeingPage>> {
  const gathered = await gather(tx, review);
  const whole = frozen(review.state) ? await profileOf(tx, review) : profileFrom(gathered, review);
  const profile = single ? whole : heldBack(whole);
  const files = single ? Map.groupBy(await filesOf(tx, review.id), fileKey) : null;
  const asked = new Map(
    indicatorsOf(gathered.view).map(({ indicator }) => [indicator.code, indicator]),
  );
  const show = (score: IndicatorScore) =>
    indicatorBeside(score, asked.get(score.code), { gathered, profile, files });
  return {
    single,
    leastTogether,
    topics: profile.topics.map(({ code, title, level, alpha }) => ({
      ...{ code, title, level, alpha },
      indicators: mostDisputedFirst(
        profile.indicators.filter(({ topic }) => topic === code),
      ).flatMap(show),
    })),
    agreedCount: gathered.agreed.filter(({ indicator }) => asked.has(indicator)).length,
    total: asked.size,
  };
}

type Beside = {
  readonly gathered: Gathered;
  readonly profile: ReviewProfile;
  /** Null where single ratings are not shown. */
  readonly files: ReadonlyMap<string, readonly File[]> | null;
};

function indicatorBeside(
  score: IndicatorScore,
  indicator: Indicator | undefined,
  beside: Beside,
): readonly AgreeingIndicator[] {
  if (indicator === undefined) return [];
  const { code, title, kind, direction, median, quartiles, withinOneStep, spread } = score;
  const agreed = beside.gathered.agreed.find((each) => each.indicator === code);
  return [
    {
      ...{ code, title, kind, direction, median, quartiles, withinOneStep, spread },
      question: indicator.question,
      anchors: indicator.anchors,
      held: score.held === true,
      agencies: score.agencies,
      ratings: ratingsBeside(code, beside),
      disagreement: score.disagreement,
      dontKnow: score.held === true ? null : score.dontKnow,
      notApplicable: score.held === true ? null : score.notApplicable,
      measured: measuredBeside(score, indicator, beside),
      agreed: agreed
        ? {
            answer: agreed.answer,
            rationale: agreed.rationale,
            dissent: agreed.dissent,
            byName: agreed.byName,
            at: agreed.at.toISOString(),
          }
        : null,
    },
  ];
}

function ratingsBeside(code: string, { gathered, files }: Beside): AgreeingIndicator['ratings'] {
  if (files === null) return [];
  return gathered.ratings
    .filter(({ indicator }) => indicator === code)
    .map(({ rater, indicator, agency, roleTitle, answer, grade, confidence, comment, link }) => ({
      ...{ agency, roleTitle, answer, grade, confidence, comment, link },
      files: (files.get(fileKey({ rater, indicator })) ?? []).map(({ id, name, type, size }) => ({
        ...{ id, name, type, size },
      })),
    }));
}

function fileKey({ rater, indicator }: { readonly rater: string; readonly indicator: string }) {
  return `${rater} ${indicator}`;
}

/** The value that was scored, or where it is context or its group is too small, the one that is known. */
function measuredBeside(
  { code, measuredScore }: IndicatorScore,
  { measure }: Indicator,
  { gathered, profile }: Beside,
): z.infer<typeof MeasuredBeside> | null {
  const now = gathered.measured.get(measure);
  const scored = profile.recipe.measured.find(({ indicator }) => indicator === code);
  if (now === undefined) return null;
  const { title, unit, placeName, source } = now;
  const { value, period } = scored ?? now;
  const by = scored?.by ?? null;
  return { score: measuredScore, by, value, period, title, unit, placeName, source };
}
