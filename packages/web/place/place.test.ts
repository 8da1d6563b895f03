import { expect, test } from 'vitest';
import type { ReviewProfile, TopicScore } from '@freehold/core/review';
import { midSentence, profileFinding } from './finding.ts';
import { heatLevels } from './heat-levels.ts';
import { compareSearch, groupOf, placesSearch } from './search.ts';
import { nextStep } from './next.ts';
import { placesTitle, positionTitle, usualParent, whatPlaceIs } from './words.ts';

function topic(code: string, title: string, score: number | null, half: number | null): TopicScore {
  return {
    code,
    title,
    level: 'L1',
    score,
    low: score === null || half === null ? null : Math.max(0, score - half),
    high: score === null || half === null ? null : Math.min(4, score + half),
    coverage: score === null ? 0.4 : 0.9,
    raters: 4,
    agencies: 4,
    answered: 3,
    applicable: 4,
    alpha: null,
    grades: { A: 0, B: 1, C: 0, D: 0, none: 2 },
    noScore: score === null ? 'low-coverage' : null,
    noInterval: half === null ? 'few-agencies' : null,
  };
}

function profile(...topics: TopicScore[]): ReviewProfile {
  return {
    framework: { code: 'x', version: 1, title: 'X', statement: 'X' },
    levels: [
      {
        code: 'L1',
        title: 'Level',
        averaged: true,
        topics: topics.map(({ code }) => code),
        score: null,
        low: null,
        high: null,
        coverage: 1,
      },
    ],
    topics,
    indicators: [],
    agencies: ['A', 'B', 'C', 'D'],
    raters: 4,
    recipe: {
      method: 'freehold-review/1',
      framework: { code: 'x', version: 1 },
      profile: 'full',
      leastCoverage: 0.5,
      leastAgencies: 3,
      interval: { level: 0.9, draws: 2000, seed: 1 },
      measured: [],
    },
  };
}

test('the finding names the weakest topic, and says when others cannot be told apart from it', () => {
  const housing = topic('T1', 'Housing', 1.2, 0.2);
  expect(profileFinding('Bramley', profile(housing, topic('T2', 'Work', 3, 0.2)))).toBe(
    'Bramley rates lowest on housing: 1.2 of 4',
  );
  expect(profileFinding('Bramley', profile(topic('T2', 'Work', 1.5, 0.2), housing))).toBe(
    'Bramley rates lowest on housing and work, which cannot be told apart',
  );
  const many = ['A', 'B', 'C'].map((each) => topic(each, `Topic ${each}`, 1.3, 0.4));
  expect(profileFinding('Bramley', profile(housing, ...many))).toBe(
    'Bramley rates lowest on housing; 3 more topics cannot be told apart from it',
  );
});

test('without intervals nothing is said to be alike; without scores nothing is said at all', () => {
  const bare = profile(topic('T1', 'Housing', 1.2, null), topic('T2', 'Work', 1.2, null));
  expect(profileFinding('Bramley', bare)).toBe('Bramley rates lowest on housing: 1.2 of 4');
  expect(profileFinding('Bramley', profile(topic('T1', 'Housing', null, null)))).toBe(
    'No topic of Bramley has enough answers for a score yet',
  );
});

test('initials stay capital inside a sentence', () => {
  expect(midSentence('NRM referrals')).toBe('NRM referrals');
  expect(midSentence('Housing')).toBe('housing');
});

test('each topic becomes a cell of its level, with the reason where it has no score', () => {
  const made = profile(topic('T1', 'Housing', 1.2, 0.2), topic('T2', 'Work', null, null));
  const [level] = heatLevels(made, ({ code }) => `/#${code}`);
  expect(level?.cells.map(({ score, note, href }) => [score, note, href])).toEqual([
    [1.2, '', '/#T1'],
    [null, '40% answered, too little', '/#T2'],
  ]);
});

test('what comes next follows from what is there', () => {
  const gaps = { proposed: 0, kept: 0, high: 0 };
  const review = {
    id: 'r',
    title: 'Review',
    state: 'published' as const,
    round: 1,
    profileName: 'Full',
    publishedAt: null,
    agencies: 4,
    raters: 6,
  };
  const running = {
    id: 'r',
    title: 'Review',
    state: 'rating' as const,
    ratersInvited: 4,
    ratersFinished: 1,
    answered: 3,
    asked: 40,
    closesOn: null,
  };
  expect(nextStep({ review: null, running: null, gaps })).toMatchObject({ to: 'new-review' });
  expect(nextStep({ review, running, gaps })).toMatchObject({ to: 'reviews' });
  expect(nextStep({ review, running: null, gaps }).words).toContain('propose gaps');
  expect(nextStep({ review, running: null, gaps: { ...gaps, proposed: 2 } })).toEqual({
    words: 'Talk about the proposed gaps, and keep or dismiss each with a reason.',
    to: 'plan',
  });
  expect(nextStep({ review, running: null, gaps: { ...gaps, kept: 2 } }).words).toContain(
    'in order',
  );
});

test('an address of Compare keeps what it knows and drops the rest', () => {
  expect(compareSearch({ measure: 'imd', group: 'best', places: '', other: 1 })).toEqual({
    measure: 'imd',
  });
  expect(placesSearch({ find: 'Boston', type: 3 })).toEqual({ find: 'Boston' });
  expect(groupOf({ group: 'same-parent', parent: 'b' }, [{ id: 'a' }])).toEqual({
    kind: 'same-type',
  });
  expect(groupOf({ group: 'same-parent', parent: 'a' }, [{ id: 'a' }])).toEqual({
    kind: 'same-parent',
    parent: 'a',
  });
  expect(groupOf({ group: 'chosen', places: 'a,b,' }, [])).toEqual({
    kind: 'chosen',
    places: ['a', 'b'],
  });
});

test('places are said in words', () => {
  const parents = [
    { name: 'Boston', type: 'community-safety-partnership' as const },
    { name: 'East Midlands', type: 'region' as const },
    { name: 'Lincolnshire', type: 'police-force-area' as const },
  ];
  expect(whatPlaceIs({ name: 'Boston', type: 'district', parents })).toBe(
    'a district in East Midlands and Lincolnshire',
  );
  expect(whatPlaceIs({ name: 'Quay', type: 'custom', parents: [] })).toBe('an area of your own');
  expect(usualParent('Boston', parents)?.name).toBe('Lincolnshire');
  expect(usualParent('Boston', parents.slice(0, 1))).toBe(null);
  expect(placesTitle(1, '', 'district')).toBe('1 district');
  expect(placesTitle(0, 'Atlantis', null)).toBe('No place is called “Atlantis”');
});

test('a comparison says a fifth or a quarter, never a rank, and nothing of a hidden value', () => {
  const place = { id: 'b', name: 'Boston', type: 'district' as const };
  const measure = measureOf('Deprivation score');
  const group = { q1: 10, q3: 20, label: 'all districts', kind: 'same-type' as const };
  const whole = { ...group, n: 40, least: 2, median: 15, most: 40 };
  const own = { value: 30, low: 28, high: 32, suppressed: false };
  expect(positionTitle({ place, measure, own, group: whole, quintile: 5 })).toBe(
    'Boston, at 30.0, is among the highest fifth of all districts',
  );
  expect(positionTitle({ place, measure, own, group: whole, quintile: 4 })).toBe(
    'Boston, at 30.0, is in the upper quarter of all districts',
  );
  const hidden = { value: null, low: null, high: null, suppressed: true };
  expect(positionTitle({ place, measure, own: hidden, group: whole, quintile: null })).toBe(
    'Boston has no value to show for “Deprivation score”',
  );
});

function measureOf(title: string): Parameters<typeof positionTitle>[0]['measure'] {
  return {
    code: 'm',
    title,
    definition: '',
    unit: '',
    direction: '-',
    valueKind: 'score',
    factor: 1,
    decimals: 1,
    countsPeople: false,
    detection: false,
    leastCell: 0,
    zeroShown: false,
    breaks: [],
  };
}
