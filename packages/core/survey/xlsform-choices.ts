import { problem, type Problem } from '../problem.ts';
import type { Choice, ChoiceList } from './question.ts';
import { tableOf, type FormRow, type FormSheet, type FormTable } from './xlsform-sheet.ts';
import type { Words } from './words.ts';

export type ReadLists = {
  readonly lists: readonly ChoiceList[];
  readonly columns: FormTable['columns'];
  /** What stops the form. */
  readonly problems: readonly Problem[];
  /** What is left out of it. */
  readonly notes: readonly Problem[];
};

/** The lists of choices; columns that are not ours are what filters of choices look at. [SV-33] */
export function listsOf(
  sheet: FormSheet | undefined,
  { language, duplicates }: { language: string; duplicates: boolean },
): ReadLists {
  if (sheet === undefined) return { lists: [], columns: [], problems: [], notes: [] };
  const table = tableOf(sheet);
  const lists = new Map<string, Choice[]>();
  const problems: Problem[] = [...table.problems];
  const notes: Problem[] = [];
  for (const row of table.rows) {
    const list = row.cell('list_name');
    const code = row.cell('name') === '' ? row.cell('value') : row.cell('name');
    const choices = lists.get(list) ?? [];
    if (list === '') problems.push(problem('list-missing', {}, row.where('list_name')));
    else if (code === '' || /[\s~]/.test(code) || code.length > 80)
      problems.push(problem('choice-code-wrong', { code }, row.where('name')));
    else if (!duplicates && choices.some((each) => each.code === code))
      problems.push(problem('choice-twice', { list, code }, row.where('name')));
    else
      lists.set(list, [
        ...choices,
        { code, label: labelOf(row, code, language), attributes: attributesOf(row) },
      ]);
    notes.push(...mediaOf(row));
  }
  return {
    lists: [...lists].map(([code, choices]) => ({ code, choices })),
    columns: table.columns,
    problems,
    notes,
  };
}

function labelOf(row: FormRow, code: string, language: string): Words {
  const words = wordsOf(row, 'label', language);
  return Object.keys(words).length === 0 ? { [language]: code } : words;
}

/** The cells of a column in all its languages. */
export function wordsOf(row: FormRow, base: string, language: string): Words {
  return Object.fromEntries(
    row.filled
      .filter(({ column }) => column.base === base)
      .map(({ column, text }) => [column.language?.code ?? language, text]),
  );
}

function attributesOf(row: FormRow): Record<string, string> {
  return Object.fromEntries(
    row.filled
      .filter(({ column }) => !ours.has(column.base) && !isMedia(column.base))
      .map(({ column, text }) => [column.base, text]),
  );
}

const ours = new Set(['list_name', 'name', 'value', 'label']);

export function isMedia(base: string): boolean {
  return /^(media::)?(big-)?(image|audio|video)$/.test(base) || base.startsWith('media::');
}

/** Pictures and sounds are not brought in; each is named. */
export function mediaOf(row: FormRow): readonly Problem[] {
  return row.filled
    .filter(({ column }) => isMedia(column.base))
    .map(({ column, text }) =>
      problem(
        'media-left-out',
        { found: text },
        { ...row.where(column.base), column: column.title },
      ),
    );
}
