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

/** The cards in the order they are asked, under the heading that the profile gives them. */
export type Section = {
  readonly code: string;
  readonly title: string;
  readonly cards: readonly Card[];
};

/** Community profiles have sections of their own; the others go by topic. */
export function sections(cards: readonly Card[]): readonly Section[] {
  const found = new Map<string, { code: string; title: string; cards: Card[] }>();
  for (const card of cards) {
    const code = card.section === '' ? card.topic : card.section;
    const title = card.section === '' ? card.topicTitle : card.section;
    const section = found.get(code) ?? { code, title, cards: [] };
    section.cards.push(card);
    found.set(code, section);
  }
  return [...found.values()];
}

/** The sentence that a card asks: the profile's plain statement, or the indicator's question. */
export function asks(card: Card): string {
  return card.statement === '' ? card.question : card.statement;
}

export function unanswered(indicator: string): Typed {
  return { indicator, answer: null, grade: null, confidence: null, comment: '', link: '' };
}

function load(token: string) {
  return got(api.rate[':token'].$get({ param: { token } }));
}
