import {
  fine,
  parsed,
  problem,
  refused,
  type Outcome,
  type Problem,
  type Where,
} from '../problem.ts';
import { attributesIn, codesIn, expressionOf } from './expression.ts';
import { Instrument, questionsOf, type Standing } from './instrument.ts';

/** Where a code of the instrument came from, for a file whose rows people know by number. */
export type Located = (code: string, field: string) => Where;

/**
 * Checks an instrument: its schema, codes that occur once, lists that are there, and conditions that can be read and
 * that ask only for what can be answered where they stand. [SV-1] [SV-4] [SV-6] [SV-13]
 */
export function checked(
  input: unknown,
  where: Located = (code, field) => ({ path: `${code}.${field}` }),
): Outcome<Instrument> {
  const read = parsed(Instrument, input);
  if (!read.ok) return read;
  const all = questionsOf(read.value);
  const problems = [
    ...repeated(all, where),
    ...all.flatMap((each) => lists(read.value, each, where)),
    ...read.value.sections.flatMap(({ code, shownIf }) =>
      conditionProblems(all, { code, field: 'shownIf', text: shownIf, roster: null }, where),
    ),
    ...all.flatMap((each) => conditions(all, each, where)),
    ...circles(read.value, all, where),
  ];
  return problems.length === 0 ? fine(read.value) : refused(...problems);
}

function repeated(all: readonly Standing[], where: Located): readonly Problem[] {
  const codes = all.map(({ question }) => question.code);
  return [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))].map((code) =>
    problem('code-twice', { code }, where(code, 'code')),
  );
}

function lists(instrument: Instrument, { question }: Standing, where: Located): readonly Problem[] {
  const named: readonly (readonly [string, string])[] =
    question.kind === 'matrix'
      ? [
          ['rows', question.rows],
          ['columns', question.columns],
        ]
      : 'list' in question
        ? [['list', question.list]]
        : [];
  return named.flatMap(([field, list]) => {
    const found = instrument.lists.find(({ code }) => code === list);
    if (found === undefined || found.choices.length === 0)
      return [problem('list-unknown', { list }, where(question.code, field))];
    const whole = found.choices.every(({ code }) => /^-?\d+$/.test(code));
    return question.kind === 'rating' && !whole
      ? [problem('rating-not-numbers', { list }, where(question.code, field))]
      : [];
  });
}

type Condition = {
  readonly code: string;
  readonly field: string;
  readonly text: string;
  readonly roster: string | null;
};

function conditions(all: readonly Standing[], { question, roster }: Standing, where: Located) {
  const at = { code: question.code, roster: roster?.code ?? null };
  return [
    ...conditionProblems(all, { ...at, field: 'shownIf', text: question.shownIf }, where),
    ...conditionProblems(all, { ...at, field: 'constraint', text: question.constraint }, where),
    ...('filter' in question
      ? conditionProblems(all, { ...at, field: 'filter', text: question.filter }, where)
      : []),
  ];
}

function conditionProblems(
  all: readonly Standing[],
  { code, field, text, roster }: Condition,
  where: Located,
): readonly Problem[] {
  if (text === '') return [];
  const read = expressionOf(text);
  const at = where(code, field);
  if (!read.ok)
    return read.problems.map((each) => problem(each.code, { ...each.details, text }, at));
  const bare = field === 'filter' ? [] : attributesIn(read.value);
  return [
    ...bare.map((name) => problem('name-without-sign', { name }, at)),
    ...codesIn(read.value).flatMap((asked) =>
      referenceProblems(all, asked, { code, field, roster }, at),
    ),
  ];
}

function referenceProblems(
  all: readonly Standing[],
  asked: string,
  from: Omit<Condition, 'text'>,
  at: Where,
): readonly Problem[] {
  const found = all.find(({ question }) => question.code === asked);
  if (found === undefined) return [problem('question-unknown', { asked }, at)];
  if (
    found.question.kind === 'matrix' ||
    found.question.kind === 'file' ||
    found.question.kind === 'note'
  )
    return [problem('not-one-answer', { asked }, at)];
  if (found.roster !== null && found.roster.code !== from.roster)
    return [problem('inside-a-repeat', { asked, roster: found.roster.code }, at)];
  return [];
}

/** Questions whose being shown hangs on itself, each named once. */
function circles(
  instrument: Instrument,
  all: readonly Standing[],
  where: Located,
): readonly Problem[] {
  const needs = new Map<string, readonly string[]>();
  for (const { section, question, roster } of all)
    needs.set(question.code, [
      ...asks(section.shownIf),
      ...asks(roster?.shownIf ?? ''),
      ...asks(question.shownIf),
    ]);
  return instrument.sections
    .flatMap(({ questions }) => questions)
    .flatMap((question) =>
      question.kind === 'roster' ? [question, ...question.questions] : [question],
    )
    .filter(({ code }) => reaches(needs, code))
    .map(({ code }) => problem('shown-in-a-circle', { code }, where(code, 'shownIf')));
}

function reaches(needs: ReadonlyMap<string, readonly string[]>, from: string): boolean {
  const seen = new Set<string>();
  const open = [...(needs.get(from) ?? [])];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (code === from) return true;
    if (seen.has(code)) continue;
    seen.add(code);
    open.push(...(needs.get(code) ?? []));
  }
  return false;
}

function asks(text: string): readonly string[] {
  const read = text === '' ? null : expressionOf(text);
  return read?.ok === true ? codesIn(read.value) : [];
}
