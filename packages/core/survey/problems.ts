import { problem, type Problem } from '../problem.ts';
import { isAnswered, type Answers, type AnswerValue } from './answers.ts';
import { holds } from './evaluate.ts';
import { expressionOf } from './expression.ts';
import { choicesIn, questionsOf, type Instrument } from './instrument.ts';
import type { Leaf, Roster } from './question.ts';
import { choicesOf, nowhere, shown, standing, type Asked, type Setting } from './shown.ts';

/**
 * What is wrong with a whole set of answers: `answer-needed`, `constraint`, and the problems of single values, each
 * at its key. What is not shown is not looked at. [SV-12]
 */
export function problemsOfAnswer(
  instrument: Instrument,
  answers: Answers,
  setting: Setting = nowhere,
): readonly Problem[] {
  return shown(instrument, answers, setting).flatMap((asked) =>
    problemsOfAsked(instrument, asked, answers, setting),
  );
}

/** What is wrong with the answer to one thing that is asked. */
export function problemsOfAsked(
  instrument: Instrument,
  asked: Asked,
  answers: Answers,
  setting: Setting = nowhere,
): readonly Problem[] {
  const { key, question, roster, instance } = asked;
  const value = answers[key];
  if (!isAnswered(value))
    return question.required && question.kind !== 'note'
      ? [problem('answer-needed', undefined, { path: key })]
      : [];
  const wrong = wrongValue(instrument, question, key, value);
  if (wrong !== null) return [wrong];
  if ('filter' in question && question.filter !== '') {
    const offered = choicesOf(instrument, asked, answers, setting).map(({ code }) => code);
    const gone = listed(value).filter((each) => !offered.includes(each));
    if (gone.length > 0) return [problem('choice-not-offered', { found: gone }, { path: key })];
  }
  const condition = question.constraint === '' ? null : expressionOf(question.constraint);
  const stand = condition === null ? null : standing(instrument, answers, setting);
  return condition?.ok === true &&
    stand !== null &&
    !holds(condition.value, stand.around(roster, instance, value))
    ? [problem('constraint', { code: question.code }, { path: key })]
    : [];
}

/**
 * What is wrong with one answer by itself, as it comes in: null where it may be kept. Nothing is asked of other
 * answers here, since they may still be under way; the whole is looked at when the respondent finishes.
 */
export function problemOfValue(
  instrument: Instrument,
  key: string,
  value: AnswerValue,
  setting: Setting,
): Problem | null {
  const question = questionAt(instrument, key, setting);
  if (question === null || question.kind === 'note' || question.kind === 'file')
    return problem('question-unknown', undefined, { path: key });
  return wrongValue(instrument, question, key, value);
}

/** The question that a key belongs to; null where the instrument has none for it. */
export function questionAt(
  instrument: Instrument,
  key: string,
  { organisations }: Pick<Setting, 'organisations'>,
): Leaf | Roster | null {
  const [first = '', second, ...rest] = key.split('~');
  const outer = questionsOf(instrument).find(
    ({ question, roster }) => roster === null && question.code === first,
  )?.question;
  if (outer === undefined) return null;
  if (outer.kind !== 'roster') return leafAt(instrument, outer, [second, ...rest]);
  if (second === undefined) return outer.over === 'entries' ? outer : null;
  const known =
    outer.over === 'entries' ? entry.test(second) : organisations.some(({ id }) => id === second);
  const inner = outer.questions.find(({ code }) => code === rest[0]);
  return known && inner !== undefined
    ? leafAt(instrument, inner, [rest[1], ...rest.slice(2)])
    : null;
}

const entry = /^[a-z0-9]{1,20}$/;

function leafAt(
  instrument: Instrument,
  question: Leaf,
  [row, more]: readonly (string | undefined)[],
): Leaf | null {
  if (more !== undefined) return null;
  if (question.kind !== 'matrix') return row === undefined ? question : null;
  return choicesIn(instrument, question.rows).some(({ code }) => code === row) ? question : null;
}

function wrongValue(
  instrument: Instrument,
  question: Leaf | Roster,
  key: string,
  value: AnswerValue,
): Problem | null {
  const at = { path: key };
  const wrongType = (expected: string) => problem('wrong-type', { expected }, at);
  const amongst = (list: string) => {
    const codes = new Set(choicesIn(instrument, list).map(({ code }) => code));
    return listed(value).every((each) => codes.has(each))
      ? null
      : problem('choice-unknown', { found: listed(value) }, at);
  };
  switch (question.kind) {
    case 'text':
      return typeof value === 'string' ? null : wrongType('text');
    case 'date':
      return typeof value === 'string' && isDay(value) ? null : wrongType('date');
    case 'number':
      return typeof value === 'number' ? wrongNumber(question, value, key) : wrongType('number');
    case 'single':
      return typeof value === 'string' ? amongst(question.list) : wrongType('choice');
    case 'rating':
      return typeof value === 'string' ? amongst(question.list) : wrongType('choice');
    case 'matrix':
      return typeof value === 'string' ? amongst(question.columns) : wrongType('choice');
    case 'multiple':
      if (!Array.isArray(value)) return wrongType('choices');
      return question.most !== null && value.length > question.most
        ? problem('too-many-choices', { most: question.most }, at)
        : amongst(question.list);
    case 'roster':
      if (!Array.isArray(value) || !value.every((each) => entry.test(each)))
        return wrongType('entries');
      return value.length > question.most || new Set(value).size < value.length
        ? problem('too-many-entries', { most: question.most }, at)
        : null;
    case 'file':
    case 'note':
      return null;
  }
}

function wrongNumber(
  { whole, least, most }: Leaf & { kind: 'number' },
  value: number,
  path: string,
): Problem | null {
  if (!Number.isFinite(value)) return problem('wrong-type', { expected: 'number' }, { path });
  if (whole && !Number.isInteger(value)) return problem('not-whole', undefined, { path });
  if (least !== null && value < least) return problem('number-too-small', { least }, { path });
  if (most !== null && value > most) return problem('number-too-big', { most }, { path });
  return null;
}

function listed(value: AnswerValue): readonly string[] {
  return Array.isArray(value) ? value : [String(value)];
}

/** A day that the calendar has. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
