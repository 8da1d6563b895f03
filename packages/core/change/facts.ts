import { z } from 'zod';
import { Confidence, Verdict } from '../evidence/index.ts';
import type { TheoryLink, TheoryNode } from './model.ts';

/** What the cycle's newest value says of a target: nothing, that things go as they should, or that they do not. */
export const Reading = z.enum(['none', 'on-course', 'off-course']);
export type Reading = z.infer<typeof Reading>;

/** A claim as the register has it now. */
export const KnownClaim = z.strictObject({
  id: z.string(),
  statement: z.string(),
  confidence: Confidence,
  verdict: Verdict,
});
export type KnownClaim = Readonly<z.infer<typeof KnownClaim>>;

/** A target as the cycle has it now; `says` is its newest value in words. */
export const KnownTarget = z.strictObject({
  id: z.string(),
  title: z.string(),
  reading: Reading,
  says: z.string(),
});
export type KnownTarget = Readonly<z.infer<typeof KnownTarget>>;

/** What is known outside the theory. It changes without the theory being touched. */
export const Known = z.strictObject({
  claims: z.array(KnownClaim).readonly().default([]),
  targets: z.array(KnownTarget).readonly().default([]),
});
export type Known = Readonly<z.infer<typeof Known>>;
export const nothingKnown: Known = { claims: [], targets: [] };

/** What a link rests on. `support` and `against` are the best confidence for and against it; null is no claim. */
export type LinkFacts = {
  readonly support: Confidence | null;
  readonly against: Confidence | null;
  readonly quoted: boolean;
  readonly reading: Reading;
};

/**
 * What a link rests on now. A claim that qualifies counts as support; one that is said to support but was found to
 * have no effect, or to do harm, counts against. Claims and targets that are not there any more count for nothing.
 * [TC-11]
 */
export function linkFacts(link: TheoryLink, known: Known): LinkFacts {
  const claims = link.claims.flatMap(({ claim, stance }) => {
    const found = known.claims.find(({ id }) => id === claim);
    if (found === undefined) return [];
    const against =
      stance === 'contradicts' || found.verdict === 'harmful' || found.verdict === 'no-effect';
    return [{ against, confidence: found.confidence }];
  });
  return {
    support: best(claims.filter(({ against }) => !against)),
    against: best(claims.filter(({ against }) => against)),
    quoted: link.quote.trim() !== '',
    reading: readingOf(link.targets, known),
  };
}

/** The reading of a node: that of the targets its indicators name. */
export function nodeReading(node: TheoryNode, known: Known): Reading {
  const targets = node.indicators.flatMap(({ target }) => (target === null ? [] : [target]));
  return readingOf(targets, known);
}

/** From least to most. */
export const confidences: readonly Confidence[] = Confidence.options;

/** One that is off course is enough to say so. */
function readingOf(targets: readonly string[], known: Known): Reading {
  const readings = known.targets
    .filter(({ id }) => targets.includes(id))
    .map(({ reading }) => reading);
  if (readings.includes('off-course')) return 'off-course';
  return readings.includes('on-course') ? 'on-course' : 'none';
}

function best(claims: readonly { readonly confidence: Confidence }[]): Confidence | null {
  const most = Math.max(-1, ...claims.map(({ confidence }) => confidences.indexOf(confidence)));
  return confidences[most] ?? null;
}
