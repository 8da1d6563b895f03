import type { Stage } from '../framework/index.ts';

export type ChecklistItem = { readonly stage: Stage; readonly title: string };

/**
 * What a round begins with, stage by stage: a proposal of ours that a partnership edits. [CY-4]
 * Survivors have a line in every stage.
 */
export const checklist: readonly ChecklistItem[] = [
  ...of('diagnose', [
    'The partners agreed what this round looks at and who takes part',
    'Survivors, or people who speak for them, said what ought to be looked at',
    'Earlier reports were read, and partners asked for the figures they hold',
    'Every agency rated by itself, and the scores were agreed',
    'Assets are listed beside the gaps',
    'What nobody could say is kept as a data gap',
  ]),
  ...of('challenge', [
    'The findings were put before people beyond the partnership, and their doubts written down',
    'Survivors were heard on the findings, and told what becomes of it',
    'Each proposed gap was kept or dismissed, with a reason',
    'What cannot be mended here was taken to somebody named',
    'The order of the gaps is agreed',
  ]),
  ...of('change', [
    'Each of the first gaps has an action with an owner, a date and means',
    'At least one action changes a rule, a contract or a budget, not only what people know',
    'Business, media and others who are new to this were asked what they can do',
    'Survivors had a part in shaping the actions that concern them',
    'Progress was looked at together at least every quarter',
  ]),
  ...of('normalise', [
    'What worked has a rule, a budget or an owner that outlasts those who began it',
    'Somebody looked at what changed, not only at what was done',
    'Survivors said whether anything is different',
    'What was learnt is written down and shared with others',
    'The goals of the next round are agreed',
  ]),
];

/** A line that a round begins with; `carriedFrom` is the line of the last round that was left, else null. */
export type NextItem = ChecklistItem & {
  readonly proposed: boolean;
  readonly carriedFrom: string | null;
};

type LastItem = ChecklistItem & {
  readonly id: string;
  readonly proposed: boolean;
  readonly done: boolean;
};

/**
 * The checklist of a new round: ours for the first, then the last round's as it was edited, but for lines that were
 * dropped when it closed. [CY-4] [CY-13]
 */
export function nextChecklist(
  last: readonly LastItem[] | null,
  dropped: ReadonlySet<string>,
): readonly NextItem[] {
  if (last === null)
    return checklist.map((item) => ({ ...item, proposed: true, carriedFrom: null }));
  return last
    .filter(({ id }) => !dropped.has(id))
    .map(({ id, stage, title, proposed, done }) => ({
      ...{ stage, title, proposed },
      carriedFrom: done ? null : id,
    }));
}

function of(stage: Stage, titles: readonly string[]): readonly ChecklistItem[] {
  return titles.map((title) => ({ stage, title }));
}
