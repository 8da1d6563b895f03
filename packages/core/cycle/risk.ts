import { z } from 'zod';

/** From 1 (rare; negligible) to 5 (almost certain; severe). */
export const RiskStep = z.int().min(1).max(5);

/** `accepted`: known, and nothing more is done about it for now; like `closed` it needs a reason. */
export const RiskStatus = z.enum(['open', 'accepted', 'closed']);
export type RiskStatus = z.infer<typeof RiskStatus>;

export type RiskFacts = {
  readonly id: string;
  readonly title: string;
  readonly likelihood: number;
  readonly impact: number;
  readonly status: RiskStatus;
  /** The ISO day on which somebody looks at it again; null where nobody has said. */
  readonly reviewOn: string | null;
};

/** What each step of likelihood is called, from 1 to 5. [RK-1] */
export const likelihoodWords = [
  'Rare',
  'Unlikely',
  'Possible',
  'Likely',
  'Almost certain',
] as const;
/** What each step of impact is called, from 1 to 5. [RK-1] */
export const impactWords = ['Negligible', 'Minor', 'Moderate', 'Major', 'Severe'] as const;

export type RiskBand = 'low' | 'medium' | 'high';

/** Likelihood times impact, 1 to 25. [RK-2] */
export function riskScore({
  likelihood,
  impact,
}: Pick<RiskFacts, 'likelihood' | 'impact'>): number {
  return likelihood * impact;
}

/** Up to 4 low, from 5 medium, from 12 high. [RK-2] */
export function riskBand(score: number): RiskBand {
  return score >= 12 ? 'high' : score >= 5 ? 'medium' : 'low';
}

/** How a risk's review stands: a closed one has none to come. The review day itself is not overdue. [RK-3] */
export function riskReview(
  { status, reviewOn }: Pick<RiskFacts, 'status' | 'reviewOn'>,
  today: string,
): 'none' | 'no-day' | 'overdue' | 'to-come' {
  if (status === 'closed') return 'none';
  if (reviewOn === null) return 'no-day';
  return reviewOn < today ? 'overdue' : 'to-come';
}

/** Risks by score, then impact, greatest first; equals by title. Closed ones are left out. [RK-4] */
export function standingRisks<R extends RiskFacts>(risks: readonly R[]): readonly R[] {
  return risks
    .filter(({ status }) => status !== 'closed')
    .toSorted(
      (a, b) =>
        riskScore(b) - riskScore(a) || b.impact - a.impact || a.title.localeCompare(b.title, 'en'),
    );
}

export type RiskCell<R> = {
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly band: RiskBand;
  readonly risks: readonly R[];
};

/** Five rows from impact 5 down to 1, each from likelihood 1 to 5; closed risks stand in no cell. [RK-4] */
export function riskMatrix<R extends RiskFacts>(
  risks: readonly R[],
): readonly (readonly RiskCell<R>[])[] {
  const standing = standingRisks(risks);
  return [5, 4, 3, 2, 1].map((impact) =>
    [1, 2, 3, 4, 5].map((likelihood) => {
      const score = riskScore({ likelihood, impact });
      return {
        ...{ likelihood, impact, score, band: riskBand(score) },
        risks: standing.filter((risk) => risk.likelihood === likelihood && risk.impact === impact),
      };
    }),
  );
}
