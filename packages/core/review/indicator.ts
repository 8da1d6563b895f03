import type { Placed } from '../framework/index.ts';
import { mean } from '../numeric/index.ts';
import { agreement } from './agreement.ts';
import { pointOf, type IndicatorAnswers } from './answers.ts';
import type { MeasuredScore } from './measured.ts';
import type { Basis, IndicatorScore } from './profile.ts';
import type { Answer } from './rating.ts';

/** Everything that one indicator's score rests on. `raters` is how many people take part in the review. */
export type Evidence = {
  readonly answers: IndicatorAnswers;
  readonly agreed: Answer | null;
  readonly measured: MeasuredScore | null;
  readonly raters: number;
};

/**
 * Scores one indicator. O(n) in the agencies. [RV-3] [RV-4] [RV-7] [RV-8] [RV-9] [RV-10]
 *
 * Context indicators show what was rated and measured and have no score.
 */
export function indicatorScore({ indicator, topic }: Placed, evidence: Evidence): IndicatorScore {
  const { answers, agreed, measured } = evidence;
  const values = [...answers.values].filter((value) => !Number.isNaN(value));
  const average = mean(values);
  const agreedScore = agreed === null || Number.isNaN(pointOf(agreed)) ? null : pointOf(agreed);
  const { basis, score } = scored(indicator, evidence, average);
  const how = agreement(values);
  const applicable = applies(evidence, basis);
  return {
    code: indicator.code,
    topic: topic.code,
    title: indicator.title,
    kind: indicator.kind,
    direction: indicator.direction,
    weight: indicator.weight,
    basis,
    applicable,
    score,
    mean: average,
    median: how?.median ?? null,
    quartiles: how?.quartiles ?? null,
    spread: how?.spread ?? null,
    withinOneStep: how?.withinOneStep ?? null,
    disagreement: how?.disagreement ?? null,
    agencies: values.length,
    raters: answers.raters.size,
    notApplicable: answers.notApplicable,
    dontKnow: answers.dontKnow,
    coverage: applicable ? coverage(evidence, basis) : 0,
    measuredScore: measured?.score ?? null,
    agreedScore,
    grades: answers.grades,
  };
}

/** Does it count towards its topic's score and coverage? */
export function counts({ direction, applicable }: IndicatorScore): boolean {
  return direction !== 'o' && applicable;
}

function scored(
  { kind, direction }: Placed['indicator'],
  { agreed, measured }: Evidence,
  average: number | null,
): { basis: Basis; score: number | null } {
  if (direction === 'o' || agreed === 'na' || agreed === 'dk')
    return { basis: 'none', score: null };
  if (agreed !== null) return { basis: 'agreed', score: pointOf(agreed) };
  if (kind === 'measured' && measured) return { basis: 'measured', score: measured.score };
  return average === null ? { basis: 'none', score: null } : { basis: 'ratings', score: average };
}

function applies({ answers, agreed, raters }: Evidence, basis: Basis): boolean {
  if (agreed === 'na') return false;
  if (agreed === 'dk' || basis === 'agreed' || basis === 'measured') return true;
  return raters === 0 || answers.notApplicable < raters;
}

function coverage({ answers, agreed, raters }: Evidence, basis: Basis): number {
  if (basis === 'agreed' || basis === 'measured') return 1;
  if (agreed === 'dk' || raters === 0) return 0;
  return answers.raters.size / (raters - answers.notApplicable);
}
