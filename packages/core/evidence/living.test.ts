import { expect, test } from 'vitest';
import { freshness } from './freshness.ts';
import { groupStanding } from './group.ts';
import { countFaults, Protocol } from './protocol.ts';
import { Study } from './study.ts';
import { survivorInclusion } from './survivor-inclusion.ts';

const on = { madeOn: '2025-01-10', today: '2026-01-10' };

test('[EV-15] a claim is stale the day after its last day', () => {
  const by = (reviewBy: string | null, lastReviewOn: string | null = null) =>
    freshness({ reviewBy, lastReviewOn }, on);
  expect(by('2026-01-09')).toBe('stale');
  expect(by('2026-01-10')).toBe('due-soon');
  // 60 days after 10 January 2026: 21 left in January, 28 in February, so 11 March.
  expect(by('2026-03-11')).toBe('due-soon');
  expect(by('2026-03-12')).toBe('current');
});

test('[EV-15] without a day, a year after somebody last looked, or after it was made', () => {
  expect(freshness({ reviewBy: null, lastReviewOn: null }, on)).toBe('due-soon');
  expect(freshness({ reviewBy: null, lastReviewOn: null }, { ...on, today: '2026-01-11' })).toBe(
    'stale',
  );
  expect(freshness({ reviewBy: null, lastReviewOn: '2025-12-01' }, on)).toBe('current');
});

test('[EV-17] seats are counted of those who are there today', () => {
  const member = { seat: 'research' as const, declaredOn: '2025-01-01', leftOn: null };
  expect(
    groupStanding(
      2,
      [
        member,
        { ...member, seat: 'survivor', declaredOn: null },
        { ...member, seat: 'survivor', leftOn: '2026-01-10' },
        { ...member, leftOn: '2026-01-11' },
      ],
      '2026-01-10',
    ),
  ).toEqual({ members: 3, survivorSeats: 2, survivorSeatsFilled: 1, undeclared: 1 });
});

test('[EV-18] silence is not a no', () => {
  const study = (
    id: string,
    survivorsInDesign: boolean | null,
    survivorsInEvaluation: boolean | null,
  ) => Study.parse({ id, title: id, survivorsInDesign, survivorsInEvaluation });
  const found = survivorInclusion([
    study('a', true, null),
    study('b', false, false),
    study('c', null, null),
  ]);
  expect(found).toEqual({
    any: { yes: 1, known: 2, all: 3 },
    design: { yes: 1, known: 2, all: 3 },
    implementation: { yes: 0, known: 0, all: 3 },
    evaluation: { yes: 0, known: 1, all: 3 },
  });
});

test('[EV-12] a search cannot screen more than it found, nor judge more than it screened', () => {
  const search = (counts: object) => countFaults(Protocol.parse({ title: 'S', ...counts }));
  expect(search({})).toEqual([]);
  expect(search({ identified: 100, duplicates: 20, screened: 80, included: 5 })).toEqual([]);
  expect(search({ identified: 100, duplicates: 20, screened: 81 })).toMatchObject([
    { code: 'search-screened-beyond', details: { screened: 81, most: 80 } },
  ]);
  const excluded = [
    { reason: 'No outcome', n: 60 },
    { reason: 'Other country', n: 16 },
  ];
  expect(search({ screened: 80, excluded, included: 5 })).toMatchObject([
    { code: 'search-judged-beyond', details: { judged: 81, screened: 80 } },
  ]);
});
