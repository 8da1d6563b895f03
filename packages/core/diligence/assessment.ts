import { z } from 'zod';
import { Dimension, iloIndicators } from './clause.ts';

export const IndicatorCode = z.enum(iloIndicators.map(({ code }) => code));
export const Answer = z.enum(['yes', 'no', 'unknown']);
export type Answer = z.infer<typeof Answer>;

/** Each of the eleven indicators with what is known of it; one that is left out is unknown. [DD-15] */
export const Answers = z.partialRecord(
  IndicatorCode,
  z.strictObject({ answer: Answer, evidence: z.string().trim().max(2000) }),
);
export type Answers = z.infer<typeof Answers>;

/**
 * When to prompt a referral: any of `alone`; or `together` indicators, over at least `dimensions` of the four. An
 * indicator counts for each dimension it speaks to. [DD-16]
 */
export const AssessmentRule = z.strictObject({
  alone: z.array(IndicatorCode).max(11),
  together: z.int().min(1).max(11),
  dimensions: z.int().min(1).max(4),
  status: z.enum(['confirmed', 'proposed']),
  source: z.string().trim().max(1000),
});
export type AssessmentRule = z.infer<typeof AssessmentRule>;

export const shippedAssessmentRule: AssessmentRule = {
  alone: ['ilo-3', 'ilo-5', 'ilo-6', 'ilo-7', 'ilo-9'],
  together: 2,
  dimensions: 2,
  status: 'proposed',
  source:
    'PROPOSED. The ILO says that one indicator may suffice or several together; which do is not fixed.',
};

export const Prompt = z.enum(['refer', 'find-out-more', 'no-prompt']);
export type Prompt = z.infer<typeof Prompt>;

/** What an assessment says to do next: never what somebody is or has gone through. [DD-17] */
export const AssessmentResult = z.strictObject({
  prompt: Prompt,
  yes: z.array(IndicatorCode),
  no: z.array(IndicatorCode),
  unknown: z.array(IndicatorCode),
  dimensions: z.array(z.strictObject({ dimension: Dimension, yes: z.int(), unknown: z.int() })),
  /** The indicators that suffice alone and are there. */
  alone: z.array(IndicatorCode),
});
export type AssessmentResult = z.infer<typeof AssessmentResult>;

/**
 * What the answers ask for: a referral where the rule is met; to find out more where any indicator is there, or
 * where what is unknown could still meet the rule; otherwise nothing.
 *
 * Holds: an unknown is never taken for a no: with an unknown in place of a no, the prompt never becomes weaker.
 * [DD-15] [DD-16]
 */
export function assessed(answers: Answers, rule: AssessmentRule): AssessmentResult {
  const coded = (answer: Answer) =>
    iloIndicators
      .map(({ code }) => code)
      .filter((code) => (answers[code]?.answer ?? 'unknown') === answer);
  const [yes, no, unknown] = [coded('yes'), coded('no'), coded('unknown')];
  const met = meets(yes, rule);
  const mayBeMet = meets([...yes, ...unknown], rule);
  return {
    prompt: met ? 'refer' : yes.length > 0 || mayBeMet ? 'find-out-more' : 'no-prompt',
    ...{ yes, no, unknown },
    dimensions: Dimension.options.map((dimension) => ({
      dimension,
      yes: speakingTo(dimension, yes).length,
      unknown: speakingTo(dimension, unknown).length,
    })),
    alone: yes.filter((code) => rule.alone.includes(code)),
  };
}

function meets(codes: readonly string[], { alone, together, dimensions }: AssessmentRule): boolean {
  if (codes.some((code) => alone.some((each) => each === code))) return true;
  const spoken = Dimension.options.filter((each) => speakingTo(each, codes).length > 0);
  return codes.length >= together && spoken.length >= dimensions;
}

function speakingTo(dimension: Dimension, codes: readonly string[]): readonly string[] {
  return iloIndicators
    .filter((each) => codes.includes(each.code) && each.dimensions.includes(dimension))
    .map(({ code }) => code);
}
