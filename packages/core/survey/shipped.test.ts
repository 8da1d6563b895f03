import { expect, test } from 'vitest';
import { titleOf, shippedCodeLists } from '../directory/index.ts';
import { checked } from './checked.ts';
import { questionsOf, type Instrument } from './instrument.ts';
import { libraryOf, withLibraryQuestion } from './library.ts';
import { estimatedMinutes, mostMinutes } from './progress.ts';
import { shippedInstruments } from './shipped/index.ts';

const of = (code: string): Instrument => {
  const found = shippedInstruments.find((each) => each.code === code);
  if (found === undefined) throw new RangeError(`${code} is shipped`);
  return found;
};

test.each(shippedInstruments.map((each) => [each.code, each] as const))(
  '%s is sound, says what is ours, asks for consent, and [SV-14] takes at most 20 minutes',
  (_, instrument) => {
    expect(checked(instrument)).toMatchObject({ ok: true });
    expect(instrument.statement).toMatch(/ours/);
    expect(instrument.consent.en?.length).toBeGreaterThan(100);
    expect(estimatedMinutes(instrument)).toBeLessThanOrEqual(mostMinutes);
    const tags = instrument.sources.map(({ tag }) => tag);
    for (const { question, roster } of questionsOf(instrument)) {
      expect(tags).toEqual(expect.arrayContaining([...question.sources]));
      const says = question.sources.length > 0 || question.proposed || question.kind === 'roster';
      expect([question.code, says || roster !== null]).toEqual([question.code, true]);
    }
  },
);

test('the set-up check has 17 questions in five blocks', () => {
  expect(of('set-up-check').sections.map(({ questions }) => questions.length)).toHaveLength(5);
  expect(questionsOf(of('set-up-check'))).toHaveLength(17);
});

test('trust and communication has 5 + 2 questions and 3 statements, all of them confidential', () => {
  const { sections, confidential } = of('trust-and-communication');
  expect(sections.map(({ questions }) => questions.length)).toEqual([5, 2, 3]);
  expect(confidential).toBe(true);
});

test('relationships are 0 to 4, trust and value 1 to 4 and confidential', () => {
  const instrument = of('member-relationships');
  const inRoster = questionsOf(instrument).filter(({ roster }) => roster !== null);
  const list = (code: string) =>
    instrument.lists.find((each) => each.code === code)?.choices.map((choice) => choice.code);
  expect(inRoster.map(({ question }) => [question.code, question.confidential])).toEqual([
    ['tie', false],
    ...['reliability', 'mission', 'openness', 'influence', 'resources', 'involvement'].map(
      (code) => [code, true],
    ),
  ]);
  expect(list('tie')).toEqual(['0', '1', '2', '3', '4']);
  expect(list('four')).toEqual(['1', '2', '3', '4']);
});

test('the national mapping’s choices are the codes of the directory’s lists', () => {
  const instrument = of('national-mapping');
  for (const list of shippedCodeLists) {
    const own = instrument.lists.find(({ code }) => code === list.code);
    if (own === undefined) continue;
    expect([list.code, own.choices.map(({ code }) => code)]).toEqual([
      list.code,
      list.items.map(({ code }) => code),
    ]);
    for (const { code, label } of own.choices)
      expect(label.en).toContain(titleOf(shippedCodeLists, list.code, code));
  }
});

test('[SV-5] the library has each question once, with its lists, ready to be asked elsewhere', () => {
  const library = libraryOf(shippedInstruments);
  expect(new Set(library.map(({ question }) => question.code)).size).toBe(library.length);
  const plan = library.find(({ question }) => question.code === 'sectors');
  if (plan === undefined) throw new RangeError('sectors is a question of the national mapping');
  const setUp = of('set-up-check');
  const more = checked(
    withLibraryQuestion(setUp, 'membership', {
      ...plan,
      question: { ...plan.question, code: 'sectors-listed' },
    }),
  );
  if (!more.ok) throw new Error(JSON.stringify(more.problems));
  expect(more.value.sections[1]?.questions.at(-1)?.code).toBe('sectors-listed');
  expect(more.value.lists.map(({ code }) => code)).toEqual(['in-place', 'sector']);
});
