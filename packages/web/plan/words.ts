import type { AssetKind, GapKind, GapStatus, Severity } from '@freehold/core/review';
import { number, percent, sayProblems } from '../words.ts';
import type { Gap } from './plan.ts';

export const gapKinds = [
  ['service', 'Service: nobody offers it, or not enough'],
  ['data', 'Data: nobody counts it'],
  ['knowledge', 'Knowledge: nobody knows'],
  ['policy', 'Policy: no rule or agreement'],
  ['resource', 'Resource: no money, people or time'],
  ['representation', 'Representation: somebody is not at the table'],
] as const satisfies readonly (readonly [GapKind, string])[];

export const severities = [
  ['high', 'High'],
  ['medium', 'Medium'],
  ['low', 'Low'],
] as const satisfies readonly (readonly [Severity, string])[];

export const assetKinds = [
  ['organisation', 'Organisation'],
  ['service', 'Service'],
  ['person-role', 'Person in a role'],
  ['building', 'Building or space'],
  ['skill', 'Skill'],
  ['funding', 'Funding'],
  ['network', 'Network'],
  ['power', 'Legal power or duty'],
  ['data', 'Data'],
  ['community-group', 'Community group'],
] as const satisfies readonly (readonly [AssetKind, string])[];

export function gapKindWord(kind: GapKind): string {
  return (gapKinds.find(([each]) => each === kind)?.[1] ?? kind).split(':')[0] ?? kind;
}

export function assetKindWord(kind: AssetKind): string {
  return assetKinds.find(([each]) => each === kind)?.[1] ?? kind;
}

/** What a step did, for the line that offers to undo it. */
export const statusDone: Readonly<Record<GapStatus, string>> = {
  proposed: 'Put back among the proposals',
  kept: 'Kept',
  dismissed: 'Dismissed',
  closed: 'Closed',
};

/** Why the arithmetic proposed a gap. */
export function becauseWords(because: NonNullable<Gap['proposedBecause']>): string {
  const n = (key: string) => Number(because[key] ?? 0);
  switch (because.code) {
    case 'low-score':
      return `The score is ${number(n('score'), 1)}, under 2.`;
    case 'low-national':
      return `Rated ${number(n('score'), 1)}, under 2. A place cannot mend this alone; it can say so upwards.`;
    case 'low-coverage':
      return `Only ${percent(n('coverage'))} is answered: too little for a score.`;
    case 'many-dont-know':
      return `${number(n('dontKnow'))} of ${number(n('answers'))} answers are “don’t know”.`;
    case 'wide-interval':
      return `The interval runs from ${number(n('low'), 1)} to ${number(n('high'), 1)}: wider than 1.5.`;
    case 'strong-disagreement':
      return `The agencies disagree: ${percent(n('disagreement'))} of the most that they could.`;
    default:
      return 'Proposed from the scores.';
  }
}

sayProblems({
  'reason-needed': () => 'Say why it is dismissed: somebody will ask in a year.',
  'review-unknown': () => 'This review is not there any more.',
});
