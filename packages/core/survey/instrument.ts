import { z } from 'zod';
import { ChoiceList, Code, Question, type Leaf, type Roster } from './question.ts';
import { Language, Words } from './words.ts';

export const Section = z.strictObject({
  code: Code,
  title: Words,
  intro: Words.default({}),
  shownIf: z.string().max(2000).default(''),
  questions: z.array(Question).max(200),
});
export type Section = z.infer<typeof Section>;

/** What a survey asks. The first language is the one that others fall back to. */
export const Instrument = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]*$/)
    .max(60),
  title: Words,
  purpose: Words.default({}),
  /** What a respondent agrees to before the first answer. */
  consent: Words.default({}),
  languages: z.array(Language).min(1).max(20),
  /** No single answer to any question of it is ever shown. */
  confidential: z.boolean().default(false),
  sources: z
    .array(
      z.strictObject({
        tag: z.string().min(1),
        citation: z.string().min(1),
        url: z.string().default(''),
      }),
    )
    .default([]),
  /** Where it comes from, and what is ours in it. */
  statement: z.string().max(4000).default(''),
  lists: z.array(ChoiceList).max(200).default([]),
  sections: z.array(Section).min(1).max(100),
});
export type Instrument = z.infer<typeof Instrument>;

/** A question with where it stands. `roster` is the one that repeats it. */
export type Standing = {
  readonly section: Section;
  readonly question: Leaf | Roster;
  readonly roster: Roster | null;
};

/** Every question in the order it is asked; a roster comes before the questions that it repeats. */
export function questionsOf(instrument: Instrument): readonly Standing[] {
  return instrument.sections.flatMap((section) =>
    section.questions.flatMap((question): readonly Standing[] => [
      { section, question, roster: null },
      ...(question.kind === 'roster'
        ? question.questions.map((each) => ({ section, question: each, roster: question }))
        : []),
    ]),
  );
}

/** The choices of a list; none where there is no such list. */
export function choicesIn(
  { lists }: Pick<Instrument, 'lists'>,
  list: string,
): ChoiceList['choices'] {
  return lists.find(({ code }) => code === list)?.choices ?? [];
}

/** Is a question's single answer kept from everybody? */
export function isConfidential(instrument: Instrument, { question, roster }: Standing): boolean {
  return instrument.confidential || question.confidential || roster?.confidential === true;
}
