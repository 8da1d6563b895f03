import { difference, told, type Difference, type Told } from './change.ts';

/** One topic as a round left it. `parts` are the questions that its score is made of. */
export type Scored = {
  readonly code: string;
  readonly title: string;
  readonly group: string;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly parts: readonly string[];
};

/** What became of a question between two rounds, as a mapping between versions says it. */
export type Link = {
  readonly from: string | null;
  readonly to: string | null;
  readonly verdict: 'same' | 'moved' | 'cannot-compare' | 'new' | 'gone';
};

/**
 * Why two rounds of a topic cannot be set side by side: it is not in the other round; its questions are not the
 * same ones; or the figures behind one of them are counted in another way since.
 */
export const CannotCompare = ['not-in-both', 'questions-differ', 'counting-changed'] as const;
export type CannotCompare = (typeof CannotCompare)[number];

export type TopicChange = {
  readonly topic: Pick<Scored, 'code' | 'title' | 'group'>;
  readonly before: Scored | null;
  readonly after: Scored | null;
  readonly change: Difference | null;
  readonly verdict: Told | 'cannot-compare' | 'no-score';
  readonly because: CannotCompare | null;
  /** The questions that only one of the rounds asked, or that mean something else now, by the newer code if there is one. */
  readonly differing: readonly string[];
};

/**
 * What changed from one round to another, topic by topic in the later round's order; topics that are gone come last.
 * Two rounds of a topic are compared only where they ask the same questions: `same` or `moved` in `links`, none more
 * and none fewer, and none of `broken` (codes of the later round whose counting has changed). O(topics + questions).
 * [CP-15] [CP-16]
 */
export function roundsCompared(
  before: readonly Scored[],
  after: readonly Scored[],
  links: readonly Link[],
  broken: ReadonlySet<string>,
): readonly TopicChange[] {
  const carried = new Map(
    links.flatMap(({ from, to, verdict }) =>
      from !== null && to !== null && (verdict === 'same' || verdict === 'moved')
        ? [[from, to] as const]
        : [],
    ),
  );
  const earlier = new Map(before.map((topic) => [topic.code, topic]));
  const later = new Set(after.map(({ code }) => code));
  return [
    ...after.map((topic) => compared(earlier.get(topic.code) ?? null, topic, carried, broken)),
    ...before
      .filter(({ code }) => !later.has(code))
      .map((topic) => ({ ...unlike(topic, topic, null, 'not-in-both'), differing: topic.parts })),
  ];
}

function compared(
  before: Scored | null,
  after: Scored,
  carried: ReadonlyMap<string, string>,
  broken: ReadonlySet<string>,
): TopicChange {
  if (before === null)
    return { ...unlike(after, null, after, 'not-in-both'), differing: after.parts };
  const asked = before.parts.map((code) => carried.get(code) ?? null);
  const differing = [
    ...after.parts.filter((code) => !asked.includes(code)),
    ...before.parts.filter((_, at) => !after.parts.includes(asked[at] ?? '')),
  ];
  if (differing.length > 0)
    return {
      ...unlike(after, before, after, 'questions-differ'),
      differing: [...new Set(differing)],
    };
  const recounted = after.parts.filter((code) => broken.has(code));
  if (recounted.length > 0)
    return { ...unlike(after, before, after, 'counting-changed'), differing: recounted };
  const scored = { topic: named(after), before, after, because: null, differing: [] };
  const [from, to] = [figureOf(before), figureOf(after)];
  if (from === null || to === null) return { ...scored, change: null, verdict: 'no-score' };
  const change = difference(from, to);
  return { ...scored, change, verdict: told(change) };
}

function unlike(
  topic: Scored,
  before: Scored | null,
  after: Scored | null,
  because: CannotCompare,
): Omit<TopicChange, 'differing'> {
  return { topic: named(topic), before, after, change: null, verdict: 'cannot-compare', because };
}

function named({ code, title, group }: Scored): TopicChange['topic'] {
  return { code, title, group };
}

function figureOf({ score, low, high }: Scored) {
  return score === null ? null : { value: score, low, high };
}
