import { describe, expect, test } from 'vitest';
import { completeness, dueBy, isStale } from './completeness.ts';
import { Profile } from './partnership.ts';

const empty = Profile.parse({});

describe('[DR-3] completeness', () => {
  test('of an empty profile is nothing out of twenty', () => {
    expect(completeness(empty, 0)).toMatchObject({ answered: 0, asked: 20 });
  });

  test('[DR-1] counts the answer "none", and not the missing answer', () => {
    expect(completeness({ ...empty, activities: [] }, 0).answered).toBe(1);
    expect(completeness({ ...empty, activities: null }, 0).open).toContain('activities');
  });

  test('counts members and any way to get in touch', () => {
    const reachable = Profile.parse({ contact: { mailbox: 'slavery@county.example' } });
    const { answered, open } = completeness(reachable, 3);
    expect(answered).toBe(2);
    expect(open).not.toContain('members');
  });
});

test.each([
  [null, '2026-03-02', true],
  ['2025-03-02', '2026-03-02', false],
  ['2025-03-01', '2026-03-02', true],
  ['2023-02-28', '2024-02-29', false],
  ['2023-02-27', '2024-02-29', true],
  ['2024-12-31', '2025-01-01', false],
])('[DR-4] verified on %s, seen on %s: stale is %s', (verified, today, stale) => {
  expect(isStale(verified, today)).toBe(stale);
});

test('what is due comes in order of day, broken links last', () => {
  const profile = Profile.parse({
    coordinator: { organisation: 'Harbour Council', fundedUntil: '2026-05-01' },
    funding: [{ category: 'opcc', to: '2026-04-01' }],
    documents: [
      { kind: 'strategy', reviewDue: '2027-01-01', linkState: 'broken' },
      { kind: 'action-plan', title: 'Plan', reviewDue: '2026-03-31' },
    ],
  });
  expect(dueBy(profile, '2026-06-30').map(({ what, title }) => [what, title])).toEqual([
    ['review-due', 'Plan'],
    ['funding-ends', 'opcc'],
    ['post-ends', 'Harbour Council'],
    ['link-broken', 'strategy'],
  ]);
});
