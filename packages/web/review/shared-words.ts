import { count, number } from '../words.ts';

/** Whom a review is shared with, in a table's cell. */
export const sharedWith: Readonly<Record<'peers' | 'public', string>> = {
  peers: 'partnerships that share too',
  public: 'everybody',
};

export function sharedTitle(reviews: readonly { readonly partnership: string }[]): string {
  if (reviews.length === 0) return 'Nobody shares results with you yet';
  const partnerships = new Set(reviews.map(({ partnership }) => partnership)).size;
  const who = count(partnerships, 'partnership', 'partnerships');
  return `${who} ${partnerships === 1 ? 'shares' : 'share'} ${count(reviews.length, 'review', 'reviews')}`;
}

type Topic = {
  readonly title: string;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
};
type Scored = Topic & { readonly score: number };

/** What a shared review says first: its lowest and highest topic, unless their intervals overlap. */
export function sharedFinding(topics: readonly Topic[]): string {
  const [lowest, ...others] = topics
    .filter((topic): topic is Scored => topic.score !== null)
    .toSorted((a, b) => a.score - b.score);
  const highest = others.at(-1);
  if (lowest === undefined) return 'no topic has a score that can be shown';
  if (highest === undefined) return `one topic has a score, ${number(lowest.score, 1)}`;
  const apart = lowest.high !== null && highest.low !== null && lowest.high < highest.low;
  const span = `from ${number(lowest.score, 1)} to ${number(highest.score, 1)}`;
  return apart
    ? `${lowest.title} is lowest, ${highest.title} highest, ${span}`
    : `topics score ${span}, and lowest and highest cannot be told apart`;
}

/** How many answered; under five the number would point at people. */
export function answeredWords(answeredBy: number | null): string {
  return answeredBy === null
    ? 'how many answered is held back or was not shared'
    : `answered by ${count(answeredBy, 'person', 'people')}`;
}
