import type { Role } from '@freehold/core/access';
import { besidePeers, type Peer } from '@freehold/core/comparison';
import type { ReviewProfile } from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import { nearestShown, nearOf, type Near } from './near.ts';
import type { Groups, PeersAnswer } from './peers-shapes.ts';
import { roundsOf, type Round } from './rounds-store.ts';
import { ownPlace, sharedPlaces, type OwnPlace, type SharedPlace } from './shared-store.ts';

/**
 * What is set beside each other: the place's newest round that others share the same questions of (else its newest), and
 * what they share.
 */
export type Sides = {
  readonly own: OwnPlace;
  readonly round: Round | null;
  readonly shared: readonly SharedPlace[];
  /** Those of them that other places share, asked by the same version and profile: topics hold the same questions. */
  readonly peers: readonly SharedPlace[];
};

/** Three statements. Null where the asker can see no such place. */
export async function sidesOf(
  tx: Work,
  { partnership, role }: { readonly partnership: string; readonly role: Role },
  place: string,
): Promise<Sides | null> {
  const own = await ownPlace(tx, place);
  const found = own && (await roundsOf(tx, place, role));
  if (own === null || found === null) return null;
  const shared = await sharedPlaces(tx, partnership);
  const others = shared.filter((each) => !(each.own && each.placeHere === place));
  const alike = ({ version, profile }: Round) =>
    others.filter((each) => each.version === version && each.profile === profile);
  const round = found.rounds.findLast((each) => alike(each).length > 0) ?? found.rounds.at(-1);
  return { own, round: round ?? null, shared, peers: round === undefined ? [] : alike(round) };
}

/** A place beside others that opted in, topic by topic. Five statements, however many share. */
export async function placeBeside(
  tx: Work,
  by: { readonly partnership: string; readonly role: Role },
  place: string,
  asked: { readonly group: Groups; readonly definition: number | null },
): Promise<PeersAnswer | null> {
  const sides = await sidesOf(tx, by, place);
  if (sides === null) return null;
  const near = await nearOf(tx, place, asked.definition);
  const { own, round, shared, peers } = sides;
  const grouped = ordered(inGroup(asked.group, peers, own, near), asked.group, near);
  const others = shared.filter((each) => !(each.own && each.placeHere === place));
  return {
    place: { id: place, name: own.name, type: own.type },
    review: round && {
      ...{ id: round.review, title: round.title, round: round.round, at: round.at.toISOString() },
      framework: versionOf(round.result),
      shared: shared.some((each) => each.own && each.placeHere === place),
    },
    group: asked.group,
    peers: grouped.map((each) => peerShown(each, near)),
    levels: (round?.result.levels ?? []).map(({ code, title }) => ({ code, title })),
    topics: (round?.result.topics ?? []).map((topic) => {
      const beside = besidePeers(peerOf('own', topic), peersOn(grouped, topic.code));
      return {
        ...{ code: topic.code, title: topic.title, level: topic.level },
        own: scoreOf(topic),
        ...beside,
        group: beside.group && { ...beside.group },
      };
    }),
    otherFramework: others.length - peers.length,
    neighbourhood: near && neighbourhoodShown(near, peers),
    reason: reasonFor(round, others, grouped),
  };
}

export function reasonFor(
  round: Round | null,
  others: readonly SharedPlace[],
  grouped: readonly SharedPlace[],
) {
  if (round === null) return 'no-review';
  if (others.length === 0) return 'nothing-shared';
  return grouped.length === 0 ? 'none-in-group' : null;
}

/** What each of the places shares on a topic, under its review’s id. */
export function peersOn(places: readonly SharedPlace[], topic: string): readonly Peer[] {
  return places.flatMap(({ review, result }) => {
    const found = result.topics.find(({ code }) => code === topic);
    return found === undefined ? [] : [peerOf(review, found)];
  });
}

export function peerOf(id: string, { score, low, high }: Omit<Peer, 'id'>): Peer {
  return { id, score, low, high };
}

type Topic = ReviewProfile['topics'][number] | SharedPlace['result']['topics'][number];

function scoreOf({ score, low, high, coverage, noScore }: Topic) {
  return { score, low, high, coverage, noScore };
}

function versionOf({ framework }: ReviewProfile) {
  return { title: framework.title, version: framework.version };
}

function inGroup(
  group: Groups,
  peers: readonly SharedPlace[],
  own: OwnPlace,
  near: Near | null,
): readonly SharedPlace[] {
  switch (group) {
    case 'all':
      return peers;
    case 'same-type':
      return peers.filter(({ type }) => type === own.type);
    case 'same-parent':
      return peers.filter(
        ({ type, parents }) => type === own.type && parents.some((each) => liesIn(own, each)),
      );
    case 'nearest':
      return ordered(
        peers.filter(({ placeHere }) => near?.distances.has(placeHere ?? '') === true),
        group,
        near,
      ).slice(0, nearestShown);
  }
}

function liesIn(own: OwnPlace, parent: OwnPlace['parents'][number]): boolean {
  return own.parents.some(
    ({ type, code, name }) =>
      type === parent.type && (code ?? name) === (parent.code ?? parent.name),
  );
}

/** By name, or by nearness where that is what the group is about; never by score. */
function ordered(
  places: readonly SharedPlace[],
  group: Groups,
  near: Near | null,
): readonly SharedPlace[] {
  const far = ({ placeHere }: SharedPlace) => near?.distances.get(placeHere ?? '') ?? Infinity;
  return group === 'nearest' ? places.toSorted((a, b) => far(a) - far(b)) : places;
}

function peerShown(each: SharedPlace, near: Near | null): PeersAnswer['peers'][number] {
  const { review, result, type, parents, at, placeHere } = each;
  return {
    id: review,
    ...{ place: result.place, partnership: result.partnership, type, round: result.round },
    parents: parents.map(({ name }) => name),
    ...{ at: at.toISOString(), placeHere },
    distance: near?.distances.get(placeHere ?? '') ?? null,
    topics: Object.fromEntries(result.topics.map((topic) => [topic.code, scoreOf(topic)])),
  };
}

function neighbourhoodShown(
  { definition, yardsticks, missing, measured, unmeasured, nearest }: Near,
  peers: readonly SharedPlace[],
): PeersAnswer['neighbourhood'] {
  const { version, byName, at } = definition;
  const sharing = new Set(peers.map(({ placeHere }) => placeHere));
  return {
    ...{ version, byName, at: at.toISOString(), measured, unmeasured, missing: [...missing] },
    yardsticks: [...yardsticks],
    nearest: nearest.map(({ id, name, distance, parts }) => ({
      ...{ id, name, distance, shares: sharing.has(id) },
      parts: [...parts],
    })),
  };
}
