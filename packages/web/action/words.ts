import type { ActionKind, ActionStatus, Rag, TargetAnswer } from '@freehold/core/action';
import { changedMeanwhile, count, day, number, sayProblems } from '../words.ts';
import type { Action, Target } from './calls.ts';

type Words<Key extends string> = readonly (readonly [Key, string])[];

export const statuses: Words<ActionStatus> = [
  ['planned', 'Planned'],
  ['under-way', 'Under way'],
  ['done', 'Done'],
  ['stopped', 'Stopped'],
];

export const kinds: Words<ActionKind> = [
  ['input', 'Input: what is put in, such as money, people, training'],
  ['process', 'Process: how things are done, such as a protocol or a meeting'],
  ['output', 'Output: what comes out, such as beds, visits, advice given'],
  ['outcome', 'Outcome: what changes for people'],
];

export const colours: Words<Rag> = [
  ['red', 'Red'],
  ['amber', 'Amber'],
  ['green', 'Green'],
];

export function wordFor<Key extends string>(words: Words<Key>, key: Key): string {
  return (words.find(([each]) => each === key)?.[1] ?? key).split(':')[0] ?? key;
}

/** The colour in a word; what has ended says how. */
export function colourWord({ rag, status }: Pick<Action, 'rag' | 'status'>): string {
  return rag.stands === null ? wordFor(statuses, status) : wordFor(colours, rag.stands);
}

/** Why the rule proposes its colour, one sentence a reason. */
export function ragReasonWords({ code, days = 0 }: Action['rag']['because'][number]): string {
  switch (code) {
    case 'overdue':
      return `Overdue by ${count(days, 'day', 'days')}.`;
    case 'blocked':
      return 'Something stands in its way.';
    case 'late-start':
      return `It was to begin ${count(days, 'day', 'days')} ago and is still planned.`;
    case 'due-soon':
      return days === 0
        ? 'It is due today, and no progress was noted in the last four weeks.'
        : `It is due in ${count(days, 'day', 'days')}, and no progress was noted in the last four weeks.`;
    case 'no-progress':
      return `Nobody has noted anything for ${count(days, 'day', 'days')}.`;
    case 'no-owner':
      return 'It has no owner.';
    case 'no-resource':
      return 'No resource is named.';
    case 'no-due-day':
      return 'It has no due day.';
    default:
      return code;
  }
}

/** "due 3 March 2026", "3 days overdue", "ended 2 March 2026". */
export function dueWords({ dueOn, endedOn, overdue, rag }: Action): string {
  if (endedOn !== null) return `ended ${day(endedOn)}`;
  if (dueOn === null) return 'no due day';
  const late = rag.because.find(({ code }) => code === 'overdue')?.days;
  return overdue && late !== undefined
    ? `due ${day(dueOn)}, ${count(late, 'day', 'days')} overdue`
    : `due ${day(dueOn)}`;
}

export function ownerWords({ owner }: Pick<Action, 'owner'>): string {
  const { organisation, role, memberName } = owner;
  const parts = [role, organisation].filter((part) => part !== '');
  if (parts.length === 0) return memberName ?? 'nobody yet';
  return memberName === null ? parts.join(', ') : `${parts.join(', ')} (${memberName})`;
}

export const answerWords: Readonly<Record<TargetAnswer, string>> = {
  'on-track': 'On track',
  ahead: 'Ahead',
  behind: 'Behind',
  'too-early': 'Too early to say',
  'no-data': 'No data',
  'cannot-compare': 'Cannot compare',
};

/** A value of a target in its own unit: "51.7 % of homes". */
export function valueWords(value: number, { subject }: Pick<Target, 'subject'>): string {
  const { unit, decimals } = subject;
  return `${number(value, decimals)}${unit === '' ? '' : ` ${unit}`}`;
}

/** How a target stands, in one or two sentences with the numbers they rest on. */
export function standingWords(target: Target): string {
  const { standing, tolerance, subject, baseline, direction } = target;
  const { point, expected, because } = standing;
  const within = `within ${number(tolerance, subject.decimals)} of the path`;
  const worse = direction === '+' ? 'below' : 'above';
  const better = direction === '+' ? 'above' : 'below';
  const seen = point === null || point.value === null ? '' : seenWords(target, point);
  const path = expected === null ? '' : `the path was at ${number(expected, subject.decimals)}`;
  switch (because) {
    case 'meets-path':
      return `${seen}; ${path}. The value cannot be told from what was wanted, and it is better than at the beginning.`;
    case 'holds-steady':
      return `${seen}; ${number(expected ?? 0, subject.decimals)} was to be held, and it is ${within}.`;
    case 'above-band':
      return `${seen}; ${path}. ${byChance(target)} is ${better} the band.`;
    case 'below-band':
      return `${seen}; ${path}. ${byChance(target)} is ${worse} the band.`;
    case 'path-near-baseline':
      return `${seen}; ${path}. So near to the beginning (${number(baseline.value, subject.decimals)}) the path looks like standing still.`;
    case 'holds-baseline':
      return `${seen}; ${path}. That fits the path, and it fits the beginning (${number(baseline.value, subject.decimals)}) as well: the data cannot tell yet.`;
    case 'none-since':
      return `No value has come since ${day(baseline.on)}.`;
    case 'suppressed':
      return `There are values since ${day(baseline.on)}, but the counts are too small to show.`;
    case 'definition-changed':
      return `What is counted has changed since the beginning${standing.note === '' ? '.' : `: ${standing.note}`}`;
    case 'other-questions':
      return 'The newest review asked other questions of this topic than the one that the target began from.';
    case 'other-framework':
      return 'The newest review asked by another version of the framework.';
    default:
      return '';
  }
}

function seenWords(
  target: Target,
  { value, low, high, period }: NonNullable<Target['standing']['point']>,
): string {
  const { decimals } = target.subject;
  const range =
    low === null || high === null
      ? 'no interval known'
      : `95% interval ${number(low, decimals)} to ${number(high, decimals)}`;
  return `${valueWords(value ?? 0, target)} in ${period} (${range})`;
}

function byChance({ standing }: Target): string {
  return standing.interval ? 'All of the interval' : 'The value, whose interval is not known,';
}

sayProblems({
  'changed-meanwhile': ({ by, theirs }) =>
    typeof by === 'string'
      ? `${by} has changed this meanwhile, to “${shortly(writtenWords(theirs))}”. What you typed is still here: save again to put yours in its place, or take theirs.`
      : changedMeanwhile,
  'version-unknown': () => 'This page is older than what it shows. Load it again.',
  'due-before-start': () => 'The due day is before the start.',
  'asset-unknown': () => 'An asset that was linked is not there any more.',
  'round-unknown': () => 'This round is not one of the place’s.',
  'member-unknown': () => 'This person is not a member any more.',
  'rag-reason-needed': () => 'Say why: whoever reads it next month was not in the room.',
  'action-ended': () => 'What is done or stopped has no colour.',
  'about-unknown': () =>
    'There is no value of this yet. Import its data, or validate a review that asks it.',
  'target-ends-before-baseline': () => 'The end must lie after the day of the baseline.',
  'direction-against': () =>
    'That is the wrong way: for this measure the other direction is better.',
  'aim-against-direction': () => 'The aim is worse than the baseline.',
  'value-out-of-range': ({ value, least, most }) =>
    `${String(value)} cannot be: ${rangeWords(least, most)}.`,
  'steps-on-a-line': () => 'A straight line has no steps. Choose steps, or take them away.',
  'step-outside': () => 'A step must lie between the baseline’s day and the end.',
  'steps-out-of-order': () => 'Each step must come after the one before.',
  'step-back': () => 'A step must not lead back.',
});

function rangeWords(least: unknown, most: unknown): string {
  if (typeof least === 'number' && typeof most === 'number') return `from ${least} to ${most}`;
  return typeof least === 'number' ? `at least ${least}` : `at most ${String(most)}`;
}

function shortly(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)} …` : text;
}

/** What a field of a record holds, in words. */
export function writtenWords(value: unknown): string {
  if (Array.isArray(value)) return `${value.length} chosen`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' || (typeof value === 'string' && value !== '')
    ? String(value)
    : 'nothing';
}
