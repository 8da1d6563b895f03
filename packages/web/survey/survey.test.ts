import { expect, test } from 'vitest';
import { checked, type Instrument } from '@freehold/core/survey';
import { shippedInstruments } from '@freehold/core/survey/shipped';
import { addQuestion, choicesFromLines, moveQuestion, removeQuestion } from './editing.ts';
import { done, stepsOf } from './steps.ts';

function shipped(code: string): Instrument {
  const found = shippedInstruments.find((each) => each.code === code);
  if (found === undefined) throw new RangeError(`${code} is shipped`);
  return found;
}

test('a respondent’s way has a step a section, and one an organisation in a roster', () => {
  const setting = {
    organisations: [
      { id: 'o1', name: 'Police' },
      { id: 'o2', name: 'Council' },
    ],
    today: '2026-03-02',
  };
  const instrument = shipped('member-relationships');
  const answers = { 'ties~o1~tie': '3', 'ties~o1~openness': '4', 'ties~o2~tie': '0' };
  const steps = stepsOf(instrument, answers, setting);
  expect(steps.map(({ id }) => id)).toEqual([
    'you',
    'relationships~ties~o1',
    'relationships~ties~o2',
    'missing',
  ]);
  // A tie opens six more questions; none leaves it at one.
  expect(steps.map((step) => done(step, answers))).toEqual([
    { n: 0, of: 1 },
    { n: 2, of: 7 },
    { n: 1, of: 1 },
    { n: 0, of: 2 },
  ]);
});

test('a draft is sound after every change that the editor can make', () => {
  const first = shipped('set-up-check');
  const added = addQuestion(first, 1, 'single');
  const at = { section: 1, question: first.sections[1]?.questions.length ?? 0 };
  const question = added.sections[1]?.questions.at(-1);
  expect(question).toMatchObject({ kind: 'single', list: `${question?.code}-choices` });
  const named = choicesFromLines(
    added,
    `${question?.code}-choices`,
    'a, Yes, quite\nb b,No\n',
    'en',
  );
  expect(named.lists.at(-1)?.choices.map(({ code, label }) => [code, label.en])).toEqual([
    ['a', 'Yes, quite'],
    ['b-b', 'No'],
  ]);
  const moved = moveQuestion(named, at, -1);
  expect(moved.sections[1]?.questions.at(-2)?.code).toBe(question?.code);
  expect(moveQuestion(moved, { section: 1, question: 0 }, -1)).toBe(moved);
  for (const each of [added, named, moved]) expect(checked(each)).toMatchObject({ ok: true });
  expect(removeQuestion(added, at).sections).toEqual(first.sections);
});
