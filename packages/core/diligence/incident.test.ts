import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  closingProblems,
  etiStageWords,
  isLate,
  nameLike,
  oecdSteps,
  remedyProblems,
  shownCount,
  shownSum,
} from './index.ts';

test('[DD-11] six steps, and each of the four stages has one', () => {
  expect(oecdSteps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(new Set(oecdSteps.map(({ stage }) => stage))).toEqual(new Set(Object.keys(etiStageWords)));
});

test('an action is late from the day after it was due, until it is done or stopped', () => {
  const due = { dueOn: '2026-03-02', status: 'under-way' } as const;
  expect([isLate(due, '2026-03-02'), isLate(due, '2026-03-03')]).toEqual([false, true]);
  expect(isLate({ ...due, status: 'done' }, '2026-03-03')).toBe(false);
  expect(isLate({ ...due, dueOn: null }, '2026-03-03')).toBe(false);
});

describe('[DD-12] closing an incident', () => {
  const remedy = { givenOn: '2026-01-10', checkedOn: null, works: null } as const;
  const checked = { ...remedy, checkedOn: '2026-02-10', works: 'yes' } as const;

  test('needs a remedy that was later found to work, or a reason', () => {
    expect(closingProblems('', [checked])).toEqual([]);
    expect(closingProblems('', [{ ...checked, works: 'partly' }])).toEqual([]);
    expect(closingProblems('The firm is gone.', [])).toEqual([]);
    for (const remedies of [[], [remedy], [{ ...checked, works: 'no' as const }]])
      expect(closingProblems('  ', remedies).map(({ code }) => code)).toEqual([
        'remedy-not-checked',
      ]);
  });

  test('a check comes after the remedy, and says what it found', () => {
    expect(remedyProblems(checked)).toEqual([]);
    expect(remedyProblems(remedy)).toEqual([]);
    const same = { ...checked, checkedOn: remedy.givenOn };
    expect(remedyProblems(same).map(({ code }) => code)).toEqual(['check-too-early']);
    expect(closingProblems('', [same])).toHaveLength(1);
    expect(remedyProblems({ ...checked, works: null }).map(({ code }) => code)).toEqual([
      'check-incomplete',
    ]);
  });
});

describe('[DD-13] workers are shown from five upwards', () => {
  test('fewer are withheld; nought and what is not known are what they are', () => {
    expect([1, 4].map((count) => shownCount(count))).toEqual(
      Array(2).fill({ value: null, suppressed: true }),
    );
    expect([5, 0, null].map((count) => shownCount(count))).toEqual([
      { value: 5, suppressed: false },
      { value: 0, suppressed: false },
      { value: null, suppressed: false },
    ]);
    expect(shownCount(9, 10).suppressed).toBe(true);
    expect(shownCount(4, 0).suppressed).toBe(true);
  });

  test('no sum gives a withheld count away', () => {
    const counts = fc.array(fc.option(fc.integer({ min: 0, max: 40 })));
    const small = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(counts, small, small, (others, one, other) => {
        expect(shownSum([...others, one])).toEqual(shownSum([...others, other]));
      }),
    );
  });
});

describe('[DD-14] what looks like a name', () => {
  test.each([
    ['Mrs Nowak was moved to another house.', ['Mrs Nowak']],
    ['A man called Adam said so.', ['called Adam']],
    ['The foreman, Peter Miller, kept the passports.', ['Peter Miller']],
    ['He said that Zofia Lis-Kowal had left.', ['Zofia Lis']],
  ])('%s', (text, found) => {
    expect(nameLike(text)).toEqual(found);
  });

  test.each([
    'Twelve workers had their passports kept at the packhouse.',
    'Found by Harbour Council on Monday; East Street was visited.',
    'Two audits were done. Neither found it.',
  ])('%s: nothing', (text) => {
    expect(nameLike(text)).toEqual([]);
  });
});
