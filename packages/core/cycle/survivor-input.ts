import { z } from 'zod';
import { Stage } from '../framework/index.ts';

/** How survivors were heard. Drop-ins, neutral third parties and survivor-led evaluation: [PMG]; the rest is ours. */
export const Channel = z.enum([
  'adviser',
  'group',
  'drop-in',
  'third-party',
  'survivor-led-evaluation',
  'survey',
  'other',
]);
export type Channel = z.infer<typeof Channel>;

/** How many people it comes from, as a band: an exact number is never kept. [SV-3] */
export const PeopleBand = z.enum(['under-5', '5-9', '10-19', '20-49', '50-or-more', 'not-known']);
export type PeopleBand = z.infer<typeof PeopleBand>;

export const channelWords: Readonly<Record<Channel, string>> = {
  adviser: 'Survivor adviser',
  group: 'Survivor group',
  'drop-in': 'Drop-in',
  'third-party': 'Neutral third party',
  'survivor-led-evaluation': 'Survivor-led evaluation',
  survey: 'Survey',
  other: 'Another way',
};

/** A band in words; under five the number is too small to show. [SV-3] */
export const peopleWords: Readonly<Record<PeopleBand, string>> = {
  'under-5': '[c] (fewer than 5 people)',
  '5-9': '5 to 9 people',
  '10-19': '10 to 19 people',
  '20-49': '20 to 49 people',
  '50-or-more': '50 people or more',
  'not-known': 'number of people not known',
};

export type InputFacts = { readonly stage: Stage | null; readonly changed: string };

/** One stage, what survivors said in it, and of how much of it nothing has changed yet. */
export type Heard<I> = {
  readonly stage: Stage;
  readonly inputs: readonly I[];
  readonly unanswered: number;
};

/** All four stages in order; a stage in which nobody was heard stands there empty. [SV-4] */
export function heardByStage<I extends InputFacts>(inputs: readonly I[]): readonly Heard<I>[] {
  return Stage.options.map((stage) => {
    const own = inputs.filter((each) => each.stage === stage);
    return { stage, inputs: own, unanswered: own.filter(({ changed }) => changed === '').length };
  });
}
