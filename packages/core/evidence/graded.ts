import type { Claim, ClaimLink, Confidence, ConfidenceRule, Stance } from './claim.ts';
import type { Verdict } from './grade.ts';
import type { Study } from './study.ts';

/** What the rule looks at in a study. */
export type Bears = Pick<Study, 'id' | 'sample' | 'sms' | 'countries' | 'setting'>;

/** The rule of a register that has set none of its own. */
export const usualRule = {
  strongFrom: 3,
  manyWeak: 3,
  moderateStudies: 2,
  moderateShare: 0.6,
  highStudies: 3,
  highShare: 0.8,
  highContexts: 2,
};

/** What a claim rests on, and what follows from it by the rule. */
export type Graded = {
  /** Independent studies bearing on the claim. */
  readonly n: number;
  /** Of these, strong ones. */
  readonly strong: number;
  readonly stances: Readonly<Record<Stance, number>>;
  /** The share of independent studies in the majority's stance; null without any. */
  readonly share: number | null;
  readonly contexts: number;
  /** By the rule alone. */
  readonly ruled: Confidence;
  /** What stands: the rule's word, or a person's over it. */
  readonly confidence: Confidence;
  readonly overridden: boolean;
  /** Which sentence of the rule gave the word. */
  readonly because: Because;
  /** The verdict that the numbers suggest; a person's own stands in the claim. */
  readonly proposedVerdict: Verdict;
  /** Linked studies that are not in the register; they count for nothing. */
  readonly unknown: readonly string[];
  /** Strong studies for and against stand side by side: a reader must see both. */
  readonly disagreement: boolean;
};
export type Because =
  | 'no-study'
  | 'few-weak'
  | 'many-weak'
  | 'one-strong'
  | 'strong-disagree'
  | 'strong-agree'
  | 'strong-agree-widely';

/**
 * How sure one may be of a claim, by the rule of the register. [EV-9]
 *
 * Studies with one `sample` count once, as the strongest of them. A study without a grade is not strong. Its context
 * is its countries and setting. The share is that of the commonest stance. Strong studies of which too few agree leave
 * the claim at "low".
 */
export function graded(
  claim: Pick<Claim, 'links' | 'override'>,
  studies: ReadonlyMap<string, Bears>,
  rule: ConfidenceRule = usualRule,
): Graded {
  const unknown = claim.links.filter(({ study }) => !studies.has(study)).map(({ study }) => study);
  const bearing = independent(claim.links, studies);
  const n = bearing.length;
  const strongOnes = bearing.filter(({ sms }) => sms >= rule.strongFrom);
  const stances = counted(bearing);
  const share = n === 0 ? null : Math.max(...Object.values(stances)) / n;
  const contexts = new Set(bearing.map(({ context }) => context).filter((each) => each !== ''))
    .size;
  const found = { n, strong: strongOnes.length, share: share ?? 0, contexts };
  const [ruled, because] = ruledBy(found, rule);
  const strongStances = counted(strongOnes);
  return {
    ...{ n, strong: strongOnes.length, stances, share, contexts, ruled, because, unknown },
    confidence: claim.override?.confidence ?? ruled,
    overridden: claim.override !== null && claim.override.confidence !== ruled,
    proposedVerdict: verdictOf(found, stances),
    disagreement: strongStances.supports > 0 && strongStances.contradicts > 0,
  };
}

type Bearing = { readonly stance: Stance; readonly sms: number; readonly context: string };

/** One entry a sample: of studies that share their data, the strongest speaks. */
function independent(
  links: readonly ClaimLink[],
  studies: ReadonlyMap<string, Bears>,
): readonly Bearing[] {
  const bySample = new Map<string, Bearing>();
  for (const link of links) {
    const study = studies.get(link.study);
    if (study === undefined) continue;
    const sample =
      study.sample === '' ? `study ${study.id}` : `sample ${study.sample.toLowerCase()}`;
    const bearing = { stance: link.stance, sms: study.sms ?? -1, context: contextOf(study) };
    const there = bySample.get(sample);
    if (there === undefined || bearing.sms > there.sms) bySample.set(sample, bearing);
  }
  return [...bySample.values()];
}

function contextOf({ countries, setting }: Bears): string {
  return countries.length === 0 ? '' : `${countries.toSorted().join('+')}/${setting}`;
}

function counted(bearing: readonly Bearing[]): Record<Stance, number> {
  const of = (stance: Stance) => bearing.filter((each) => each.stance === stance).length;
  return { supports: of('supports'), contradicts: of('contradicts'), qualifies: of('qualifies') };
}

type Found = {
  readonly n: number;
  readonly strong: number;
  readonly share: number;
  readonly contexts: number;
};

function ruledBy(
  { n, strong, share, contexts }: Found,
  rule: ConfidenceRule,
): readonly [Confidence, Because] {
  if (n === 0) return ['untested', 'no-study'];
  if (strong >= rule.highStudies && share >= rule.highShare && contexts >= rule.highContexts)
    return ['high', 'strong-agree-widely'];
  if (strong >= rule.moderateStudies)
    return share >= rule.moderateShare ? ['moderate', 'strong-agree'] : ['low', 'strong-disagree'];
  if (strong >= 1) return ['low', 'one-strong'];
  return n >= rule.manyWeak ? ['low', 'many-weak'] : ['very-low', 'few-weak'];
}

/**
 * A proposal only: unknown without studies; mixed where no stance has six in ten; harm is never proposed, because a
 * study against a claim may mean no effect: people say "no effect" or "harmful" after reading it.
 */
function verdictOf({ n, strong, share }: Found, stances: Record<Stance, number>): Verdict {
  if (n === 0) return 'unknown';
  if (share < 0.6 || stances.qualifies === Math.max(...Object.values(stances))) return 'mixed';
  if (stances.contradicts > stances.supports) return 'no-effect';
  return strong >= 2 ? 'effective' : 'promising';
}
