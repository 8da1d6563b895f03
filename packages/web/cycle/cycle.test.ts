import { expect, test } from 'vitest';
import { beginDraft, closingOf, undecided, type Draft } from './draft.ts';
import { ringParts } from './ring.ts';
import { stagesFinding, warningWords } from './words.ts';

test('a ring of four begins at the top and runs clockwise', () => {
  const middles = ringParts(4, 50, 150).map(({ middle }) => middle);
  // The middle of a quarter lies at 45° on a radius of 100: 100 / √2 = 70.71 each way.
  expect(middles).toEqual([
    [70.71, -70.71],
    [70.71, 70.71],
    [-70.71, 70.71],
    [-70.71, -70.71],
  ]);
});

test('the outer line is as long as the share, and nothing where nothing is done', () => {
  const [first] = ringParts(4, 50, 150);
  expect(first?.edge(0)).toBe('');
  // Half of the first quarter ends at 45°, the gap aside: x and −y are alike to a few hundredths of the radius.
  const [x = 0, y = 0] = (first?.edge(0.5) ?? '').split(' ').slice(-2).map(Number);
  expect(Math.abs(x + y)).toBeLessThan(6);
  expect(first?.edge(2)).toBe(first?.edge(1));
});

const line = (stage: 'diagnose' | 'challenge', state: 'not-started' | 'under-way' | 'closed') => ({
  ...{ stage, state, items: 0, done: 0 },
});

test('what the stages say is one sentence', () => {
  expect(stagesFinding([line('diagnose', 'closed'), line('challenge', 'under-way')])).toBe(
    'Diagnose is closed; Challenge is under way',
  );
  expect(stagesFinding([line('diagnose', 'closed'), line('challenge', 'closed')])).toBe(
    'Diagnose and Challenge are closed',
  );
  expect(stagesFinding([line('diagnose', 'not-started')])).toBe('No stage has started');
});

test('a warning names its rounds, shares and numbers', () => {
  const [title, words] = warningWords({
    code: 'always-in-one-stage',
    stage: 'diagnose',
    rounds: [
      { number: 1, share: 0.6, n: 10 },
      { number: 2, share: 0.8, n: 15 },
    ],
  });
  expect(title).toBe('Always diagnosing');
  expect(words).toContain('rounds 1 and 2 sits in Diagnose: 60% of 10 pieces and 80% of 15 pieces');
});

const gap = { kind: 'gap', id: 'a', title: 'No beds' } as const;
const item = { kind: 'item', id: 'b', title: 'A line' } as const;
const draft: Draft = {
  ...{ endedOn: '2026-03-01', changed: '', normal: '', learning: 'x', nextGoals: 'y' },
  decisions: {},
};

test('what is not decided, and what is dropped without a reason, is counted', () => {
  expect(undecided(draft, [gap, item])).toBe(2);
  const bare = { ...draft, decisions: { 'gap a': { decision: 'dropped', reason: ' ' } } } as const;
  expect(undecided(bare, [gap, item])).toBe(2);
  const said = {
    ...draft,
    decisions: {
      'gap a': { decision: 'dropped', reason: 'The county has some.' },
      'item b': { decision: 'carried', reason: '' },
    },
  } as const;
  expect(undecided(said, [gap, item])).toBe(0);
});

test('only decisions about what is open now are sent', () => {
  const decided = {
    ...draft,
    decisions: {
      'gap a': { decision: 'carried', reason: '' },
      'gap gone': { decision: 'carried', reason: '' },
    },
  } as const;
  expect(closingOf(decided, [gap, item], 'Round 2')).toEqual({
    ...{ endedOn: '2026-03-01', changed: '', normal: '', learning: 'x', nextGoals: 'y' },
    title: 'Round 2',
    decisions: [{ kind: 'gap', id: 'a', decision: 'carried', reason: '' }],
  });
});

test('a reopened round begins with what was written and decided before', () => {
  const before = {
    place: { id: 'p', name: 'Harbourside' },
    round: {
      ...{ id: 'r', number: 1, title: 'Round 1', startedOn: '2025-01-01', endedOn: null },
      ...{ state: 'open' as const, goals: '', learning: 'Ask earlier.', stages: [] },
      balance: { n: 0, untagged: 0, stages: [] },
      ...{ changed: 'Beds.', normal: '', nextGoals: '', closedBy: '', closedAt: null },
    },
    ...{ isLast: true, open: [gap], done: [] },
    decided: [{ ...gap, decision: 'dropped' as const, reason: 'Not ours.' }],
  };
  expect(beginDraft(before, '2026-03-02')).toEqual({
    ...{ endedOn: '2026-03-02', changed: 'Beds.', normal: '', learning: 'Ask earlier.' },
    nextGoals: '',
    decisions: { 'gap a': { decision: 'dropped', reason: 'Not ours.' } },
  });
});
