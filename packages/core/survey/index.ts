export { AnswerValue, isAnswered, keyOf, rosterAnswers, type Answers } from './answers.ts';
export { checked } from './checked.ts';
export { expressionOf, functions, type Expression } from './expression.ts';
export {
  choicesIn,
  Instrument,
  isConfidential,
  questionsOf,
  Section,
  type Standing,
} from './instrument.ts';
export { libraryOf, listNames, withLibraryQuestion, type LibraryQuestion } from './library.ts';
export { problemOfValue, problemsOfAnswer, problemsOfAsked, questionAt } from './problems.ts';
export {
  estimatedMinutes,
  mostMinutes,
  progress,
  usualOrganisations,
  type Progress,
} from './progress.ts';
export { Choice, ChoiceList, Code, Leaf, Question, Roster, type QuestionKind } from './question.ts';
export {
  blocksOf,
  leastRespondents,
  resultsOf,
  resultsToShow,
  type AnswerSet,
  type Block,
  type QuestionResult,
  type Spread,
  type Tally,
} from './results.ts';
export {
  asksForAnswer,
  choicesOf,
  shown,
  type Asked,
  type Instance,
  type Setting,
} from './shown.ts';
export { targetsFrom, type TargetLine } from './targets.ts';
export {
  changesBetween,
  matched,
  type Change,
  type Changes,
  type Matched,
  type WaveTarget,
} from './waves.ts';
export { Language, say, Words } from './words.ts';
export { fromXlsForm, type ReadForm } from './xlsform.ts';
export type { FormCell, FormSheet } from './xlsform-sheet.ts';
