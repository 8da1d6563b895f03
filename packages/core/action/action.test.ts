import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ActionKind, ActionStatus, isOverdue, Rag, type ActionFacts } from './action.ts';
import { actionHealth } from './health.ts';
import { needsAnotherLook, proposedRag, standingRag } from './rag.ts';
import { remindersDue } from './reminder.ts';

const today = '2026-03-02';

/** In order: with an owner, a resource, a far due day and a fresh note. */
const sound: ActionFacts = {
  status: 'under-way',
  kind: 'output',
  ownerOrganisation: 'Council',
  resources: 'Half a post',
  blocked: '',
  startsOn: '2026-01-05',
  dueOn: '2026-06-30',
  madeOn: '2025-12-01',
  endedOn: null,
  notedOn: '2026-02-20',
  decided: null,
  gaps: [],
};
const of = (change: Partial<ActionFacts>): ActionFacts => ({ ...sound, ...change });
const says = (change: Partial<ActionFacts>) => proposedRag(of(change), today);

describe('the colour that the rule proposes', () => {
  test('[AC-5] an action in order is green, for no reason', () => {
    expect(says({})).toEqual({ rag: 'green', because: [] });
  });

  test('[AC-1] what has ended has none', () => {
    for (const status of ['done', 'stopped'] as const)
      expect(says({ status, dueOn: '2020-01-01', blocked: 'x' })).toEqual({
        rag: null,
        because: [],
      });
  });

  test('[AC-2] red from the day after the due day, not on it', () => {
    expect(says({ dueOn: '2026-03-01' })).toEqual({
      rag: 'red',
      because: [{ code: 'overdue', days: 1 }],
    });
    expect(isOverdue(of({ dueOn: today }), today)).toBe(false);
    expect(says({ dueOn: today })).toEqual({ rag: 'green', because: [] });
  });

  test('[AC-3] red while something stands in its way', () => {
    expect(says({ blocked: 'The landlord has withdrawn' })).toEqual({
      rag: 'red',
      because: [{ code: 'blocked' }],
    });
  });

  test.each([
    ['2026-03-16', null, 'amber'],
    ['2026-03-17', null, 'green'],
    ['2026-03-16', '2026-02-02', 'green'],
    ['2026-03-16', '2026-02-01', 'amber'],
  ] as const)('[AC-4] due on %s with the last note of %s is %s', (dueOn, notedOn, rag) => {
    expect(says({ dueOn, notedOn }).rag).toBe(rag);
  });

  test('[AC-4] amber after 90 days of silence, counted from the start where nobody noted anything', () => {
    expect(says({ notedOn: '2025-12-01' }).because).toEqual([{ code: 'no-progress', days: 91 }]);
    expect(says({ notedOn: '2025-12-02' }).rag).toBe('green');
    expect(says({ notedOn: null, startsOn: '2025-12-01' }).rag).toBe('amber');
    expect(says({ notedOn: null, startsOn: null, madeOn: '2025-12-02' }).rag).toBe('green');
  });

  test('[AC-4] amber when it has not begun though its day is past', () => {
    const planned = { status: 'planned', notedOn: null } as const;
    expect(says({ ...planned, startsOn: '2026-03-01' }).because).toEqual([
      { code: 'late-start', days: 1 },
    ]);
    expect(says({ ...planned, startsOn: today }).rag).toBe('green');
  });

  test('[AC-4] [AC-5] every lack is named, the gravest first', () => {
    const bare = { ownerOrganisation: '', resources: '', dueOn: null, blocked: 'No licence' };
    expect(says(bare)).toEqual({
      rag: 'red',
      because: ['blocked', 'no-owner', 'no-resource', 'no-due-day'].map((code) => ({ code })),
    });
    expect(says({ ownerOrganisation: '' }).rag).toBe('amber');
    expect(says({ resources: '' }).rag).toBe('amber');
    expect(says({ dueOn: null }).rag).toBe('amber');
  });

  const day = fc
    .integer({ min: -400, max: 400 })
    .map((days) => new Date(Date.UTC(2026, 2, 2 + days)).toISOString().slice(0, 10));
  const facts: fc.Arbitrary<ActionFacts> = fc.record({
    status: fc.constantFrom(...ActionStatus.options),
    kind: fc.constantFrom(...ActionKind.options),
    ownerOrganisation: fc.constantFrom('', 'Council'),
    resources: fc.constantFrom('', 'Money'),
    blocked: fc.constantFrom('', 'Stuck'),
    startsOn: fc.option(day),
    dueOn: fc.option(day),
    madeOn: day,
    endedOn: fc.option(day),
    notedOn: fc.option(day),
    decided: fc.option(fc.constantFrom(...Rag.options)),
    gaps: fc.constant([]),
  });

  test('[AC-5] a lack more never makes the colour better', () => {
    const gravity = { green: 0, amber: 1, red: 2 };
    const worse = fc.constantFrom<Partial<ActionFacts>>(
      { ownerOrganisation: '' },
      { resources: '' },
      { blocked: 'Stuck' },
    );
    fc.assert(
      fc.property(facts, worse, (action, lack) => {
        const [before, after] = [
          proposedRag(action, today),
          proposedRag({ ...action, ...lack }, today),
        ];
        expect(after.rag === null).toBe(before.rag === null);
        if (before.rag === null || after.rag === null) return;
        expect(gravity[after.rag]).toBeGreaterThanOrEqual(gravity[before.rag]);
        expect(after.because.length).toBeGreaterThanOrEqual(before.because.length);
      }),
    );
  });
});

describe('the colour that stands', () => {
  test('[AC-6] is what a person decided, else the proposal', () => {
    expect(standingRag(of({ dueOn: '2026-03-01' }), today)).toBe('red');
    expect(standingRag(of({ dueOn: '2026-03-01', decided: 'amber' }), today)).toBe('amber');
    expect(standingRag(of({ status: 'done', decided: 'amber' }), today)).toBeNull();
  });

  test.each([
    ['green', 'green', 'red', true],
    ['green', 'amber', 'amber', false],
    ['amber', 'red', 'red', false],
    ['red', 'green', 'red', false],
    ['green', 'green', null, false],
    [null, null, 'red', false],
  ] as const)(
    '[AC-7] decided %s when the rule said %s, now %s: look again %s',
    (a, b, c, again) => {
      expect(needsAnotherLook(a, b, c)).toBe(again);
    },
  );
});

describe('how a plan stands', () => {
  const plan = [
    of({ kind: 'input', dueOn: '2026-02-20', gaps: ['a', 'b'], madeOn: '2026-02-20' }),
    of({ kind: 'process', ownerOrganisation: '', blocked: 'Stuck', madeOn: '2026-02-28' }),
    of({ kind: 'input', resources: '', decided: 'green', gaps: ['a'], madeOn: '2026-01-31' }),
    of({ kind: 'outcome', status: 'done', dueOn: '2026-02-20' }),
    of({ kind: 'output', status: 'stopped', gaps: ['c'] }),
  ];

  test('[AC-10] [AC-12] [AC-13] is counted', () => {
    expect(actionHealth(plan, ['a', 'b', 'c', 'd'], today)).toEqual({
      ...{ n: 5, open: 3, done: 1, stopped: 1 },
      ...{ overdue: 1, blocked: 1, withoutOwner: 1, withoutResource: 1, withoutDueDay: 0 },
      // The third lacks a resource, and a person called it green all the same.
      rag: { red: 2, amber: 0, green: 1 },
      mix: { input: 2, process: 1, output: 0, outcome: 1 },
      mixed: 4,
      inputHeavy: true,
      // 10, 2 and 30 days.
      daysOpen: { median: 10, most: 30 },
      // Gap a has two actions, b one; c's only action was stopped.
      gaps: { n: 4, withAction: 2, actions: 3 },
    });
  });

  test('[AC-11] two inputs or processes of three is heavy, one of two is not, and three actions are too few', () => {
    const mix = (...kinds: readonly ActionKind[]) =>
      actionHealth(
        kinds.map((kind) => of({ kind })),
        [],
        today,
      ).inputHeavy;
    expect(mix('input', 'process', 'output')).toBeNull();
    expect(mix('input', 'process', 'input', 'process', 'output', 'outcome')).toBe(true);
    expect(mix('input', 'process', 'output', 'outcome')).toBe(false);
  });

  test('an empty plan has counts of nought and no median', () => {
    expect(actionHealth([], [], today)).toMatchObject({
      ...{ n: 0, open: 0, inputHeavy: null, daysOpen: null },
      gaps: { n: 0, withAction: 0, actions: 0 },
    });
  });
});

describe('reminders', () => {
  const at = (dueOn: string | null, status: ActionStatus = 'planned') =>
    [{ id: 'a', status, dueOn }] as const;
  const key = (kind: 'due-soon' | 'overdue', dueOn: string) => ({ action: 'a', kind, dueOn });

  test.each([
    ['2026-03-17', []],
    ['2026-03-16', [key('due-soon', '2026-03-16')]],
    [today, [key('due-soon', today)]],
    ['2026-03-01', [key('overdue', '2026-03-01')]],
    [null, []],
  ])('[AC-8] due on %s', (dueOn, expected) => {
    expect(remindersDue(at(dueOn), [], today)).toEqual(expected);
  });

  test('[AC-8] never twice the same for one due day, and a new due day begins anew', () => {
    const soon = key('due-soon', '2026-03-05');
    expect(remindersDue(at('2026-03-05'), [soon], today)).toEqual([]);
    expect(remindersDue(at('2026-03-05'), [soon], '2026-03-06')).toEqual([
      key('overdue', '2026-03-05'),
    ]);
    expect(remindersDue(at('2026-03-10'), [soon], today)).toEqual([key('due-soon', '2026-03-10')]);
  });

  test('[AC-9] what has ended reminds nobody', () => {
    expect(remindersDue(at('2026-03-01', 'done'), [], today)).toEqual([]);
    expect(remindersDue(at('2026-03-01', 'stopped'), [], today)).toEqual([]);
  });
});
