import type { QuestionKind } from '@freehold/core/survey';
import { sayProblems } from '../words.ts';

export const kindWords: Readonly<Record<QuestionKind, string>> = {
  text: 'Text',
  number: 'Number',
  date: 'Day',
  single: 'One of several',
  multiple: 'Several of several',
  rating: 'Point on a scale',
  matrix: 'Table: one choice a row',
  roster: 'The same questions again',
  file: 'File',
  note: 'Note, nothing to answer',
};

export const stateWords = { draft: 'Not open yet', open: 'Open', closed: 'Closed' } as const;
export const instrumentStateWords = {
  draft: 'Draft',
  published: 'Published',
  locked: 'Answered, so it never changes',
} as const;
export const cleanUpWords = {
  waiting: 'Not looked at yet',
  kept: 'Kept',
  merged: 'Merged',
  removed: 'Removed',
} as const;

sayProblems({
  'answer-needed': () => 'This question needs an answer.',
  constraint: () => 'This answer does not fit what was asked.',
  'choice-not-offered': () => 'This choice no longer fits your other answers. Choose again.',
  'choice-unknown': () => 'This choice is not in the list.',
  'too-many-choices': ({ most }) => `Choose ${String(most)} at most.`,
  'too-many-entries': ({ most }) => `${String(most)} entries are the most.`,
  'not-whole': () => 'A whole number is needed.',
  'number-too-small': ({ least }) => `At least ${String(least)} is needed.`,
  'number-too-big': ({ most }) => `At most ${String(most)} is possible.`,
  'question-unknown': ({ asked }) =>
    typeof asked === 'string'
      ? `There is no question with the code ${asked}.`
      : 'This survey does not ask this question.',
  'wave-closed': () => 'The survey has closed, so this can no longer be changed.',
  'wave-not-open': () => 'The survey is not open.',
  'wave-still-open': () => 'The survey is still open. The results come when it has closed.',
  'consent-first': () => 'Say first that you agree to take part.',
  'confidential-stays-closed': () =>
    'It asks in confidence, so it stays closed: opening it again would let single answers be told. Begin another wave.',
  'no-targets': () => 'Say first whom it asks.',
  'target-has-answers': () =>
    'They have agreed to take part. Deal with their answers under “Clean up”.',
  'instrument-locked': () => 'It has been answered, so it never changes. Make a new version.',
  'instrument-published': () => 'It is published, so it no longer changes. Make a new version.',
  'instrument-unknown': () => 'This set of questions is not there any more.',
  'not-published': () => 'Publish the questions first.',
  'wave-unknown': () => 'This wave is not there any more, or asks other questions.',
  'merge-target-unknown': () => 'Choose an answer set of the same wave that is itself kept.',
  'reason-needed': () => 'Give a reason.',
  'nothing-to-undo': () => 'There is nothing to take back.',
  'mail-failed': ({ to }) => `The message to ${String(to)} could not be sent. Try again later.`,
  'target-unnamed': () => 'The name is missing.',
  'target-twice': ({ first }) => `The same as line ${String(first)}.`,
  'email-wrong': ({ found }) => `${String(found)} is not an e-mail address.`,
  'code-twice': ({ code }) => `The code ${String(code)} stands twice. Each question needs its own.`,
  'code-missing': () => 'The name is missing.',
  'code-wrong': ({ code }) =>
    `${String(code)} cannot be a code: begin with a letter; then letters, digits, _ . and -.`,
  'list-unknown': ({ list }) =>
    `There is no list of choices called ${String(list)}, or it is empty.`,
  'list-missing': () => 'The name of the list is missing.',
  'rating-not-numbers': () => 'A scale needs choices whose codes are whole numbers.',
  'expression-wrong': ({ found }) =>
    `The condition cannot be read${typeof found === 'string' && found !== '' ? ` at “${found}”` : ''}.`,
  'expression-too-deep': () => 'The condition is nested too deep.',
  'function-unknown': ({ name }) =>
    `${String(name)}() is not known. There are not, selected, count-selected, string-length, regex, today, true and false.`,
  'function-parts': ({ name, wanted }) => `${String(name)}() takes ${String(wanted)} values.`,
  'pattern-wrong': ({ found }) => `The pattern ${String(found)} cannot be used.`,
  'name-without-sign': ({ name }) => `Write \${${String(name)}} for the answer to ${String(name)}.`,
  'not-one-answer': ({ asked }) => `${String(asked)} has no single answer to ask for.`,
  'inside-a-repeat': ({ asked }) =>
    `${String(asked)} is asked several times, so it cannot be asked for from outside.`,
  'shown-in-a-circle': ({ code }) => `Whether ${String(code)} is shown hangs on itself.`,
  'column-twice': ({ column }) =>
    `The column ${String(column)} stands twice, so it cannot be known which is meant. Remove or rename one.`,
  'choice-twice': ({ code, list }) => `${String(code)} stands twice in the list ${String(list)}.`,
  'choice-code-wrong': ({ code }) =>
    `${String(code)} cannot be a choice’s name: leave out blanks and ~.`,
  'missing-sheet': () => 'This sheet is missing.',
  'missing-column': ({ column }) => `The column ${String(column)} is missing.`,
  'type-missing': () => 'The type is missing.',
  'not-ended': ({ what }) => `This ${String(what)} has no end.`,
  'end-without-begin': ({ what }) => `This ends a ${String(what)} that has not begun.`,
  'sheet-left-out': () => 'This sheet is not read.',
  'setting-left-out': ({ found }) => `This setting is not used: ${String(found)}.`,
  'type-left-out': ({ found }) =>
    `Left out: Freehold has no question of the type ${String(found)}.`,
  'metadata-left-out': ({ found }) =>
    `Left out: ${String(found)} is about the device or the moment.`,
  'calculate-left-out': () => 'Left out: nothing is calculated.',
  'media-left-out': ({ found }) => `Left out: ${String(found)}.`,
  'cell-left-out': ({ found, column }) => `Left out: ${String(column)} “${String(found)}”.`,
  'appearance-left-out': ({ found }) => `The look “${String(found)}” is not there.`,
  'required-left-out': ({ found }) => `Needed only sometimes is not there: “${String(found)}”.`,
  'label-with-answer': () => 'The answer in this text is not filled in; it stands as written.',
  'label-missing': ({ code }) => `There is no text; the name ${String(code)} stands for it.`,
  'condition-left-out': ({ text, because }) =>
    `Left out, so that everybody is asked: ${String(text)} (${String(because)}).`,
  'name-read-as-text': ({ found }) => `Read as the text “${String(found)}”.`,
  'read-as-text': ({ found }) => `${String(found)} is asked for as text.`,
  'code-changed': ({ to }) => `The name stood already; this one is now ${String(to)}.`,
  'repeat-in-repeat': () => 'Left out: a repeat inside a repeat.',
  'repeat-empty': () => 'Left out: nothing is asked in this repeat.',
  'inside-left-out': ({ found }) => `Left out with what it stands in: ${String(found)}.`,
  'asks-about-a-person': ({ code }) =>
    `${String(code)} seems to ask about one person. Freehold keeps no record about anybody who was exploited: take it out before you ask.`,
  'not-a-zip': () => 'This is no XLSX file.',
  'not-a-workbook': () => 'This workbook cannot be read. Save it as XLSX and try again.',
});
