import type { Profile } from './partnership.ts';

/** What a profile is asked, each as a question whether there is an answer. */
const questions = {
  type: (profile) => profile.type !== '',
  functions: (profile) => profile.functions.length > 0,
  scale: (profile) => profile.scale !== '',
  areas: (profile) => profile.areas.length > 0,
  ties: (profile) => profile.ties.length > 0 || profile.reportsTo !== '',
  home: (profile) => profile.home !== '',
  chair: (profile) => profile.chair.category !== '',
  coordinator: (profile) => profile.coordinator.category !== '',
  contact: ({ contact }) => contact.mailbox !== '' || contact.role !== '' || contact.name !== '',
  website: (profile) => profile.website !== '',
  objectives: (profile) => profile.objectives !== '' || profile.vision !== '',
  pledge: (profile) => profile.pledge.signed !== null,
  meetingFrequency: (profile) => profile.meetingFrequency !== '',
  meetingMode: (profile) => profile.meetingMode !== '',
  engagement: (profile) => profile.engagement.length > 0,
  activities: (profile) => profile.activities !== null,
  measures: (profile) => profile.measures !== null,
  funding: (profile) => profile.funding !== null,
  documents: (profile) => profile.documents !== null,
  members: (_, members) => members > 0,
} as const satisfies Readonly<Record<string, (profile: Profile, members: number) => boolean>>;

export type Question = keyof typeof questions;

export type Completeness = {
  readonly answered: number;
  readonly asked: number;
  /** What has no answer yet, in the order of the form. */
  readonly open: readonly Question[];
};

/** How much of a profile has an answer; `members` is how many organisations are listed as its members. [DR-3] */
export function completeness(profile: Profile, members: number): Completeness {
  const asked = Object.entries(questions).map(
    ([question, answered]) => [question as Question, answered(profile, members)] as const,
  );
  const open = asked.filter(([, answered]) => !answered).map(([question]) => question);
  return { answered: asked.length - open.length, asked: asked.length, open };
}

/** A profile is looked over once a year. */
export const staleAfterMonths = 12;

/**
 * Whether a profile was verified longer ago than 12 months, or never. Days are ISO days; a day exactly 12 months
 * back is still fresh, and the last day of February stands in for the 29th. [DR-4]
 */
export function isStale(verifiedOn: string | null, today: string): boolean {
  return verifiedOn === null || verifiedOn < monthsBefore(today, staleAfterMonths);
}

function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 - months;
  const last = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate();
  const parts = [Math.floor(count / 12), (count % 12) + 1, Math.min(date, last)];
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
}

/** Papers and promises of a profile that are due: a document's review, and a post whose money ends. */
export type Due = {
  readonly what: 'review-due' | 'funding-ends' | 'post-ends' | 'link-broken';
  readonly title: string;
  readonly on: string | null;
};

/** What of a profile is due by a day, the earliest first; links that were found broken come last. */
export function dueBy(profile: Profile, day: string): readonly Due[] {
  const reviews = (profile.documents ?? []).map(({ kind, title, reviewDue }) => ({
    what: 'review-due' as const,
    title: title || kind,
    on: reviewDue,
  }));
  const funds = (profile.funding ?? []).map(({ category, funder, to }) => ({
    what: 'funding-ends' as const,
    title: funder || category,
    on: to,
  }));
  const { organisation, fundedUntil } = profile.coordinator;
  const post = { what: 'post-ends' as const, title: organisation, on: fundedUntil };
  const dated = [...reviews, ...funds, post].filter(({ on }) => on !== null && on <= day);
  const broken = (profile.documents ?? [])
    .filter(({ linkState }) => linkState === 'broken')
    .map(({ kind, title }) => ({ what: 'link-broken' as const, title: title || kind, on: null }));
  return [...dated.toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? '')), ...broken];
}
