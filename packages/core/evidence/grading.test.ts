import { expect, test } from 'vitest';
import { standingGrade, withGrade, type Given } from './grading.ts';
import { Study } from './study.ts';

const maryland = (value: number): Given => ({ scale: 'maryland', value });
const by = (name: string, given: Given) => ({ by: name, given });

test('[EV-14] one rater stands, two who agree stand, two who differ do not', () => {
  expect(standingGrade([], null)).toEqual({ state: 'none', stands: null });
  expect(standingGrade([by('A', maryland(3))], null)).toEqual({
    state: 'one',
    stands: maryland(3),
  });
  expect(standingGrade([by('A', maryland(3)), by('B', maryland(3))], null)).toMatchObject({
    state: 'agreed',
  });
  expect(standingGrade([by('A', maryland(3)), by('B', maryland(4))], null)).toEqual({
    state: 'differ',
    stands: null,
  });
});

test('[EV-14] what a person settled stands, whatever is graded', () => {
  const grades = [by('A', maryland(3)), by('B', maryland(4))];
  expect(standingGrade(grades, maryland(2))).toEqual({ state: 'settled', stands: maryland(2) });
});

test('[EV-14] raters agree by level, not by the reasons for it', () => {
  const review = (otherWeaknesses: number): Given => ({
    scale: 'amstar',
    value: { criticalFlaws: 0, otherWeaknesses },
  });
  expect(standingGrade([by('A', review(2)), by('B', review(5))], null)).toEqual({
    state: 'agreed',
    stands: review(2),
  });
  expect(standingGrade([by('A', review(1)), by('B', review(2))], null).state).toBe('differ');
});

test('what stands goes into the study, and out of it', () => {
  const study = Study.parse({
    id: 's',
    title: 'S',
    findings: [{ outcome: 'safety' }, { outcome: 'purpose' }],
  });
  expect(withGrade(study, { scale: 'maryland', outcome: '' }, maryland(5)).sms).toBe(5);
  expect(withGrade({ ...study, sms: 5 }, { scale: 'maryland', outcome: '' }, null).sms).toBeNull();
  const value = {
    ...{
      start: 'trials' as const,
      riskOfBias: -1,
      inconsistency: 0,
      indirectness: 0,
      imprecision: 0,
    },
    ...{ publicationBias: 0, largeEffect: 0, doseResponse: 0, confounding: 0 },
  };
  const given: Given = { scale: 'grade', outcome: 'safety', value };
  const graded = withGrade(study, { scale: 'grade', outcome: 'safety' }, given);
  expect(graded.findings.map(({ grade }) => grade)).toEqual([value, null]);
});
