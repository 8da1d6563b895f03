import { problem, type Problem } from '../problem.ts';
import type { ChoiceList, Leaf } from './question.ts';
import { isMedia, mediaOf, wordsOf } from './xlsform-choices.ts';
import type { FormRow } from './xlsform-sheet.ts';
import type { FormType } from './xlsform-type.ts';
import type { Words } from './words.ts';

export type ReadQuestion = {
  readonly questions: readonly Leaf[];
  /** A list made for this question, with "other" added. */
  readonly lists: readonly ChoiceList[];
  readonly notes: readonly Problem[];
};

/** What a question is read with: the form's first language, its lists, and the condition of the groups around it. */
export type Reading = {
  readonly language: string;
  readonly lists: readonly ChoiceList[];
  readonly condition: string;
};

/** One row as a question; `or_other` makes a second one that asks which. [SV-32] [SV-34] */
export function questionFrom(
  row: FormRow,
  type: FormType,
  code: string,
  reading: Reading,
): ReadQuestion {
  const { language } = reading;
  const label = wordsOf(row, 'label', language);
  const unlabelled = Object.keys(label).length === 0;
  const appearance = row.cell('appearance').toLowerCase();
  const common = {
    code,
    label: unlabelled ? { [language]: code } : label,
    hint: wordsOf(row, 'hint', language),
    required: isYes(row.cell('required')),
    shownIf: joined(reading.condition, row.cell('relevant')),
    constraint: row.cell('constraint'),
    constraintWords: wordsOf(row, 'constraint_message', language),
    confidential: false,
    proposed: false,
    sources: [],
  };
  const notes = [
    ...(unlabelled ? [problem('label-missing', { code }, row.where('label'))] : []),
    ...leftOut(row, type),
  ];
  switch (type.kind) {
    case 'text':
      return one({ ...common, kind: 'text', long: /multiline/.test(appearance) }, notes);
    case 'as-text':
      return one({ ...common, kind: 'text', long: false }, [
        ...notes,
        problem('read-as-text', { found: type.was }, row.where('type')),
      ]);
    case 'integer':
    case 'decimal':
      return one(
        {
          ...common,
          kind: 'number',
          whole: type.kind === 'integer',
          least: null,
          most: null,
          unit: '',
        },
        notes,
      );
    case 'date':
    case 'note':
    case 'file':
      return one({ ...common, kind: type.kind }, notes);
    case 'single':
    case 'multiple':
      return selectFrom(row, type, common, notes, reading);
    default:
      return {
        questions: [],
        lists: [],
        notes: [problem('type-left-out', { found: row.cell('type') }, row.where('type'))],
      };
  }
}

type Common = Omit<Leaf & { kind: 'date' }, 'kind'>;

function selectFrom(
  row: FormRow,
  type: FormType & { kind: 'single' | 'multiple' },
  common: Common,
  notes: readonly Problem[],
  { language, lists }: Reading,
): ReadQuestion {
  const own = lists.find(({ code }) => code === type.list);
  const filter = filterOf(row, own);
  const list = type.other ? `${type.list}_or_other` : type.list;
  const shape =
    type.kind === 'single'
      ? {
          kind: type.kind,
          minimal: /minimal|autocomplete|search/.test(row.cell('appearance').toLowerCase()),
        }
      : { kind: type.kind, most: null };
  const question = { ...common, ...shape, list, filter: filter.text };
  const all = [...notes, ...filter.notes];
  if (!type.other) return { questions: [question], lists: [], notes: all };
  const which: Leaf = {
    ...common,
    kind: 'text',
    long: false,
    code: `${common.code}_other`,
    label: { [language]: 'Specify other.' },
    hint: {},
    required: false,
    shownIf: `selected(\${${common.code}}, 'other')`,
    constraint: '',
    constraintWords: {},
  };
  const other = { code: 'other', label: { [language]: 'Other' }, attributes: {} };
  return {
    questions: [question, which],
    lists: [{ code: list, choices: [...(own?.choices ?? []), other] }],
    notes: all,
  };
}

/** `pastel=yes` compares with a column that no choice has: what was meant is the text, and it is said so. */
function filterOf(
  row: FormRow,
  list: ChoiceList | undefined,
): { text: string; notes: readonly Problem[] } {
  const text = row.cell('choice_filter');
  const known = new Set([
    'name',
    ...(list?.choices ?? []).flatMap((each) => Object.keys(each.attributes)),
  ]);
  const meant: string[] = [];
  const whole = text.replace(/'[^']*'|"[^"]*"|\$\{[^}]*\}|[A-Za-z_][\w-]*(?!\s*\()/g, (found) => {
    const bare = /^[A-Za-z_]/.test(found) && !operators.has(found);
    if (!bare) return found;
    const lower = found.toLowerCase();
    if (known.has(lower)) return lower;
    meant.push(found);
    return `'${found}'`;
  });
  return {
    text: whole,
    notes: meant.map((found) =>
      problem('name-read-as-text', { found }, row.where('choice_filter')),
    ),
  };
}

const operators = new Set([
  'and',
  'or',
  'div',
  'mod',
  'not',
  'selected',
  'regex',
  'true',
  'false',
  'today',
]);

/** What stands in a row and is not brought in, each cell named. [SV-35] */
function leftOut(row: FormRow, type: FormType): readonly Problem[] {
  const cells = row.filled.flatMap(({ column, text }) => {
    const where = { ...row.where(column.base), column: column.title };
    if (read.has(column.base) || isMedia(column.base)) return [];
    if (column.base === 'read_only' && !isYes(text)) return [];
    if (column.base === 'choice_filter' && (type.kind === 'single' || type.kind === 'multiple'))
      return [];
    return [problem('cell-left-out', { found: text.slice(0, 200), column: column.title }, where)];
  });
  const appearance = row.cell('appearance');
  const required = row.cell('required');
  return [
    ...cells,
    ...mediaOf(row),
    ...(appearance === '' || /^(minimal|multiline|autocomplete|search)$/i.test(appearance)
      ? []
      : [problem('appearance-left-out', { found: appearance }, row.where('appearance'))]),
    ...(required === '' || isYes(required) || isNo(required)
      ? []
      : [problem('required-left-out', { found: required }, row.where('required'))]),
    ...(/\$\{/.test(row.cell('label'))
      ? [problem('label-with-answer', { found: row.cell('label') }, row.where('label'))]
      : []),
  ];
}

const read = new Set([
  ...[
    'type',
    'name',
    'label',
    'hint',
    'relevant',
    'constraint',
    'constraint_message',
    'required',
    'appearance',
  ],
]);

export function isYes(text: string): boolean {
  return /^(yes|true|true\(\)|1)$/i.test(text);
}

function isNo(text: string): boolean {
  return /^(no|false|false\(\)|0)$/i.test(text);
}

/** Two conditions that must both be met. */
export function joined(a: string, b: string): string {
  if (a === '' || b === '') return a + b;
  return `(${a}) and (${b})`;
}

function one(question: Leaf, notes: readonly Problem[]): ReadQuestion {
  return { questions: [question], lists: [], notes };
}

/** A text with the marks of a loop filled in: `%(label)s`. */
export function filledIn(
  words: Words,
  choice: { readonly code: string; readonly label: Words },
): Words {
  return Object.fromEntries(
    Object.entries(words).map(([language, text]) => [
      language,
      text
        .replaceAll(
          '%(label)s',
          choice.label[language] ?? Object.values(choice.label)[0] ?? choice.code,
        )
        .replaceAll('%(name)s', choice.code),
    ]),
  );
}
