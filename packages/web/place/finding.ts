import type { ReviewProfile, TopicScore } from '@freehold/core/review';
import { list, number } from '../words.ts';

type Scored = TopicScore & { readonly score: number };

/**
 * What a place's scores say, as a sentence: its weakest topic, or that several cannot be told apart as the
 * weakest. Two topics cannot be told apart when both have intervals and these overlap.
 */
export function profileFinding(place: string, profile: ReviewProfile): string {
  const [lowest, ...others] = scored(profile);
  if (lowest === undefined) return `No topic of ${place} has enough answers for a score yet`;
  const alike = others.filter((other) => overlap(lowest, other));
  const titles = [lowest, ...alike].map(({ title }) => midSentence(title));
  if (alike.length === 0) {
    return `${place} rates lowest on ${titles[0] ?? ''}: ${number(lowest.score, 1)} of 4`;
  }
  return alike.length <= 2
    ? `${place} rates lowest on ${list(titles)}, which cannot be told apart`
    : `${place} rates lowest on ${titles[0] ?? ''}; ${alike.length} more topics cannot be told apart from it`;
}

/** The topics that have a score, the lowest first; equal ones by code. */
export function scored(profile: ReviewProfile): readonly Scored[] {
  return profile.topics
    .filter((topic): topic is Scored => topic.score !== null)
    .toSorted((a, b) => a.score - b.score || a.code.localeCompare(b.code));
}

/** A title inside a sentence: its first letter small, unless it begins with initials such as NRM. */
export function midSentence(title: string): string {
  const [first = '', second = ''] = title;
  const initials =
    first === first.toUpperCase() && second === second.toUpperCase() && /\p{L}/u.test(second);
  return initials ? title : first.toLowerCase() + title.slice(1);
}

function overlap(a: TopicScore, b: TopicScore): boolean {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return false;
  return a.low <= b.high && b.low <= a.high;
}
