import { expect, test } from 'vitest';
import { besidePeers, learningMatches, sideOf, type Peer } from './peers.ts';

const peer = (id: string, score: number | null, reach: number | null = 0.3): Peer => ({
  ...{ id, score },
  low: score === null || reach === null ? null : score - reach,
  high: score === null || reach === null ? null : score + reach,
});

test('[CP-18] places with the same score are not told apart by the last digit of a sum', () => {
  // Three tenths, as a sum and as they are.
  const [one, other] = [0.3, 0.1 + 0.2];
  const bare = (id: string, score: number): Peer => ({ id, score, low: score, high: score });
  expect(sideOf(bare('own', one), bare('a', other))).toBe('alike');
});

test('[CP-18] only intervals that do not meet tell places apart', () => {
  const own = peer('own', 2);
  expect(sideOf(own, peer('a', 2.7))).toBe('higher');
  expect(sideOf(own, peer('b', 2.5))).toBe('alike');
  expect(sideOf(own, peer('c', 1.3))).toBe('lower');
  expect(sideOf(own, peer('d', 4, null))).toBe('alike');
});

test('[CP-1] [CP-18] the group holds the place itself, and others are counted by side', () => {
  const found = besidePeers(peer('own', 2), [
    peer('a', 3),
    peer('b', 2),
    peer('c', 1),
    peer('d', null),
  ]);
  expect(found).toEqual({
    ...{ group: { n: 4, least: 1, q1: 1.75, median: 2, q3: 2.25, most: 3 } },
    ...{ higher: 1, lower: 1, alike: 1 },
  });
});

test('[CP-2] under four with a score there are no figures', () => {
  expect(besidePeers(peer('own', 2), [peer('a', 3), peer('b', 2)]).group).toBeNull();
  expect(
    besidePeers(
      null,
      [1, 2, 3, 4].map((at) => peer(String(at), at)),
    ).group?.n,
  ).toBe(4);
});

test('[CP-19] learning: who has the same gap, and who is strong and told apart', () => {
  const others = [
    peer('low', 1.2),
    peer('strong', 3.4),
    peer('stronger', 3.6),
    peer('wide', 3.4, 2.2),
  ];
  const found = learningMatches(
    [
      { topic: 'A', own: peer('own', 1), others },
      { topic: 'B', own: peer('own', 2.5), others },
      { topic: 'C', own: peer('own', 2.5), others },
      { topic: 'D', own: peer('own', 1), others: [peer('x', 2.5)] },
    ],
    new Set(['C']),
  );
  expect(found).toEqual([
    { topic: 'A', sameGap: ['low'], strong: ['stronger', 'strong'] },
    { topic: 'C', sameGap: ['low'], strong: ['stronger', 'strong'] },
  ]);
});
