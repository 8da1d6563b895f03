import type { OpenKind, Output, Stage, StageState } from '@freehold/core/cycle';
import { stageWords } from '../framework/axes.ts';
import { count, day, list, percent, sayProblems } from '../words.ts';
import type { RoundSummary, StageLine, Warning } from './calls.ts';

export const stateWords: Readonly<Record<StageState, string>> = {
  'not-started': 'Not started',
  'under-way': 'Under way',
  closed: 'Closed',
};

export const outputWords: Readonly<Record<Output, string>> = {
  profile: 'Scores',
  gaps: 'Gaps',
  assets: 'Assets',
  'data-gaps': 'Data gaps',
  'risk-table': 'Risks',
  'validated-findings': 'Validated findings',
  'survivor-input': 'Survivor input',
  priorities: 'Priorities',
  actions: 'Actions',
  innovations: 'Innovations',
  'institutional-changes': 'Changes to rules, budgets or roles',
  'embedded-policy': 'Policy that embeds what worked',
  evaluation: 'Evaluation',
  learning: 'Learning',
  'next-goals': 'Goals of the next round',
};

/** What is counted of an output: one, and many. */
export const outputNouns: Partial<Readonly<Record<Output, readonly [string, string]>>> = {
  profile: ['published review', 'published reviews'],
  gaps: ['kept gap', 'kept gaps'],
  assets: ['asset', 'assets'],
  'data-gaps': ['kept data gap', 'kept data gaps'],
  'risk-table': ['risk', 'risks'],
  'validated-findings': ['validated review', 'validated reviews'],
  'survivor-input': ['entry', 'entries'],
  priorities: ['weighed gap', 'weighed gaps'],
  actions: ['action', 'actions'],
};

export const openKinds: Readonly<Record<OpenKind, readonly [one: string, many: string]>> = {
  gap: ['kept gap', 'kept gaps'],
  action: ['action not done', 'actions not done'],
  target: ['running target', 'running targets'],
  risk: ['open risk', 'open risks'],
  item: ['line of the checklist', 'lines of the checklist'],
};

/** What dropping something means for it, once the next round opens. */
export const dropMeans: Readonly<Record<OpenKind, string>> = {
  gap: 'dismissed',
  action: 'stopped',
  target: 'taken out',
  risk: 'closed',
  item: 'left out of the next checklist',
};

/** "Diagnose is closed; Challenge and Change are under way". */
export function stagesFinding(stages: readonly StageLine[]): string {
  const named = (state: StageState) =>
    stages.filter((each) => each.state === state).map(({ stage }) => stageWords[stage]);
  const say = (names: readonly string[], what: string) =>
    names.length === 0 ? [] : [`${list(names)} ${names.length === 1 ? 'is' : 'are'} ${what}`];
  const said = [...say(named('closed'), 'closed'), ...say(named('under-way'), 'under way')];
  return said.length === 0 ? 'No stage has started' : said.join('; ');
}

/** "3 of 6 done", or nothing where there is no checklist. */
export function doneWords({ items, done }: Pick<StageLine, 'items' | 'done'>): string {
  return items === 0 ? 'No checklist' : `${done} of ${items} done`;
}

export function roundDates({ startedOn, endedOn }: RoundSummary): string {
  return endedOn === null ? `Since ${day(startedOn)}` : `${day(startedOn)} to ${day(endedOn)}`;
}

/** A warning with the shares and numbers that it rests on. */
export function warningWords({ code, stage, rounds }: Warning): readonly [string, string] {
  const which = list(rounds.map(({ number }) => String(number)));
  if (code === 'never-normalising')
    return [
      'Never normalising',
      `None of the work of rounds ${which} went into Normalise (${list(rounds.map(({ n }) => pieces(n)))}). What works may end with those who do it: give it a rule, a budget or an owner.`,
    ];
  const shares = list(rounds.map(({ share, n }) => `${percent(share)} of ${pieces(n)}`));
  return [
    alwaysWords[stage],
    `Over half of the work of rounds ${which} sits in ${stageWords[stage]}: ${shares}. ${alwaysAdvice[stage]}`,
  ];
}

function pieces(n: number): string {
  return count(n, 'piece', 'pieces');
}

const alwaysWords: Readonly<Record<Stage, string>> = {
  diagnose: 'Always diagnosing',
  challenge: 'Always challenging',
  change: 'Always changing',
  normalise: 'Always normalising',
};

const alwaysAdvice: Readonly<Record<Stage, string>> = {
  diagnose: 'Finding out more may put off doing something about what is known.',
  challenge: 'Talking it over may put off acting on it.',
  change: 'Look whether actions rest on what was found, and whether what works is made to last.',
  normalise: 'Look whether what is made to last still fits what people need.',
};

sayProblems({
  'round-still-open': ({ round }) => `Round ${String(round)} is still open. Close it first.`,
  'round-not-closed': () => 'This round is open already.',
  'next-round-begun': ({ next }) => `Round ${String(next)} has begun, so this one stays closed.`,
  'cycle-round-closed': () => 'This round is closed, and nothing in it changes.',
  'no-such-stage-move': () => 'The stage does not stand where this page thought. Load it again.',
  'left-unsaid': ({ left }) =>
    `${count(Number(left), 'line is', 'lines are')} left in this stage. Say what becomes of ${Number(left) === 1 ? 'it' : 'them'}.`,
  'learning-needed': () => 'Write down what was learnt: a sentence is enough.',
  'next-goals-needed': () => 'Write down what the next round is to reach.',
  'not-decided': ({ left }) =>
    `${count(Number(left), 'open thing is', 'open things are')} neither carried over nor dropped yet.`,
  'drop-reason-needed': ({ title }) => `Say why “${String(title)}” is dropped.`,
  'name-differs': ({ name }) => `Type the round’s name as it stands: ${String(name)}.`,
  'ends-before-start': ({ start }) =>
    `The round began on ${day(String(start))}; it cannot end before.`,
  'starts-too-early': ({ after }) =>
    `The last round ended on ${day(String(after))}; this one cannot begin before.`,
});
