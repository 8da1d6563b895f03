import { z } from 'zod';
import type { Stage } from '../framework/index.ts';

/** What a stage is there to give. */
export const Output = z.enum([
  'profile',
  'gaps',
  'assets',
  'data-gaps',
  'risk-table',
  'validated-findings',
  'survivor-input',
  'priorities',
  'actions',
  'innovations',
  'institutional-changes',
  'embedded-policy',
  'evaluation',
  'learning',
  'next-goals',
]);
export type Output = z.infer<typeof Output>;

/** Which stage gives which output, in their order. [CY-8] */
export const outputStages: Readonly<Record<Output, Stage>> = {
  profile: 'diagnose',
  gaps: 'diagnose',
  assets: 'diagnose',
  'data-gaps': 'diagnose',
  'risk-table': 'diagnose',
  'validated-findings': 'challenge',
  'survivor-input': 'challenge',
  priorities: 'challenge',
  actions: 'change',
  innovations: 'change',
  'institutional-changes': 'change',
  'embedded-policy': 'normalise',
  evaluation: 'normalise',
  learning: 'normalise',
  'next-goals': 'normalise',
};

/** How many there are of what can be counted. Reviews are those of the round. */
export type OutputFacts = {
  readonly reviewsValidated: number;
  readonly reviewsPublished: number;
  readonly gaps: number;
  readonly dataGaps: number;
  readonly assets: number;
  readonly risks: number;
  readonly survivorInput: number;
  readonly priorities: number;
  readonly actions: number;
};

/** `count` is null where people write rather than count, and where a published review is still to come. */
export type RoundOutput = {
  readonly output: Output;
  readonly stage: Stage;
  readonly count: number | null;
  readonly note: string;
  readonly there: boolean;
  readonly waits: boolean;
};

/**
 * What a round has given so far. The Diagnose outputs that come from a review are counted once one of the round's
 * reviews is published, and wait until then. [CY-8] A note alone makes an output be there too.
 */
export function outputsOf(
  facts: OutputFacts,
  notes: ReadonlyMap<Output, string>,
): readonly RoundOutput[] {
  return Output.options.map((output) => {
    const waits = fromReview.includes(output) && facts.reviewsPublished === 0;
    const count = waits ? null : (counts[output]?.(facts) ?? null);
    const note = notes.get(output) ?? '';
    const there = note !== '' || (count ?? 0) > 0;
    return { output, stage: outputStages[output], count, note, there, waits };
  });
}

const fromReview: readonly Output[] = ['profile', 'gaps', 'assets', 'data-gaps'];

const counts: Partial<Record<Output, (facts: OutputFacts) => number>> = {
  profile: (facts) => facts.reviewsPublished,
  gaps: (facts) => facts.gaps,
  assets: (facts) => facts.assets,
  'data-gaps': (facts) => facts.dataGaps,
  'risk-table': (facts) => facts.risks,
  'validated-findings': (facts) => facts.reviewsValidated,
  'survivor-input': (facts) => facts.survivorInput,
  priorities: (facts) => facts.priorities,
  actions: (facts) => facts.actions,
};
