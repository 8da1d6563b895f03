import { expect, test } from 'vitest';
import { stageMoved, StageState } from './stage-move.ts';

const begun = { round: 'open', from: 'under-way', to: 'closed', note: '', left: 0 } as const;

test('[CY-5] a stage starts, closes, opens again, and can be put back', () => {
  for (const [from, to] of [
    ['not-started', 'under-way'],
    ['under-way', 'closed'],
    ['closed', 'under-way'],
    ['under-way', 'not-started'],
  ] as const) {
    expect(stageMoved({ ...begun, from, to })).toEqual({ ok: true, value: to });
  }
});

test('[CY-5] there is no closing what never started, and no step to where it stands', () => {
  expect(stageMoved({ ...begun, from: 'not-started' })).toMatchObject({
    problems: [{ code: 'no-such-stage-move', details: { from: 'not-started', to: 'closed' } }],
  });
  for (const state of StageState.options)
    expect(stageMoved({ ...begun, from: state, to: state }).ok).toBe(false);
});

test('[CY-6] closing with items left needs a word about them', () => {
  expect(stageMoved({ ...begun, left: 2, note: '  ' })).toMatchObject({
    problems: [{ code: 'left-unsaid', details: { left: 2 }, where: { path: 'note' } }],
  });
  expect(stageMoved({ ...begun, left: 2, note: 'The figures come in May.' }).ok).toBe(true);
  expect(stageMoved({ ...begun, from: 'not-started', to: 'under-way', left: 5 }).ok).toBe(true);
});

test('[CY-7] in a closed round no stage moves', () => {
  expect(stageMoved({ ...begun, round: 'closed' })).toMatchObject({
    problems: [{ code: 'cycle-round-closed' }],
  });
});
