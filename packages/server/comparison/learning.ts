import type { Role } from '@freehold/core/access';
import { gapUnder, learningMatches, strongFrom } from '@freehold/core/comparison';
import type { Work } from '../database/within.ts';
import { gapsOf } from '../gap/store.ts';
import type { LearningAnswer } from './peers-shapes.ts';
import { peerOf, peersOn, reasonFor, sidesOf } from './peers.ts';
import type { SharedPlace } from './shared-store.ts';

/**
 * For each gap of a place: which others have it too, which are strong there, and whom to ask where a partnership agreed
 * to be asked. Only what is shared is looked at. Four statements. [CP-19]
 */
export async function learningOf(
  tx: Work,
  by: { readonly partnership: string; readonly role: Role },
  place: string,
): Promise<LearningAnswer | null> {
  const sides = await sidesOf(tx, by, place);
  if (sides === null) return null;
  const { own, round, peers, shared } = sides;
  const gaps = (await gapsOf(tx, place)).filter(({ status }) => status === 'kept');
  const topics = round?.result.topics ?? [];
  const known = new Map(peers.map((each) => [each.review, each]));
  const matches = learningMatches(
    topics.map((topic) => ({
      topic: topic.code,
      own: peerOf('own', topic),
      others: peersOn(peers, topic.code),
    })),
    new Set(gaps.map(({ topic }) => topic)),
  );
  const shown = (topic: string) => (id: string) => {
    const found = known.get(id);
    return found === undefined ? [] : [{ found, match: matchShown(found, topic) }];
  };
  return {
    place: { id: place, name: own.name },
    review: round && { title: round.title, round: round.round },
    matches: matches.map(({ topic, sameGap, strong }) => {
      const self = topics.find(({ code }) => code === topic);
      return {
        ...{ topic, title: self?.title ?? topic },
        own: { score: self?.score ?? null, low: self?.low ?? null, high: self?.high ?? null },
        gaps: gaps.filter((gap) => gap.topic === topic).map(({ title }) => title),
        sameGap: sameGap.flatMap(shown(topic)).map(({ match }) => match),
        strong: strong
          .flatMap(shown(topic))
          .map(({ found, match }) => ({ ...match, contact: contactIn(found) })),
      };
    }),
    looked: peers.length,
    ...{ gapUnder, strongFrom },
    reason: reasonFor(
      round,
      shared.filter((each) => each.placeHere !== place),
      peers,
    ),
  };
}

function matchShown({ review, result, at }: SharedPlace, topic: string) {
  const found = result.topics.find(({ code }) => code === topic);
  return {
    ...{ id: review, place: result.place, partnership: result.partnership },
    ...{ round: result.round, at: at.toISOString() },
    ...{ score: found?.score ?? null, low: found?.low ?? null, high: found?.high ?? null },
  };
}

function contactIn({ mailbox, offer }: SharedPlace) {
  return mailbox === null ? null : { mailbox, offer: offer ?? '' };
}
