import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assessed,
  iloIndicators,
  shippedAssessmentRule,
  type Answer,
  type Answers,
} from './index.ts';

const rule = shippedAssessmentRule;
const codes = iloIndicators.map(({ code }) => code);
const answers = (said: Partial<Record<string, Answer>>, rest: Answer = 'no'): Answers =>
  Object.fromEntries(codes.map((code) => [code, { answer: said[code] ?? rest, evidence: '' }]));
const promptOf = (of: Answers, by = rule) => assessed(of, by).prompt;

describe('[DD-16] the rule', () => {
  test('one that suffices alone prompts a referral', () => {
    expect(rule.alone).toContain('ilo-7');
    expect(promptOf(answers({ 'ilo-7': 'yes' }))).toBe('refer');
  });

  test('two together do, over two dimensions and not over one', () => {
    // Withheld wages speak to penalty and leaving, overtime to work: three of the four.
    expect(promptOf(answers({ 'ilo-8': 'yes', 'ilo-11': 'yes' }))).toBe('refer');
    // Bad conditions and overtime both speak to work alone.
    expect(promptOf(answers({ 'ilo-10': 'yes', 'ilo-11': 'yes' }))).toBe('find-out-more');
  });

  test('can be changed', () => {
    const strict = { ...rule, alone: [], together: 3 };
    expect(promptOf(answers({ 'ilo-7': 'yes' }), strict)).toBe('find-out-more');
  });
});

describe('[DD-15] unknown is never no', () => {
  test('all no prompts nothing; all unknown, or nothing said, asks to find out more', () => {
    expect(promptOf(answers({}))).toBe('no-prompt');
    expect(promptOf(answers({}, 'unknown'))).toBe('find-out-more');
    expect(promptOf({})).toBe('find-out-more');
    expect(promptOf(answers({ 'ilo-9': 'unknown' }))).toBe('find-out-more');
  });

  test('an unknown in place of a no never weakens the prompt, nor does a yes in place of an unknown', () => {
    const order = ['no-prompt', 'find-out-more', 'refer'];
    const said = fc.dictionary(
      fc.constantFrom(...codes),
      fc.constantFrom<Answer>('yes', 'no', 'unknown'),
    );
    fc.assert(
      fc.property(said, fc.constantFrom(...codes), (each, code) => {
        const [no, unknown, yes] = (['no', 'unknown', 'yes'] as const).map((answer) =>
          order.indexOf(promptOf(answers({ ...each, [code]: answer }, 'unknown'))),
        );
        expect(no).toBeLessThanOrEqual(unknown ?? -1);
        expect(unknown).toBeLessThanOrEqual(yes ?? -1);
      }),
    );
  });

  test('what is unknown is counted by dimension beside what is there', () => {
    const { dimensions, unknown } = assessed(answers({ 'ilo-5': 'yes', 'ilo-2': 'unknown' }), rule);
    expect(unknown).toEqual(['ilo-2']);
    expect(dimensions).toEqual([
      { dimension: 'recruitment', yes: 0, unknown: 1 },
      { dimension: 'work', yes: 0, unknown: 0 },
      { dimension: 'leaving', yes: 0, unknown: 0 },
      { dimension: 'penalty', yes: 1, unknown: 0 },
    ]);
  });
});

test('[DD-17] the result says what to do next and nothing about anybody', () => {
  const result = assessed(answers({ 'ilo-5': 'yes' }), rule);
  expect(Object.keys(result).toSorted()).toEqual(
    ['alone', 'dimensions', 'no', 'prompt', 'unknown', 'yes'].toSorted(),
  );
});
