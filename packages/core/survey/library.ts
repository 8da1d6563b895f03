import { questionsOf, type Instrument } from './instrument.ts';
import type { ChoiceList, Question } from './question.ts';

/** A question that may be asked again elsewhere, with the lists that it needs. */
export type LibraryQuestion = {
  readonly question: Question;
  readonly lists: readonly ChoiceList[];
  /** The instrument that it was first found in. */
  readonly from: string;
};

/** Every question of some instruments once by its code, the first instrument's wording winning. [SV-5] */
export function libraryOf(instruments: readonly Instrument[]): readonly LibraryQuestion[] {
  const found = new Map<string, LibraryQuestion>();
  for (const instrument of instruments)
    for (const { question, roster } of questionsOf(instrument))
      if (roster === null && question.kind !== 'note' && !found.has(question.code))
        found.set(question.code, {
          question,
          from: instrument.code,
          lists: listsFor(instrument, question),
        });
  return [...found.values()];
}

function listsFor(instrument: Instrument, question: Question): readonly ChoiceList[] {
  const named = new Set(listNames(question));
  return instrument.lists.filter(({ code }) => named.has(code));
}

/** The lists that a question chooses from. */
export function listNames(question: Question): readonly string[] {
  if (question.kind === 'roster') return question.questions.flatMap(listNames);
  if (question.kind === 'matrix') return [question.rows, question.columns];
  return 'list' in question ? [question.list] : [];
}

/** The section with a question of the library at its end, and its lists where the instrument lacks them. */
export function withLibraryQuestion(
  instrument: Instrument,
  section: string,
  { question, lists }: Pick<LibraryQuestion, 'question' | 'lists'>,
): Instrument {
  const have = new Set(instrument.lists.map(({ code }) => code));
  return {
    ...instrument,
    lists: [...instrument.lists, ...lists.filter(({ code }) => !have.has(code))],
    sections: instrument.sections.map((each) =>
      each.code === section
        ? { ...each, questions: [...each.questions, { ...question, shownIf: '' }] }
        : each,
    ),
  };
}
