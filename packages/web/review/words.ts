import type { NoInterval, NoScore, ReviewState } from '@freehold/core/review';
import { count, list, number, percent, sayProblems } from '../words.ts';

/** The states of a review in their order: what it is called, what happens in it, who moves it on. */
export const states: readonly {
  readonly state: ReviewState;
  readonly title: string;
  readonly means: string;
  /** The button that leads here. */
  readonly move: string;
}[] = [
  {
    state: 'draft',
    title: 'Draft',
    means: 'The co-ordinator sets it up and invites raters.',
    move: 'Go back to draft',
  },
  {
    state: 'rating',
    title: 'Rating',
    means: 'Each rater answers alone; nobody sees the answers.',
    move: 'Open the rating',
  },
  {
    state: 'agreeing',
    title: 'Agreeing',
    means: 'Rating is closed; agencies see the answers and agree scores.',
    move: 'Close the rating',
  },
  {
    state: 'validated',
    title: 'Validated',
    means: 'The scores are frozen as agreed.',
    move: 'Validate the scores',
  },
  {
    state: 'published',
    title: 'Published',
    means: 'The partnership shows them as its own.',
    move: 'Publish in the partnership',
  },
];

export function stateTitle(state: ReviewState): string {
  return states.find((each) => each.state === state)?.title ?? state;
}

/** What happens when a review moves; asked before it does. */
export const moveConsequence: Readonly<Record<ReviewState, string>> = {
  draft: 'Raters can no longer answer until you open the rating again.',
  rating:
    'Raters can answer with their links from now on. Until you close the rating, nobody sees an answer.',
  agreeing:
    'Raters can no longer answer. You see the answers by agency; everybody else sees what five agencies or more say together. You can reopen the rating.',
  validated:
    'The scores are worked out once more and frozen. After this the agreed scores cannot be changed.',
  published:
    'The scores become the current picture of the place on its home page. This cannot be taken back.',
};

/** Who may take a step that the reader may not. */
export function whoMoves(to: ReviewState): string {
  return to === 'validated' || to === 'published'
    ? 'The co-ordinator or the chair can do this.'
    : 'The co-ordinator can do this.';
}

export const noScoreWords: Readonly<Record<NoScore, string>> = {
  'low-coverage': 'no score: too little answered',
  'not-averaged': 'context, not averaged',
  'nothing-applicable': 'no score: nothing here applies',
  'held-back': 'held back: it would tell what few agencies said',
};

export const noIntervalWords: Readonly<Record<NoInterval, string>> = {
  'few-agencies': 'no interval: fewer than three agencies answered',
  'no-score': 'no interval without a score',
};

/** Why a topic has no score, or a score no interval; '' where it has both. */
export function reason({
  noScore,
  noInterval,
}: {
  readonly noScore: NoScore | null;
  readonly noInterval: NoInterval | null;
}): string {
  if (noScore !== null) return noScoreWords[noScore];
  return noInterval === null ? '' : noIntervalWords[noInterval];
}

/** "6 agencies: median 2; the middle half from 1 to 3; 67% within one step". */
export function agreementWords({
  agencies,
  median,
  quartiles,
  withinOneStep,
  held = false,
}: {
  readonly held?: boolean;
  /** How many of them gave a point of the scale. */
  readonly agencies: number;
  readonly median: number | null;
  readonly quartiles: readonly [number, number] | null;
  readonly withinOneStep: number | null;
}): string {
  if (held) return heldWords;
  if (median === null) return 'Nobody has given a point of the scale';
  if (agencies === 1 && quartiles?.[0] === quartiles?.[1]) return `One agency: ${point(median)}`;
  const parts = [
    `${count(agencies, 'agency', 'agencies')}: median ${point(median)}`,
    quartiles !== null &&
      (quartiles[0] === quartiles[1]
        ? `the middle half all ${point(quartiles[0])}`
        : `the middle half from ${point(quartiles[0])} to ${point(quartiles[1])}`),
    withinOneStep !== null && `${percent(withinOneStep)} within one step`,
  ];
  return parts.filter((part) => part !== false).join('; ');
}

/** "3 of 24 topics" */
export function heldCount(held: number, topics: number): string {
  return `${held} of ${count(topics, 'topic', 'topics')}`;
}

/** Why nothing of the ratings is shown; the co-ordinator sees them. */
export const heldWords = 'Held back: fewer than five agencies rated this';

/** What stands for a question that people do not answer: "12.4 % of people in 2024". */
export function valueWords({
  direction,
  measured,
}: {
  readonly direction: string;
  readonly measured: {
    readonly value: number;
    readonly unit: string;
    readonly period: string;
    readonly score: number | null;
  } | null;
}): string {
  const role = direction === 'o' ? 'Context, not averaged' : 'From data, nothing to agree';
  if (measured === null) return `${role}; no value has been imported`;
  const { value, unit, period, score } = measured;
  const said = `${value.toLocaleString('en-GB', { maximumFractionDigits: 2 })}${unit === '' ? '' : ` ${unit}`} in ${period}`;
  return `${role}: ${said}${score === null ? '' : `, ${point(score)} of 4`}`;
}

/** A point of the scale, with a decimal only where it has one. */
export function point(value: number): string {
  return number(value, Number.isInteger(value) ? 0 : 1);
}

/** Krippendorff's alpha in words. The bounds are Krippendorff's own: 0.8 is good, 0.667 the least to lean on. */
export function alphaWords(alpha: number | null, questions: number): string {
  if (questions < 2) return 'One question: agreement needs at least two';
  if (alpha === null) return 'Agreement cannot be measured here: too few answers, or all the same';
  const strength =
    alpha >= 0.8
      ? 'the agencies see it alike'
      : alpha >= 0.667
        ? 'the agencies mostly see it alike'
        : alpha > 0
          ? 'the agencies see it differently'
          : 'no more agreement than by chance';
  return `Agreement ${number(alpha, 2)}: ${strength}`;
}

export function answerWords(answer: string, scale: readonly string[]): string {
  if (answer === 'na') return 'Not applicable';
  if (answer === 'dk') return 'Don’t know';
  const label = scale[Number(answer)];
  return label === undefined ? answer : `${answer}, ${label}`;
}

/** The points of the default scale, where a chart has no room for anchors. */
export const scaleLabels = [
  'not yet in place',
  'basic first steps',
  'early progress',
  'substantial progress',
  'mature practice',
] as const;

export function namesOf(titles: readonly string[], most = 4): string {
  if (titles.length <= most) return list(titles);
  return list([...titles.slice(0, most - 1), count(titles.length - most + 1, 'other', 'others')]);
}

sayProblems({
  'still-blind': () =>
    'Answers stay blind until rating closes. Close the rating first; then the co-ordinator sees them, and everybody what they say together.',
  'rater-has-ratings': () =>
    'This rater has answered, so they cannot be removed. Their answers belong to the review.',
  'no-raters': () => 'Invite at least one rater first.',
  'nothing-rated': () => 'Nobody has answered yet, so there is nothing to agree on.',
  'something-rated': () =>
    'Somebody has answered already, so the review cannot go back to draft. Close the rating instead.',
  'no-such-move': ({ from, to }) =>
    `Somebody else has moved this review meanwhile: it cannot go from ${String(from)} to ${String(to)} any more.`,
  'agreed-meanwhile': ({ by }) =>
    `${String(by)} wrote down what was agreed meanwhile. Look at it, then choose again.`,
  'review-begun': () =>
    'The rating of this review has been opened, so it stays. Go back to draft first, while nobody has answered.',
  'review-validated': () => 'The scores are frozen, so this can no longer be changed.',
  'not-published': () => 'Only a published review can be shown to others. Publish it first.',
  'review-superseded': () =>
    'Newer scores of this place stand. Propose and weigh its gaps by those.',
  'review-published': () => 'The review is published, so this can no longer be changed.',
  'place-unknown': () => 'This place is not there any more. Choose another one.',
  'framework-not-published': () => 'Only a published version can be asked. Choose another one.',
  'profile-unknown': () => 'This framework has no such set of questions. Choose another one.',
});
