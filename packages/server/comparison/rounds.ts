import type { Role } from '@freehold/core/access';
import {
  commonQuestions,
  roundsCompared,
  type Scored,
  type TopicChange,
} from '@freehold/core/comparison';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { actionsOf, type KeptAction } from '../action/index.ts';
import type { Work } from '../database/within.ts';
import { onCommon } from './common.ts';
import { bridgeOf, recountedBetween, roundsOf, scoredTopics, type Round } from './rounds-store.ts';
import type { RoundsCompared } from './rounds-shapes.ts';

/**
 * Two rounds of a place topic by topic, and the course of each topic over all rounds. Without being asked for others,
 * the newest beside the one before it. Eight statements at most, however many rounds, topics and actions there are.
 */
export async function placeRounds(
  tx: Work,
  place: string,
  role: Role,
  asked: { readonly from: string | undefined; readonly to: string | undefined },
): Promise<Outcome<RoundsCompared>> {
  const found = await roundsOf(tx, place, role);
  if (found === null) return refused(problem('not-found'));
  const { name, rounds } = found;
  const to = chosen(rounds, asked.to) ?? rounds.at(-1) ?? null;
  const earlier = rounds.slice(0, to === null ? 0 : rounds.indexOf(to));
  const from = chosen(earlier, asked.from) ?? earlier.at(-1) ?? null;
  const unknown = [asked.from, asked.to].filter(
    (each) => each !== undefined && chosen(rounds, each) === null,
  );
  if (unknown.length > 0) return refused(problem('round-unknown'));
  return fine({
    place: { id: place, name },
    rounds: rounds.map(shownRound),
    from: from?.review ?? null,
    to: to?.review ?? null,
    levels: (to?.result.levels ?? []).map(({ code, title }) => ({ code, title })),
    topics:
      from === null || to === null ? [] : await topicsOf(tx, { place, role }, rounds, from, to),
  });
}

function chosen(rounds: readonly Round[], review: string | undefined): Round | null {
  return rounds.find((each) => each.review === review) ?? null;
}

async function topicsOf(
  tx: Work,
  { place, role }: { readonly place: string; readonly role: Role },
  rounds: readonly Round[],
  from: Round,
  to: Round,
): Promise<RoundsCompared['topics']> {
  const { links, titles, measures } = await bridgeOf(tx, from, to);
  const recounted = await recountedBetween(tx, from, to, measures);
  const actions = (await actionsOf(tx, place)).filter((action) => wasOn(action, from, to));
  const course = rounds.map(
    (round) => new Map(scoredTopics(round).map((topic) => [topic.code, topic])),
  );
  const [before, after] = [scoredTopics(from), scoredTopics(to)];
  const pairs = commonQuestions(before, after, links, recounted);
  const restricted = await onCommon(tx, { from, to, pairs, role });
  const found = roundsCompared(before, after, { links, broken: recounted, restricted });
  return found.map((topic) => ({
    ...topicShown(topic),
    differing: topic.differing.map((code) => ({ code, title: titles.get(code) ?? code })),
    actions: actions
      .filter((action) => touches(action, topic))
      .map(({ id, title, status }) => ({ id, title, status })),
    course: course.map((topics) => scoreShown(topics.get(topic.topic.code) ?? null)),
  }));
}

function topicShown({ topic, before, after, change, verdict, because, common }: TopicChange) {
  return {
    ...{ code: topic.code, title: topic.title, level: topic.group },
    ...{ before: scoreShown(before), after: scoreShown(after), change, verdict, because, common },
  };
}

function scoreShown(topic: Scored | null) {
  return topic && { score: topic.score, low: topic.low, high: topic.high };
}

/** Was an action under way at some time between the days on which the two rounds were validated? */
function wasOn({ startsOn, endedOn, status }: KeptAction, from: Round, to: Round): boolean {
  const [first, last] = [dayOf(from.at), dayOf(to.at)];
  const begun = startsOn === null ? status !== 'planned' : startsOn <= last;
  return begun && (endedOn === null || endedOn >= first);
}

function touches(
  { topics, indicators }: KeptAction,
  { topic, after, before }: TopicChange,
): boolean {
  const parts = [...(after?.parts ?? []), ...(before?.parts ?? [])];
  return topics.includes(topic.code) || indicators.some((each) => parts.includes(each));
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function shownRound({ review, title, round, at, profile, result }: Round) {
  const { framework, agencies, raters } = result;
  return {
    ...{ review, title, round, profile, at: at.toISOString() },
    framework: { title: framework.title, version: framework.version },
    ...{ agencies: agencies.length, raters },
  };
}
