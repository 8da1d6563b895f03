import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';
import { checked } from './checked.ts';
import { attributesIn, codesIn, expressionOf } from './expression.ts';
import type { Instrument, Section } from './instrument.ts';
import type { Leaf, Question } from './question.ts';
import { listsOf } from './xlsform-choices.ts';
import {
  languageOf,
  tableOf,
  type FormRow,
  type FormSheet,
  type FormTable,
} from './xlsform-sheet.ts';
import { SurveyReader, type ReadSurvey } from './xlsform-survey.ts';
import type { Language } from './words.ts';

/** A form that could be read, with everything of it that was left out, by sheet, row and column. */
export type ReadForm = { readonly instrument: Instrument; readonly notes: readonly Problem[] };

/**
 * Reads an XLSForm's sheets as an instrument. What Freehold does not have is left out and named, never passed over;
 * what makes the form ambiguous refuses it. [SV-30] to [SV-37]
 */
export function fromXlsForm(sheets: readonly FormSheet[], fileName: string): Outcome<ReadForm> {
  const sheet = (name: string) => sheets.find((each) => each.name.trim().toLowerCase() === name);
  const survey = sheet('survey');
  if (survey === undefined) return refused(problem('missing-sheet', {}, { sheet: 'survey' }));
  const settings = settingsOf(sheet('settings'));
  const table = tableOf(survey);
  const first =
    settings.language ??
    table.columns.find(({ base, language }) => base === 'label' && language !== null)?.language ??
    unnamed;
  const choices = listsOf(sheet('choices'), {
    language: first.code,
    duplicates: settings.duplicates,
  });
  const blocking = [
    ...table.problems,
    ...missing(table),
    ...choices.problems,
    ...settings.problems,
  ];
  if (blocking.length > 0) return refused(...blocking);
  const title = { [first.code]: settings.title === '' ? plainTitle(fileName) : settings.title };
  const read = new SurveyReader({ language: first.code, lists: choices.lists, title }).read(table);
  if (read.problems.length > 0) return refused(...read.problems);
  const conditions = withoutUnread(read);
  const languages = languagesOf(first, [...table.columns, ...choices.columns]);
  const outcome = checked(
    {
      code: codeFrom(settings.id === '' ? plainTitle(fileName) : settings.id),
      title,
      languages,
      lists: read.lists,
      sections: conditions.sections,
    },
    located(read),
  );
  if (!outcome.ok) return outcome;
  const notes = [
    ...sheets
      .filter(({ name }) => !known.has(name.trim().toLowerCase()))
      .map(({ name }) => problem('sheet-left-out', {}, { sheet: name })),
    ...settings.notes,
    ...choices.notes,
    ...read.notes,
    ...conditions.notes,
    ...aboutPeople(read),
  ];
  return fine({ instrument: outcome.value, notes });
}

const known = new Set(['survey', 'choices', 'settings']);
const unnamed: Language = { code: 'en', name: 'English' };

function missing({ columns }: FormTable): readonly Problem[] {
  return ['type', 'name']
    .filter((base) => !columns.some((column) => column.base === base))
    .map((column) => problem('missing-column', { column }, { sheet: 'survey', row: 1 }));
}

type Settings = {
  readonly title: string;
  readonly id: string;
  readonly language: Language | null;
  readonly duplicates: boolean;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
};

function settingsOf(sheet: FormSheet | undefined): Settings {
  const table = sheet === undefined ? null : tableOf(sheet);
  const row = table?.rows[0];
  const cell = (base: string) => row?.cell(base) ?? '';
  const language = cell('default_language');
  return {
    title: cell('form_title') === '' ? cell('title') : cell('form_title'),
    id: cell('form_id') === '' ? cell('id_string') : cell('form_id'),
    language: language === '' ? null : languageOf(language),
    duplicates: /^(yes|true)$/i.test(cell('allow_choice_duplicates')),
    problems: table?.problems ?? [],
    notes: (row?.filled ?? [])
      .filter(({ column }) => !settingsRead.has(column.base))
      .map(({ column, text }) =>
        problem(
          'setting-left-out',
          { found: text.slice(0, 80), column: column.title },
          { sheet: sheet?.name ?? '', row: row?.row ?? 2, column: column.title },
        ),
      ),
  };
}

const settingsRead = new Set([
  'form_title',
  'title',
  'form_id',
  'id_string',
  'default_language',
  'allow_choice_duplicates',
]);

function languagesOf(first: Language, columns: FormTable['columns']): readonly Language[] {
  const all = new Map([[first.code, first]]);
  for (const { base, language } of columns)
    if (
      language !== null &&
      /^(label|hint|constraint_message)$/.test(base) &&
      !all.has(language.code)
    )
      all.set(language.code, language);
  return [...all.values()];
}

/**
 * Takes out conditions that cannot be read, or that ask for what was left out, and names each: a question without
 * its condition is asked of everybody, which its author has to know. [SV-37]
 */
function withoutUnread(read: ReadSurvey): {
  sections: readonly Section[];
  notes: readonly Problem[];
} {
  const notes: Problem[] = [];
  const codes = codesOf(read.sections);
  const kept = (text: string, row: FormRow | undefined, column: string): string => {
    const wrong = text === '' ? null : unreadable(text, codes, column === 'choice_filter');
    if (wrong === null) return text;
    notes.push(
      problem(
        'condition-left-out',
        { text: text.slice(0, 200), because: wrong },
        row?.where(column) ?? { sheet: 'survey' },
      ),
    );
    return '';
  };
  const leaf = (question: Leaf): Leaf => {
    const row = read.rows.get(question.code);
    const shownIf = kept(question.shownIf, row, 'relevant');
    const constraint = kept(question.constraint, row, 'constraint');
    return 'filter' in question
      ? { ...question, shownIf, constraint, filter: kept(question.filter, row, 'choice_filter') }
      : { ...question, shownIf, constraint };
  };
  const one = (question: Question): Question =>
    question.kind === 'roster'
      ? {
          ...question,
          shownIf: kept(question.shownIf, read.rows.get(question.code), 'relevant'),
          questions: question.questions.map(leaf),
        }
      : leaf(question);
  const sections = read.sections.map((section) => ({
    ...section,
    shownIf: kept(section.shownIf, read.rows.get(section.code), 'relevant'),
    questions: section.questions.map(one),
  }));
  return { sections, notes };
}

function codesOf(sections: readonly Section[]): ReadonlySet<string> {
  const questions = sections.flatMap((section) => section.questions);
  return new Set(
    questions.flatMap((each) => [
      each.code,
      ...(each.kind === 'roster' ? each.questions.map(({ code }) => code) : []),
    ]),
  );
}

/** The code of what is wrong with a condition; null where it can be kept. */
function unreadable(text: string, codes: ReadonlySet<string>, filter: boolean): string | null {
  const read = expressionOf(text);
  if (!read.ok) {
    const [first] = read.problems;
    return first?.code === 'function-unknown'
      ? `function ${String(first.details?.name)}()`
      : (first?.code ?? '');
  }
  const gone = codesIn(read.value).find((code) => !codes.has(code));
  if (gone !== undefined) return `\${${gone}}`;
  return !filter && attributesIn(read.value).length > 0
    ? (attributesIn(read.value)[0] ?? '')
    : null;
}

/** Questions that seem to ask for a person's name, birth or address. Freehold keeps no record of an exploited person. */
function aboutPeople({ rows }: ReadSurvey): readonly Problem[] {
  return [...rows]
    .filter(([code]) =>
      /(first|last|second|sur|family|full)_?name|birth_?date|date_?of_?birth|passport|home_?phone|mobile_?phone/i.test(
        code,
      ),
    )
    .map(([code, row]) => problem('asks-about-a-person', { code }, row.where('name')));
}

const columnOf: Readonly<Record<string, string>> = {
  code: 'name',
  list: 'type',
  shownIf: 'relevant',
  filter: 'choice_filter',
};

function located(read: ReadSurvey) {
  return (code: string, field: string) =>
    read.rows.get(code)?.where(columnOf[field] ?? field) ?? {
      sheet: 'survey',
      path: `${code}.${field}`,
    };
}

function plainTitle(fileName: string): string {
  const plain = fileName
    .replace(/\.[A-Za-z0-9]+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return plain === '' ? 'Imported form' : plain.slice(0, 200);
}

function codeFrom(text: string): string {
  const made = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return made === '' ? 'form' : made;
}
