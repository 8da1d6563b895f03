import { queryOptions } from '@tanstack/react-query';
import { api, got } from '../api.ts';
import type { Typed } from './queue.ts';

/** What a rater's link opens. Read again only when the tab comes back: answers are kept here meanwhile. */
export const rateQuery = (token: string) =>
  queryOptions({ queryKey: ['rate', token], queryFn: () => load(token), staleTime: Infinity });

export type Rate = Awaited<ReturnType<typeof load>>;
export type Card = Rate['cards'][number];
export type Series = NonNullable<Card['series']>;
export type KeptFile = Rate['ratings'][number]['files'][number];

/** Cards that belong together, in the order they are asked. */
export type Group = {
  readonly code: string;
  readonly title: string;
  readonly cards: readonly Card[];
};

/** The parts of a rating: the profile's own sections, or where it has none the framework's levels. */
export function parts(cards: readonly Card[]): readonly Group[] {
  return grouped(cards, (card) =>
    card.section === '' ? [card.level, card.levelTitle] : [card.section, card.section],
  );
}

export function topics(cards: readonly Card[]): readonly Group[] {
  return grouped(cards, (card) => [card.topic, card.topicTitle]);
}

/** The sentence that a card asks: the profile's plain statement, or the indicator's question. */
export function asks(card: Card): string {
  return card.statement === '' ? card.question : card.statement;
}

export function unanswered(indicator: string): Typed {
  return { indicator, answer: null, grade: null, confidence: null, comment: '', link: '' };
}

function grouped(
  cards: readonly Card[],
  by: (card: Card) => readonly [code: string, title: string],
): readonly Group[] {
  const titles = new Map(cards.map(by));
  return [...titles].map(([code, title]) => ({
    code,
    title,
    cards: cards.filter((card) => by(card)[0] === code),
  }));
}

function load(token: string) {
  return got(api.rate[':token'].$get({ param: { token } }));
}
