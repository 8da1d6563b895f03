import { describe, expect, test } from 'vitest';
import type { Action } from './calls.ts';
import { actionsSearch, inOrder, narrowed } from './search.ts';
import { runsOf } from './target-drawing.ts';
import { emptyDraft, previewOf, targetOf } from './target-fields.ts';
import { timeScale } from './time-scale.ts';
import { changed } from './versioned.ts';
import { dueWords, ownerWords, ragReasonWords } from './words.ts';

function action(change: Partial<Action>): Action {
  return {
    ...{ id: 'a', place: 'p', round: null, roundNumber: null, title: 'Beds', objective: '' },
    ...{ method: '', remind: true, doers: '', resources: '', resourceSource: '' },
    owner: { organisation: '', role: '', mailbox: null, member: null, memberName: null },
    ...{ startsOn: null, dueOn: null, endedOn: null, overdue: false, status: 'planned' },
    ...{ blocked: '', evidence: '', kind: 'output', stage: null, pathway: null, fourP: null },
    ...{ gaps: [], assets: [], topics: [], indicators: [], interventions: [] },
    ...{ cost: null, currency: 'GBP' },
    rag: {
      ...{ stands: 'green', proposed: 'green', because: [], decided: null, reason: '', by: '' },
      ...{ at: null, lookAgain: false },
    },
    progress: { n: 0, last: null },
    ...{ removed: false, version: 1, changedBy: '' },
    madeAt: '2026-01-01T00:00:00Z',
    changedAt: '2026-01-01T00:00:00Z',
    ...change,
  };
}
const owned = (organisation: string) => ({ ...action({}).owner, organisation });
const coloured = (stands: Action['rag']['stands']) => ({ ...action({}).rag, stands });

describe('what the address says', () => {
  test('is kept where it is known, and dropped where it is empty, odd, or what stands anyway', () => {
    expect(
      actionsSearch({
        ...{ view: 'board', sort: 'due', owner: 'Council', stage: '', rag: 7, round: 2 },
        ...{ overdue: 'yes', nonsense: 'x' },
      }),
    ).toEqual({ view: 'board', owner: 'Council', rag: '7', round: '2', overdue: 'yes' });
    expect(actionsSearch({ view: 'sideways', overdue: 'no' })).toEqual({});
  });

  test('narrows by each of its parts', () => {
    const all = [
      action({ id: '1', owner: owned('Council'), topics: ['T1.1'], roundNumber: 2 }),
      action({ id: '2', stage: 'change', overdue: true, rag: coloured('red') }),
      action({ id: '3', rag: coloured(null), status: 'done' }),
    ];
    const found = (search: Parameters<typeof narrowed>[1]) =>
      narrowed(all, search)
        .map(({ id }) => id)
        .join('');
    expect(found({})).toBe('123');
    expect(found({ owner: 'Council' })).toBe('1');
    expect(found({ owner: 'nobody' })).toBe('23');
    expect(found({ topic: 'T1.1' })).toBe('1');
    expect(found({ round: '2' })).toBe('1');
    expect(found({ stage: 'change' })).toBe('2');
    expect(found({ rag: 'red' })).toBe('2');
    expect(found({ rag: 'none' })).toBe('3');
    expect(found({ overdue: 'yes', stage: 'diagnose' })).toBe('');
  });

  test('puts what is due first, what has no due day later, and what has ended last', () => {
    const all = [
      action({ id: '1', rag: coloured(null), dueOn: '2026-01-01' }),
      action({ id: '2' }),
      action({ id: '3', dueOn: '2026-05-01', rag: coloured('red') }),
      action({ id: '4', dueOn: '2026-02-01' }),
    ];
    const ids = (sort?: 'due' | 'colour') => inOrder(all, sort).map(({ id }) => id);
    expect(ids()).toEqual(['4', '3', '2', '1']);
    expect(ids('colour')).toEqual(['3', '2', '4', '1']);
  });
});

describe('words', () => {
  test('say when, who and why', () => {
    const late = action({
      ...{ dueOn: '2026-03-01', overdue: true },
      rag: { ...coloured('red'), because: [{ code: 'overdue', days: 1 }] },
    });
    expect(dueWords(late)).toBe('due 1 March 2026, 1 day overdue');
    expect(dueWords(action({}))).toBe('no due day');
    expect(dueWords(action({ endedOn: '2026-03-02' }))).toBe('ended 2 March 2026');
    expect(ownerWords(action({}))).toBe('nobody yet');
    expect(ownerWords(action({ owner: { ...owned('Council'), role: 'Lead' } }))).toBe(
      'Lead, Council',
    );
    expect(ragReasonWords({ code: 'due-soon', days: 0 })).toContain('due today');
  });
});

test('a time scale labels as many months as there is room for', () => {
  const ticks = (fit: number) =>
    timeScale(['2025-11-15', '2026-11-15'], [0, 365], fit).ticks.map(({ words }) => words);
  expect(ticks(3)).toEqual(['Jan 26', 'Jul 26']);
  expect(ticks(1)).toEqual(['2026']);
  expect(timeScale(['2026-01-01', '2026-12-31'], [0, 364], 4).at('2026-01-11')).toBe(10);
});

test('values are joined, but not over a missing one or a break', () => {
  const point = (on: string, value: number | null, suppressed = false) => ({
    ...{ period: on, start: on, on, value, low: null, high: null, suppressed },
  });
  const drawable = { corners: [], tolerance: 0, decimals: 0 };
  const points = [
    point('2024-03-31', 1),
    point('2024-06-30', 2),
    point('2024-09-30', null),
    point('2024-12-31', 3),
    point('2025-03-31', 4),
    point('2025-06-30', 5, true),
  ];
  const runs = runsOf({ ...drawable, points, breaks: [{ from: '2025-01-01' }] });
  expect(runs.map((run) => run.map(({ value }) => value))).toEqual([[1, 2], [3], [4]]);
});

describe('a target while it is typed', () => {
  const draft = {
    ...emptyDraft(),
    ...{ title: 'More', about: { kind: 'measure', code: 'share' } as const, baseline: '40' },
    ...{ baselineOn: '2025-01-01', aim: '60', endsOn: '2026-01-01', tolerance: '3' },
  };

  test('is a target once its numbers and days are there', () => {
    expect(targetOf(draft)).toMatchObject({ aim: 60, tolerance: 3, steps: [], agreedOn: null });
    for (const lack of [{ aim: '' }, { baseline: 'forty' }, { tolerance: ' ' }, { endsOn: '' }])
      expect(targetOf({ ...draft, ...lack })).toBeNull();
    const steps = [{ on: '2025-06-01', value: '' }];
    expect(targetOf({ ...draft, path: 'steps', steps })).toBeNull();
  });

  test('is drawn only where it leads forward', () => {
    expect(previewOf(draft)).toEqual([
      { on: '2025-01-01', value: 40 },
      { on: '2026-01-01', value: 60 },
    ]);
    expect(previewOf({ ...draft, endsOn: '2024-01-01' })).toEqual([]);
  });
});

test('only what was changed is sent', () => {
  const before = { title: 'A', gaps: ['a'], cost: null as number | null };
  expect(changed(before, { title: 'A', gaps: ['a'], cost: 0 })).toEqual({ cost: 0 });
  expect(changed(before, { title: 'A', gaps: ['a'], cost: null })).toEqual({});
});
