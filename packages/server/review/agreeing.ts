import type { z } from '@hono/zod-openapi';
import { indicatorsOf, type Indicator } from '@freehold/core/framework';
import { mostDisputedFirst, type IndicatorScore, type ReviewProfile } from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import { filesOf, type EvidenceFile } from '../rate/files.ts';
import { gather, profileFrom, type Gathered } from './gathered.ts';
import { frozen, profileOf } from './profile.ts';
import type { AgreeingIndicator, AgreeingPage, MeasuredBeside } from './shapes.ts';
import type { KeptReview } from './store.ts';

type File = EvidenceFile & { readonly rater: string };

/** What the agencies look at together: every rating beside its indicator. For closed rounds only. */
export async function agreeingPage(
  tx: Work,
  review: KeptReview,
): Promise<z.infer<typeof AgreeingPage>> {
  const gathered = await gather(tx, review);
  const profile = frozen(review.state)
    ? await profileOf(tx, review)
    : profileFrom(gathered, review);
  const files = Map.groupBy(await filesOf(tx, review.id), fileKey);
  const asked = new Map(
    indicatorsOf(gathered.view).map(({ indicator }) => [indicator.code, indicator]),
  );
  const show = (score: IndicatorScore) =>
    indicatorBeside(score, asked.get(score.code), { gathered, profile, files });
  return {
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
  readonly files: ReadonlyMap<string, readonly File[]>;
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
      ratings: ratingsBeside(code, beside),
      disagreement: score.disagreement,
      dontKnow: score.dontKnow,
      notApplicable: score.notApplicable,
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
