import { isAnswered, type Answers } from './answers.ts';
import { choicesIn, type Instrument } from './instrument.ts';
import type { Leaf, Question } from './question.ts';
import { asksForAnswer, shown, type Setting } from './shown.ts';

export type Progress = { readonly asked: number; readonly answered: number };

/** How many of the things asked have an answer. Both may grow as answers open further questions. */
export function progress(instrument: Instrument, answers: Answers, setting: Setting): Progress {
  const asked = shown(instrument, answers, setting).filter(asksForAnswer);
  return {
    asked: asked.length,
    answered: asked.filter(({ key }) => isAnswered(answers[key])).length,
  };
}

/**
 * About how many minutes a respondent takes who is asked everything, about this many organisations, rounded up.
 * Seconds a question are ours, for a person who knows the matter: they sort long from short, and promise nothing.
 * [SV-14]
 */
export function estimatedMinutes(
  instrument: Instrument,
  organisations = usualOrganisations,
): number {
  const all = instrument.sections.flatMap(({ questions }) => questions);
  const seconds = all.reduce(
    (sum, each) => sum + secondsFor(instrument, each, organisations),
    openingSeconds,
  );
  return Math.ceil(seconds / 60);
}

/** How many organisations a relationship survey is thought of: the core of a county's partnership. */
export const usualOrganisations = 20;
/** The longest that a shipped instrument may take. */
export const mostMinutes = 20;

const openingSeconds = 60;

function secondsFor(instrument: Instrument, question: Question, organisations: number): number {
  if (question.kind !== 'roster') return secondsForLeaf(instrument, question);
  const once = question.questions.reduce((sum, each) => sum + secondsForLeaf(instrument, each), 0);
  return once * (question.over === 'organisations' ? organisations : 3);
}

function secondsForLeaf(instrument: Instrument, question: Leaf): number {
  switch (question.kind) {
    case 'note':
      return 5;
    case 'rating':
      return 6;
    case 'single':
    case 'date':
      return 8;
    case 'number':
      return 12;
    case 'multiple':
      return 10 + choicesIn(instrument, question.list).length;
    case 'matrix':
      return 6 * choicesIn(instrument, question.rows).length;
    case 'text':
      return question.long ? 40 : 15;
    case 'file':
      return 30;
  }
}
