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
  /** On how many questions the two are set side by side where that is not all: `before` and `after` are then of these. */
  readonly common: number | null;
};

/** A question under its code in the earlier round and in the later one. */
export type Pair = { readonly from: string; readonly to: string };

/** The questions that both rounds asked with the same meaning and the same way of counting. [CP-16] */
export function commonQuestions(
  before: readonly Scored[],
  after: readonly Scored[],
  links: readonly Link[],
  broken: ReadonlySet<string>,
): readonly Pair[] {
  const [asked, again] = [partsOf(before), partsOf(after)];
  return [...carriedBy(links)]
    .filter(([from, to]) => asked.has(from) && again.has(to) && !broken.has(to))
    .map(([from, to]) => ({ from, to }));
}

/**
 * What changed from one round to another, topic by topic in the later round's order; topics that are gone come last.
 * Two rounds of a topic are set side by side as they stand where they ask the same questions (`same` or `moved` in
 * `links`, none more, none fewer, none of `broken`, the later codes whose counting has changed). Otherwise only on the
 * questions that they have in common: `restricted` holds both rounds worked out on these alone. Without any there
 * is nothing to compare. O(topics + questions). [CP-15] [CP-16]
 */
export function roundsCompared(
  before: readonly Scored[],
  after: readonly Scored[],
  { links, broken, restricted }: Carrying,
): readonly TopicChange[] {
  const carried = carriedBy(links);
  const earlier = new Map(before.map((topic) => [topic.code, topic]));
  const later = new Set(after.map(({ code }) => code));
  return [
    ...after.map((topic) => {
      const other = earlier.get(topic.code);
      if (other === undefined) return unlike(topic, null, topic, 'not-in-both', topic.parts);
      const { because, differing } = unlikeness(other, topic, carried, broken);
      if (because === null) return compared(topic, other, topic);
      const ofBefore = restricted.before.find(({ code }) => code === topic.code);
      const ofAfter = restricted.after.find(({ code }) => code === topic.code);
      if (ofBefore === undefined || ofAfter === undefined)
        return unlike(topic, other, topic, because, differing);
      const common = ofAfter.parts.length;
      return { ...compared(topic, ofBefore, ofAfter), because, differing, common };
    }),
    ...before
      .filter(({ code }) => !later.has(code))
      .map((topic) => unlike(topic, topic, null, 'not-in-both', topic.parts)),
  ];
}

type Carrying = {
  readonly links: readonly Link[];
  readonly broken: ReadonlySet<string>;
  readonly restricted: { readonly before: readonly Scored[]; readonly after: readonly Scored[] };
};

function unlikeness(
  before: Scored,
  after: Scored,
  carried: ReadonlyMap<string, string>,
  broken: ReadonlySet<string>,
): Pick<TopicChange, 'because' | 'differing'> {
  const asked = before.parts.map((code) => carried.get(code) ?? null);
  const differing = [
    ...after.parts.filter((code) => !asked.includes(code)),
    ...before.parts.filter((_, at) => !after.parts.includes(asked[at] ?? '')),
  ];
  if (differing.length > 0)
    return { because: 'questions-differ', differing: [...new Set(differing)] };
  const recounted = after.parts.filter((code) => broken.has(code));
  return { because: recounted.length > 0 ? 'counting-changed' : null, differing: recounted };
}

function compared(topic: Scored, before: Scored, after: Scored): TopicChange {
  const scored = {
    ...{ topic: named(topic), before, after, because: null },
    ...{ differing: [], common: null },
  };
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
  differing: readonly string[],
): TopicChange {
  const nothing = { change: null, verdict: 'cannot-compare', common: null } as const;
  return { topic: named(topic), before, after, because, differing, ...nothing };
}

function carriedBy(links: readonly Link[]): ReadonlyMap<string, string> {
  return new Map(
    links.flatMap(({ from, to, verdict }) =>
      from !== null && to !== null && (verdict === 'same' || verdict === 'moved')
        ? [[from, to] as const]
        : [],
    ),
  );
}

function partsOf(topics: readonly Scored[]): ReadonlySet<string> {
  return new Set(topics.flatMap(({ parts }) => parts));
}

function named({ code, title, group }: Scored): TopicChange['topic'] {
  return { code, title, group };
}

function figureOf({ score, low, high }: Scored) {
  return score === null ? null : { value: score, low, high };
}
