import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactProblems, reachOf } from './contact.ts';
import { checkStanding } from './check.ts';
import { counted, lastWeek, stepOf, stepSaid } from './count.ts';
import { CrisisState, Phase, spanOf, stepProblems, stepsFrom } from './crisis.ts';
import { Contact, type Item } from './item.ts';
import { itemProblems } from './item-problems.ts';
import { toldTexts } from './kinds.ts';
import { crisisLibrary, practicesFor, sourcesOf } from './library.ts';
import { exposure, serviceMap } from './service-map.ts';
import { actionOf, baselineOf, contactOf, serviceOf, weeks } from './testing.ts';
import { byUrgency, completion, timerOf } from './timer.ts';

const at = (hours: number) => new Date(Date.UTC(2026, 2, 1) + hours * 3_600_000);

test('[CR-1] each phase lies before, during or after', () => {
  expect(Phase.options.map(spanOf)).toEqual(['before', 'during', 'during', 'after', 'after']);
});

describe('[CR-2] a crisis', () => {
  test('goes on step by step, and the last step can be taken back', () => {
    expect(CrisisState.options.map(stepsFrom)).toEqual([
      ...[['active'], ['ended', 'prepared'], ['reviewed', 'active'], ['ended']],
    ]);
    const free = { anotherActive: false, findings: 0 };
    const codes = (...[from, to, facts]: Parameters<typeof stepProblems>) =>
      stepProblems(from, to, facts).map(({ code }) => code);
    expect(codes('prepared', 'ended', free)).toEqual(['no-such-move']);
    expect(codes('ended', 'reviewed', free)).toEqual(['nothing-found-yet']);
    expect(codes('ended', 'reviewed', { ...free, findings: 1 })).toEqual([]);
  });

  test('is active alone', () => {
    const facts = { anotherActive: true, findings: 0 };
    expect(stepProblems('prepared', 'active', facts)).toEqual([{ code: 'crisis-active-already' }]);
    expect(stepProblems('active', 'ended', facts)).toEqual([]);
  });
});

describe('[CR-3] the library', () => {
  test('names a source for what it calls confirmed, and every source is there', () => {
    for (const practice of [...crisisLibrary.practices, ...crisisLibrary.checks]) {
      if (practice.status !== 'PROPOSED')
        expect([practice.code, practice.sources.length > 0]).toEqual([practice.code, true]);
      expect(sourcesOf(practice)).toHaveLength(practice.sources.length);
    }
    const codes = crisisLibrary.practices.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('is narrowed by type, phase and actor, what is confirmed first', () => {
    const found = practicesFor({ type: 'epidemic', phase: 'acute', actor: 'partnership' });
    expect(found.map(({ code }) => code)).toContain('remote-contact');
    expect(found.map(({ code }) => code)).not.toContain('child-recruitment');
    const statuses = found.map(({ status }) => status);
    expect(statuses.indexOf('PROPOSED')).toBeGreaterThan(statuses.lastIndexOf('CONFIRMED'));
    expect(practicesFor({ type: null, phase: null, actor: null })).toHaveLength(
      crisisLibrary.practices.length,
    );
  });
});

test('[CR-4] a check that nobody answered is open, one that fails is named', () => {
  const asked = [{ code: 'route' }, { code: 'harm' }, { code: 'consent' }];
  const answers = [
    { check: 'route', answer: 'yes', note: '' },
    { check: 'harm', answer: 'no', note: 'Men and women share a hall.' },
  ] as const;
  expect(checkStanding(asked, answers)).toEqual({ open: ['consent'], failed: ['harm'] });
});

describe('[CR-5] an action’s time', () => {
  test('runs from the activation, and its last minute is not overdue', () => {
    const action = actionOf({ dueAfterHours: 12 });
    expect(timerOf(action, null, at(99))).toEqual({ state: 'waiting' });
    expect(timerOf(action, at(0), at(11))).toMatchObject({ state: 'running', minutes: 60 });
    expect(timerOf(action, at(0), at(12))).toMatchObject({ state: 'running', minutes: 0 });
    expect(timerOf(action, at(0), at(15))).toMatchObject({ state: 'overdue', minutes: 180 });
    expect(timerOf(actionOf({ status: 'done' }), at(0), at(99))).toEqual({ state: 'done' });
  });

  test('puts what is due first at the top and what is over at the end', () => {
    const names = ['late', 'soon', 'no time', 'done'];
    const actions = [
      actionOf({ title: 'done', status: 'done', dueAfterHours: 1 }),
      actionOf({ title: 'no time', dueAfterHours: null }),
      actionOf({ title: 'soon', dueAfterHours: 20 }),
      actionOf({ title: 'late', dueAfterHours: 2 }),
    ];
    expect(byUrgency(actions).map(({ title }) => title)).toEqual(names);
  });
});

test('[CR-6] completion leaves out what was dropped, and of nothing there is none', () => {
  const actions = [
    actionOf({ status: 'done' }),
    actionOf({ status: 'dropped' }),
    actionOf(),
    actionOf({ dueAfterHours: 1 }),
  ];
  const found = completion(actions, at(0), at(5));
  expect(found).toEqual({ done: 1, all: 3, overdue: 1, share: 1 / 3 });
  expect(completion([actionOf({ status: 'dropped' })], at(0), at(5)).share).toBeNull();
});

describe('[CR-7] the contact tree', () => {
  const tree = (acknowledged: readonly string[]) =>
    reachOf(
      (
        [
          ['a', null],
          ['b', 'a'],
          ['c', 'b'],
          ['d', 'a'],
        ] as const
      ).map(([id, calledBy]) => ({
        ...{ id, calledBy, acknowledged: acknowledged.includes(id) },
      })),
    ).map(({ id, depth, state, caller }) => [id, depth, state, caller]);

  test('says who is reached, who is to be called by whom, and who is cut off', () => {
    expect(tree([])).toEqual([
      ...[
        ['a', 0, 'to-call', null],
        ['b', 1, 'cut-off', null],
      ],
      ...[
        ['c', 2, 'cut-off', null],
        ['d', 1, 'cut-off', null],
      ],
    ]);
    expect(tree(['a'])).toEqual([
      ...[
        ['a', 0, 'reached', null],
        ['b', 1, 'to-call', 'a'],
      ],
      ...[
        ['c', 2, 'cut-off', 'a'],
        ['d', 1, 'to-call', 'a'],
      ],
    ]);
    expect(tree(['a', 'c'])[2]).toEqual(['c', 2, 'reached', 'a']);
  });

  test('has no circle and no unknown caller', () => {
    const kept = [
      { id: 'a', calledBy: null, acknowledged: false },
      { id: 'b', calledBy: 'a', acknowledged: false },
    ];
    expect(contactProblems('a', 'b', kept).map(({ code }) => code)).toEqual(['calls-in-circle']);
    expect(contactProblems('a', 'a', kept).map(({ code }) => code)).toEqual(['calls-in-circle']);
    expect(contactProblems('b', 'z', kept).map(({ code }) => code)).toEqual(['caller-unknown']);
    expect(contactProblems(null, 'b', kept)).toEqual([]);
  });

  test('shows everybody once, whatever the tree', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.boolean()), { maxLength: 20 }), (drawn) => {
        const contacts = drawn.map(([above, acknowledged], id) => ({
          ...{ id: String(id), acknowledged },
          calledBy: id === 0 ? null : String(above % id),
        }));
        const found = reachOf(contacts);
        expect(found.map(({ id }) => id).toSorted()).toEqual(
          contacts.map(({ id }) => id).toSorted(),
        );
        for (const { caller } of found)
          if (caller !== null) expect(contacts[Number(caller)]?.acknowledged).toBe(true);
      }),
    );
  });

  test('takes roles with mailboxes and telephones', () => {
    expect(Contact.safeParse(contactOf()).success).toBe(true);
    expect(Contact.safeParse(contactOf({ telephone: 'ask Mary' })).success).toBe(false);
  });
});

describe('[CR-8] a count leaves the house in steps', () => {
  test('under the least cell it is hidden, none too', () => {
    expect([0, 4, 5, 9, 10].map((n) => stepSaid(stepOf(n, 5)))).toEqual([
      ...['[c]', '[c]', '5–9', '5–9', '10–14'],
    ]);
    expect([stepSaid(null), stepSaid(stepOf(3, 1)), stepSaid(stepOf(3, 0))]).toEqual([
      '–',
      '3',
      '3',
    ]);
  });

  test('a day without a count is no day with none', () => {
    const days = [
      { day: '2026-03-01', concerns: 3, again: null },
      { day: '2026-03-02', concerns: null, again: null },
      { day: '2026-03-09', concerns: 0, again: null },
    ];
    expect(counted(days, 'concerns')).toEqual({ count: 3, days: 2 });
    expect(counted(days, 'again')).toBeNull();
    expect(lastWeek(days).map(({ day }) => day)).toEqual(['2026-03-09']);
    expect(lastWeek([])).toEqual([]);
  });
});

describe('[CR-12] the service map', () => {
  const of = (...services: ReturnType<typeof serviceOf>[]) =>
    serviceMap(services).find(({ service }) => service === 'shelter');

  test('lacks what is needed less the places of services that work', () => {
    expect(of(serviceOf(), serviceOf({ places: 4, needed: 3 }))).toMatchObject({
      ...{ offers: 2, places: 14, needed: 18, lack: 4 },
    });
    expect(of(serviceOf({ state: 'closed' }), serviceOf({ places: 20 }))?.lack).toBe(10);
    expect(of(serviceOf({ needed: 3 }))?.lack).toBe(0);
    // All have shut: there is no place at all, and that is known.
    expect(of(serviceOf({ state: 'closed', needed: 18 }))).toMatchObject({ places: 0, lack: 18 });
  });

  test('does not know where something is not known, and shows what nobody offers', () => {
    expect(of(serviceOf(), serviceOf({ places: null }))?.lack).toBeNull();
    expect(of()).toMatchObject({ offers: 0, places: null, lack: null });
    expect(serviceMap([])).toHaveLength(7);
  });
});

test('[CR-13] a group with irregular status is cut off from services that ask for it', () => {
  const services = [
    serviceOf({ service: 'health', asksStatus: 'yes' }),
    serviceOf({ service: 'food', asksStatus: 'not-known' }),
    serviceOf({ service: 'legal', asksStatus: 'yes' }),
    serviceOf({ service: 'legal', asksStatus: 'no' }),
  ];
  const people = exposure({ title: 'Seasonal workers', irregular: 'some' }, services);
  expect(people).toMatchObject({ exposed: true, open: ['legal'], notKnown: ['food'] });
  expect(people.closed).toContain('health');
  const few = exposure({ title: 'Residents', irregular: 'few' }, services);
  expect(few).toMatchObject({ exposed: false, open: ['health', 'food', 'legal'] });
  expect(exposure({ title: '?', irregular: 'not-known' }, services).exposed).toBeNull();
});

describe('what is wrong with an item', () => {
  const codes = (item: Item, activatedOn: string | null = null) =>
    itemProblems(item, { id: null, items: [], least: 5, activatedOn }).map(({ code }) => code);

  test('[CR-14] a group is larger than the least cell', () => {
    const group = {
      kind: 'group',
      title: 'A family',
      source: '',
      irregular: 'few',
      note: '',
    } as const;
    expect(codes({ ...group, people: 4 })).toEqual(['group-too-small']);
    expect(codes({ ...group, people: null })).toEqual([]);
  });

  test('[CR-9] a baseline ends before the activation, its periods apart', () => {
    const item = baselineOf([3, 4]);
    expect(codes(item)).toEqual([]);
    expect(codes(item, '2026-03-01')).toEqual(['baseline-after-activation']);
    expect(codes({ ...item, points: [...item.points, ...weeks([5])] })).toEqual([
      'periods-overlap',
    ]);
    const [point] = weeks([1]);
    if (point !== undefined)
      expect(codes({ ...item, points: [{ ...point, end: '2026-01-01' }] })).toEqual([
        'period-backwards',
      ]);
  });

  test('practices and checks are the library’s', () => {
    expect(codes(actionOf({ practice: 'one-route' }))).toEqual([]);
    const check = { check: 'x', answer: 'yes', note: '' } as const;
    expect(codes(actionOf({ practice: 'magic', checks: [check] }))).toEqual([
      ...['practice-unknown', 'check-unknown'],
    ]);
    expect(Object.keys(toldTexts(actionOf()))).toEqual(['title', 'note']);
  });
});
