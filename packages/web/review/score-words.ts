import { cannotTellApart, type ReviewProfile, type TopicScore } from '@freehold/core/review';
import { count, number } from '../words.ts';
import { namesOf } from './words.ts';

type Scored = TopicScore & { readonly score: number };

/** Topics with a score, the lowest first; equals keep the framework's order. */
export function ranked({ topics }: Pick<ReviewProfile, 'topics'>): readonly Scored[] {
  return topics
    .filter((topic): topic is Scored => topic.score !== null)
    .toSorted((a, b) => a.score - b.score);
}

/** What a profile says first: which topic is lowest, and whether that can be told from the others. */
export function finding(profile: Pick<ReviewProfile, 'topics'>): string {
  const [lowest, ...others] = ranked(profile);
  if (lowest === undefined) return 'too little is answered for a score';
  const said = `${inSentence(lowest.title)} is rated lowest, at ${number(lowest.score, 1)}`;
  if (others.length === 0)
    return `${inSentence(lowest.title)} is the only topic with a score, ${number(lowest.score, 1)}`;
  if (lowest.noInterval !== null) return `${said}; too few agencies to say how firmly`;
  const alike = alikeTo(lowest, others).length;
  return alike === 0
    ? `${said}, apart from all others`
    : `${said}; ${count(alike, 'other', 'others')} cannot be told apart from it`;
}

/** Who can be told apart, in sentences: the lowest with those alike, the highest with those alike, the pairs. */
export function standings(profile: Pick<ReviewProfile, 'topics'>): readonly string[] {
  const order = ranked(profile);
  const [lowest, highest] = [order[0], order.at(-1)];
  if (lowest === undefined || highest === undefined || lowest === highest) return [];
  const pairs = order.flatMap((a, at) => order.slice(at + 1).map((b) => [a, b] as const));
  const apart = pairs.filter(([a, b]) => !cannotTellApart(a, b)).length;
  if (apart === 0) return ['No topic can be told apart from another with certainty'];
  return [
    `${apart} of ${count(pairs.length, 'pair', 'pairs')} of topics can be told apart`,
    band('Lowest', lowest, order),
    band('Highest', highest, order),
  ];
}

function band(word: string, end: Scored, order: readonly Scored[]): string {
  const alike = alikeTo(
    end,
    order.filter((other) => other !== end),
  );
  const named = `${word}: ${inSentence(end.title)}, ${number(end.score, 1)}.`;
  return alike.length === 0
    ? `${named} Every other topic can be told apart from it.`
    : `${named} Cannot be told apart from it: ${namesOf(
        alike.map(({ title }) => inSentence(title)),
        6,
      )}.`;
}

function alikeTo(one: Scored, others: readonly Scored[]): readonly Scored[] {
  return others.filter((other) => cannotTellApart(one, other));
}

/** A title inside a sentence: its first letter small, unless the word is written in capitals. */
function inSentence(title: string): string {
  const second = title.charAt(1);
  return second === second.toLowerCase() ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
