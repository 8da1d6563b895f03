import { describe, expect, test } from 'vitest';
import { moved, movesFrom, ReviewState } from './steps.ts';

const rated = { raters: 6, ratings: 30 };
const fresh = { raters: 6, ratings: 0 };
const empty = { raters: 0, ratings: 0 };

test('[RV-20] a review goes forward step by step', () => {
  const path = ReviewState.options;
  for (const [at, state] of path.entries()) {
    const next = path[at + 1];
    if (next === undefined) expect(movesFrom(state, rated, 'co-ordinator')).toEqual([]);
    else expect(moved(state, next, rated, 'co-ordinator')).toEqual({ ok: true, value: next });
  }
});

test('[RV-20] a step that does not lead on is no step', () => {
  expect(moved('draft', 'agreeing', rated, 'co-ordinator')).toMatchObject({
    problems: [{ code: 'no-such-move', details: { from: 'draft', to: 'agreeing' } }],
  });
  expect(moved('published', 'validated', rated, 'co-ordinator').ok).toBe(false);
  expect(moved('validated', 'agreeing', rated, 'co-ordinator').ok).toBe(false);
});

describe('[RV-20] what stands in the way is said', () => {
  test.each([
    ['draft', 'rating', empty, 'no-raters'],
    ['rating', 'agreeing', fresh, 'nothing-rated'],
    ['rating', 'draft', rated, 'something-rated'],
  ] as const)('%s to %s', (from, to, facts, blockedBy) => {
    expect(movesFrom(from, facts, 'co-ordinator')).toContainEqual({
      to,
      allowed: false,
      blockedBy,
    });
    expect(moved(from, to, facts, 'co-ordinator')).toMatchObject({
      problems: [{ code: blockedBy }],
    });
  });
});

test('[RV-20] nothing rated goes back to draft, and agreeing reopens', () => {
  expect(moved('rating', 'draft', fresh, 'co-ordinator').ok).toBe(true);
  expect(moved('agreeing', 'rating', rated, 'co-ordinator').ok).toBe(true);
});

describe('[RV-21] who may', () => {
  test('the chair validates and publishes, and does not run the rating', () => {
    expect(moved('agreeing', 'validated', rated, 'chair').ok).toBe(true);
    expect(moved('validated', 'published', rated, 'chair').ok).toBe(true);
    for (const [from, to] of [
      ['draft', 'rating'],
      ['rating', 'agreeing'],
      ['rating', 'draft'],
      ['agreeing', 'rating'],
    ] as const) {
      expect(moved(from, to, rated, 'chair')).toMatchObject({
        problems: [{ code: 'not-allowed' }],
      });
    }
  });

  test.each(['member', 'analyst', 'survivor-adviser', 'policy-reader', 'researcher'] as const)(
    'a %s moves nothing',
    (role) => {
      for (const state of ReviewState.options)
        for (const move of movesFrom(state, rated, role))
          expect(move).toMatchObject({ allowed: false, blockedBy: 'not-allowed' });
    },
  );
});
