import { describe, expect, test } from 'vitest';
import { merged } from './merge.ts';

const kept = {
  version: 3,
  touched: { title: 3, gaps: 2 },
  byName: 'Ada',
  fields: { title: 'Theirs', method: 'As before', gaps: ['a'], cost: 5 as number | null },
};

describe('[AC-14] a change made on a version', () => {
  test('on the newest one stands, and counts on', () => {
    expect(merged(kept, 3, { title: 'Mine' })).toEqual({
      ok: true,
      value: {
        version: 4,
        touched: { title: 4, gaps: 2 },
        fields: { ...kept.fields, title: 'Mine' },
      },
    });
  });

  test('to a field that nobody else touched stands beside theirs', () => {
    expect(merged(kept, 1, { method: 'New', cost: null })).toMatchObject({
      value: { version: 4, fields: { title: 'Theirs', method: 'New', cost: null } },
    });
  });

  test('to a field that somebody changed since is refused with what they wrote, each by itself', () => {
    expect(merged(kept, 1, { title: 'Mine', gaps: ['b'], method: 'New' })).toEqual({
      ok: false,
      problems: [
        {
          code: 'changed-meanwhile',
          where: { path: 'title' },
          details: { theirs: 'Theirs', by: 'Ada', version: 3 },
        },
        {
          code: 'changed-meanwhile',
          where: { path: 'gaps' },
          details: { theirs: ['a'], by: 'Ada', version: 3 },
        },
      ],
    });
  });

  test('that says what they said is no clash, and no new version', () => {
    expect(merged(kept, 1, { title: 'Theirs', gaps: ['a'] })).toMatchObject({
      value: { version: 3, touched: kept.touched },
    });
  });

  test('on a version that is not there yet is our fault', () => {
    expect(() => merged(kept, 4, { title: 'Mine' })).toThrow(RangeError);
  });
});
