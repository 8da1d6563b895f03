import { expect, test } from 'vitest';
import { closedOut, openThings, type Decision } from './close-out.ts';

const stated = (id: string, status: string) => ({ id, title: `The ${id}`, status });
const open = openThings({
  gaps: [stated('gap', 'kept'), stated('proposal', 'proposed'), stated('old gap', 'closed')],
  actions: [
    stated('plan', 'planned'),
    stated('work', 'under-way'),
    stated('deed', 'done'),
    stated('stop', 'stopped'),
  ],
  targets: [stated('target', 'running'), stated('reached', 'reached')],
  risks: [stated('risk', 'open'), stated('over', 'closed')],
  items: [
    { id: 'item', title: 'The item', done: false },
    { id: 'ticked', title: 'The ticked', done: true },
  ],
});
const words = {
  changed: 'Beds opened.',
  normal: '',
  learning: 'Ask earlier.',
  nextGoals: 'Out of hours.',
};
const all: readonly Decision[] = open.map(({ kind, id }) => ({
  ...{ kind, id },
  decision: 'carried',
  reason: '',
}));

test('[CY-9] what is open is listed, what is settled is not', () => {
  expect(open.map(({ kind, id }) => `${kind}: ${id}`)).toEqual([
    'gap: gap',
    'action: plan',
    'action: work',
    'target: target',
    'risk: risk',
    'item: item',
  ]);
});

test('[CY-10] everything open is decided on, or the round stays open', () => {
  expect(closedOut('open', open, all.slice(1), words)).toMatchObject({
    problems: [{ code: 'not-decided', details: { left: 1, titles: ['The gap'] } }],
  });
  const done = closedOut('open', open, all, words);
  expect(done.ok && done.value).toHaveLength(open.length);
});

test('[CY-10] dropping needs a reason, which is kept without blanks around it', () => {
  const drop = (reason: string) =>
    closedOut(
      'open',
      open,
      all.map((each) => (each.id === 'risk' ? { ...each, decision: 'dropped', reason } : each)),
      words,
    );
  expect(drop(' ')).toMatchObject({
    problems: [{ code: 'drop-reason-needed', details: { title: 'The risk' } }],
  });
  const done = drop(' It passed. ');
  expect(done.ok && done.value).toContainEqual({
    ...{ kind: 'risk', id: 'risk', title: 'The risk' },
    ...{ decision: 'dropped', reason: 'It passed.' },
  });
});

test('[CY-10] a decision about what is not open counts for nothing', () => {
  const stray: Decision = { kind: 'gap', id: 'elsewhere', decision: 'carried', reason: '' };
  const done = closedOut('open', open, [...all, stray], words);
  expect(done.ok && done.value.map(({ id }) => id)).not.toContain('elsewhere');
});

test('[CY-11] learning and the next goals are needed, and everything missing is said at once', () => {
  const bare = closedOut('open', open, [], { ...words, learning: '', nextGoals: ' ' });
  expect(bare).toMatchObject({
    problems: [
      { code: 'learning-needed' },
      { code: 'next-goals-needed' },
      { code: 'not-decided', details: { left: 6 } },
    ],
  });
});

test('[CY-7] a closed round does not close again', () => {
  expect(closedOut('closed', open, all, words)).toMatchObject({
    problems: [{ code: 'cycle-round-closed' }],
  });
});
