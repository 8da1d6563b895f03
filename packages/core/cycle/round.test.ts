import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Stage } from '../framework/index.ts';
import { checklist, nextChecklist } from './checklist.ts';
import { nextRound, reopenedRound } from './round.ts';

const closed = (number: number) => ({ number, state: 'closed' as const });
const open = (number: number) => ({ number, state: 'open' as const });

test('[CY-1] the first round is 1, and each next one follows the greatest', () => {
  expect(nextRound([])).toEqual({ ok: true, value: 1 });
  expect(nextRound([closed(2), closed(1)])).toEqual({ ok: true, value: 3 });
});

test('[CY-1] there is no last number', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 10_000 }).map((n) => n + 1)), (numbers) => {
      const next = nextRound(numbers.map(closed));
      expect(next.ok && numbers.every((number) => number < next.value)).toBe(true);
    }),
  );
});

test('[CY-2] while a round is open no other opens', () => {
  expect(nextRound([closed(1), open(2)])).toMatchObject({
    problems: [{ code: 'round-still-open', details: { round: 2 } }],
  });
});

test('[CY-12] the last closed round can be reopened, an older one cannot', () => {
  expect(reopenedRound(closed(2), [closed(1), closed(2)]).ok).toBe(true);
  expect(reopenedRound(closed(1), [closed(1), open(2)])).toMatchObject({
    problems: [{ code: 'next-round-begun', details: { round: 1, next: 2 } }],
  });
  expect(reopenedRound(open(2), [closed(1), open(2)])).toMatchObject({
    problems: [{ code: 'round-not-closed' }],
  });
});

test('[CY-4] every stage has a short list to begin with, with a line about survivors', () => {
  for (const stage of Stage.options) {
    const own = checklist.filter((item) => item.stage === stage);
    expect(own.length).toBeGreaterThanOrEqual(4);
    expect(own.length).toBeLessThanOrEqual(6);
    expect(own.some(({ title }) => title.includes('urvivors'))).toBe(true);
  }
  expect(new Set(checklist.map(({ title }) => title)).size).toBe(checklist.length);
});

test('[CY-4] the first round begins with our list, a later one with the last as it was edited', () => {
  expect(nextChecklist(null, new Set())).toHaveLength(checklist.length);
  const line = (id: string, done: boolean, proposed = false) => ({
    ...{ id, done, proposed },
    ...{ stage: 'change' as const, title: `Line ${id}` },
  });
  const next = nextChecklist(
    [line('a', true, true), line('b', false), line('c', false)],
    new Set('c'),
  );
  expect(next).toEqual([
    { stage: 'change', title: 'Line a', proposed: true, carriedFrom: null },
    { stage: 'change', title: 'Line b', proposed: false, carriedFrom: 'b' },
  ]);
});
