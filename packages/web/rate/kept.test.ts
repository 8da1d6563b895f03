import { beforeEach, describe, expect, test } from 'vitest';
import { device } from './kept.ts';
import type { Entry } from './queue.ts';
import { Shelf } from './testing.ts';

describe('what a device keeps', () => {
  let shelf = new Shelf();
  beforeEach(() => {
    shelf = new Shelf();
  });

  test('one entry an indicator, the newest, there again for the next tab', () => {
    device(shelf, 'token').put(entry('1', '2026-03-02T10:00:00.000Z'));
    device(shelf, 'token').put(entry('3', '2026-03-02T10:00:01.000Z'));
    expect(device(shelf, 'token').all()).toMatchObject([{ answer: '3' }]);
  });

  test('confirming an older version leaves the newer one', () => {
    const kept = device(shelf, 'token');
    const older = entry('1', '2026-03-02T10:00:00.000Z');
    kept.put(older);
    kept.put(entry('3', '2026-03-02T10:00:01.000Z'));
    kept.remove(older);
    expect(kept.all()).toHaveLength(1);
  });

  test('what cannot be read back is passed over, and not thrown away', () => {
    shelf.setItem('freehold-rate:token:1.1.3', '{"answer":"9"');
    shelf.setItem('freehold-rate:token:1.1.4', '{"answer":"9"}');
    expect(device(shelf, 'token').all()).toEqual([]);
    expect(shelf.length).toBe(2);
  });
});

function entry(answer: '1' | '3', typedAt: string): Entry {
  return {
    indicator: '1.1.3',
    answer,
    grade: null,
    confidence: null,
    comment: '',
    link: '',
    typedAt,
  };
}
