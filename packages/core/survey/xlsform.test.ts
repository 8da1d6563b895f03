import { describe, expect, test } from 'vitest';
import type { Problem } from '../problem.ts';
import { questionsOf } from './instrument.ts';
import { targetsFrom } from './targets.ts';
import { fromXlsForm } from './xlsform.ts';
import type { FormSheet } from './xlsform-sheet.ts';

const survey = (...rows: readonly (readonly (string | number)[])[]): FormSheet => ({
  name: 'survey',
  rows,
});
const yesNo: FormSheet = {
  name: 'choices',
  rows: [
    ['list_name', 'name', 'label::English (en)', 'label::Cymraeg (cy)'],
    ['yes_no', 'yes', 'Yes', 'Ie'],
    ['yes_no', 'no', 'No', 'Na'],
  ],
};
const read = (...sheets: readonly FormSheet[]) => {
  const form = fromXlsForm(sheets, 'my form.xlsx');
  if (!form.ok) throw new Error(JSON.stringify(form.problems));
  return form.value;
};
const refusal = (...sheets: readonly FormSheet[]) => {
  const form = fromXlsForm(sheets, 'f.xlsx');
  return form.ok ? [] : form.problems;
};
const line = ({ code, where }: Problem) => `${code} ${where?.sheet} ${where?.row} ${where?.column}`;

test('[SV-30] sheets and titles are found whatever their capitals, and languages are told apart', () => {
  const { instrument, notes } = read(
    survey(
      ['TYPE', 'Name', 'Label::English (en)', 'label : Cymraeg (cy)', 'HINT::English (en)'],
      ['select_one yes_no', 'q1', 'Well?', 'Wel?', 'Be frank'],
    ),
    { ...yesNo, name: 'Choices' },
    {
      name: 'Settings',
      rows: [
        ['Form_Title', 'form_id'],
        ['A form', 'A form 1'],
      ],
    },
  );
  expect(instrument).toMatchObject({
    code: 'a-form-1',
    title: { en: 'A form' },
    languages: [
      { code: 'en', name: 'English' },
      { code: 'cy', name: 'Cymraeg' },
    ],
  });
  expect(instrument.sections[0]?.questions[0]).toMatchObject({
    kind: 'single',
    label: { en: 'Well?', cy: 'Wel?' },
    hint: { en: 'Be frank' },
    list: 'yes_no',
  });
  expect(instrument.lists[0]?.choices[0]?.label).toEqual({ en: 'Yes', cy: 'Ie' });
  expect(notes).toEqual([]);
});

test('[SV-31] two columns of one name refuse the form, each named', () => {
  const problems = refusal(survey(['type', 'name', 'label', 'Label '], ['text', 'a', 'x', 'y']));
  expect(problems.map(line)).toEqual(['column-twice survey 1 Label']);
});

test('[SV-32] every type is read as what it is', () => {
  const { instrument } = read(
    survey(
      ['type', 'name', 'label', 'required', 'appearance'],
      ['text', 'a', 'A', 'yes', 'multiline'],
      ['integer', 'b', 'B', 'true()'],
      ['decimal', 'c', 'C', 'no'],
      ['date', 'd', 'D'],
      ['note', 'e', 'E'],
      ['select all that apply from yes_no', 'f', 'F'],
      ['select_one yes_no', 'g', 'G', '', 'minimal'],
      ['image', 'h', 'H'],
    ),
    yesNo,
  );
  expect(instrument.sections[0]?.questions).toMatchObject([
    { kind: 'text', long: true, required: true },
    { kind: 'number', whole: true, required: true },
    { kind: 'number', whole: false, required: false },
    { kind: 'date' },
    { kind: 'note' },
    { kind: 'multiple', list: 'yes_no' },
    { kind: 'single', minimal: true },
    { kind: 'file' },
  ]);
});

test('[SV-33] choices: other columns filter, a choice that stands twice refuses', () => {
  const choices: FormSheet = {
    name: 'choices',
    rows: [
      ['list name', 'name', 'label', 'cf'],
      ['c', 'king', 'King', 'wa'],
      ['c', 'king', 'King', 'tx'],
    ],
  };
  const rows = survey(
    ['type', 'name', 'label', 'choice_filter'],
    ['text', 's', 'S'],
    ['select_one c', 'q', 'Q', 'cf=${s}'],
  );
  expect(refusal(rows, choices).map(line)).toEqual(['choice-twice choices 3 name']);
  const settings = { name: 'settings', rows: [['allow_choice_duplicates'], ['yes']] };
  const { instrument } = read(rows, choices, settings);
  expect(instrument.lists[0]?.choices.map(({ attributes }) => attributes)).toEqual([
    { cf: 'wa' },
    { cf: 'tx' },
  ]);
  expect(instrument.sections[0]?.questions[1]).toMatchObject({ filter: 'cf=${s}' });
});

test('[SV-34] or_other adds a choice to a copy of the list, and asks which', () => {
  const { instrument } = read(
    survey(
      ['type', 'name', 'label'],
      ['select_one yes_no or_other', 'q', 'Q'],
      ['select_one yes_no', 'r', 'R'],
    ),
    yesNo,
  );
  expect(instrument.sections[0]?.questions).toMatchObject([
    { code: 'q', list: 'yes_no_or_other' },
    { code: 'q_other', kind: 'text', shownIf: "selected(${q}, 'other')" },
    { code: 'r', list: 'yes_no' },
  ]);
  expect(instrument.lists.map(({ code, choices }) => [code, choices.length])).toEqual([
    ['yes_no', 2],
    ['yes_no_or_other', 3],
  ]);
});

test('[SV-35] what is not read is named by sheet, row and column', () => {
  const { instrument, notes } = read(
    survey(
      ['type', 'name', 'label', 'default', 'media::image', 'appearance', 'calculation', 'bind::x'],
      ['start', 'start'],
      ['text', 'a', 'A ${start}', 'x', 'pic.jpg', 'signature', '', 'y'],
      ['geopoint', 'b', 'B'],
      ['calculate', 'c', '', '', '', '', '1+1'],
    ),
    { name: 'entities', rows: [] },
  );
  expect(questionsOf(instrument).map(({ question }) => question.code)).toEqual(['a']);
  expect(notes.map(line)).toEqual([
    'sheet-left-out entities undefined undefined',
    'metadata-left-out survey 2 type',
    'cell-left-out survey 3 default',
    'cell-left-out survey 3 bind::x',
    'media-left-out survey 3 media::image',
    'appearance-left-out survey 3 appearance',
    'label-with-answer survey 3 label',
    'type-left-out survey 4 type',
    'calculate-left-out survey 5 type',
  ]);
});

describe('[SV-36] groups and repeats', () => {
  test('an outer group is a section, an inner one a note with its condition on each question', () => {
    const { instrument } = read(
      survey(
        ['type', 'name', 'label', 'relevant'],
        ['text', 'first', 'First'],
        ['begin group', 'outer', 'Outer', "${first} = 'x'"],
        ['text', 'a', 'A'],
        ['begin_group', 'inner', 'Inner', "${a} = 'y'"],
        ['text', 'b', 'B', '${a} != 1'],
        ['end_group'],
        ['begin repeat', 'people', 'People'],
        ['text', 'job', 'Job'],
        ['begin repeat', 'deep', 'Deep'],
        ['text', 'lost', 'Lost'],
        ['end repeat'],
        ['end repeat'],
        ['end group'],
        ['text', 'last', 'Last'],
      ),
    );
    expect(instrument.sections.map(({ code, shownIf }) => [code, shownIf])).toEqual([
      ['part_1', ''],
      ['outer', "${first} = 'x'"],
      ['part_3', ''],
    ]);
    expect(instrument.sections[1]?.questions).toMatchObject([
      { code: 'a', shownIf: '' },
      { code: 'inner', kind: 'note', shownIf: "${a} = 'y'" },
      { code: 'b', shownIf: "(${a} = 'y') and (${a} != 1)" },
      { code: 'people', kind: 'roster', over: 'entries', questions: [{ code: 'job' }] },
    ]);
  });

  test('what is left open, or ends without having begun, refuses the form', () => {
    const head = ['type', 'name', 'label'];
    expect(refusal(survey(head, ['begin group', 'g', 'G'], ['text', 'a', 'A'])).map(line)).toEqual([
      'not-ended survey 2 type',
    ]);
    expect(refusal(survey(head, ['text', 'a', 'A'], ['end repeat'])).map(line)).toEqual([
      'end-without-begin survey 3 type',
    ]);
  });
});

test('[SV-37] a condition that cannot be kept is taken off its question and named', () => {
  const { instrument, notes } = read(
    survey(
      ['type', 'name', 'label', 'relevant', 'constraint'],
      ['text', 'a', 'A'],
      ['text', 'b', 'B', "if(${a} = 1, 'x', 'y')", "regex(., '(a)\\1')"],
      ['geopoint', 'g', 'G'],
      ['text', 'c', 'C', '${g} != 1'],
    ),
  );
  expect(questionsOf(instrument).map(({ question }) => question.shownIf)).toEqual(['', '', '']);
  expect(
    notes
      .filter(({ code }) => code === 'condition-left-out')
      .map(({ where, details }) => [where?.row, where?.column, details?.because]),
  ).toEqual([
    [3, 'relevant', 'function if()'],
    [3, 'constraint', 'pattern-wrong'],
    [5, 'relevant', '${g}'],
  ]);
});

test('names: one is needed, and one that stands twice takes its group’s name before it', () => {
  const head = ['type', 'name', 'label'];
  expect(refusal(survey(head, ['text', '', 'A'], ['text', '2b', 'B'])).map(line)).toEqual([
    'code-missing survey 2 name',
    'code-wrong survey 3 name',
  ]);
  const { instrument, notes } = read(
    survey(head, ['text', 'a', 'A'], ['begin group', 'g', 'G'], ['text', 'a', 'A'], ['end group']),
  );
  expect(questionsOf(instrument).map(({ question }) => question.code)).toEqual(['a', 'g_a']);
  expect(notes.map(line)).toEqual(['code-changed survey 4 name']);
});

describe('[SV-15] a list of targets', () => {
  test('is read with titles in any order, or without', () => {
    const titled = targetsFrom(
      'E-mail;Organisation;Contact\nA@x.org;Police ;Ada\n;Faith  network;\n',
    );
    expect(titled.problems).toEqual([]);
    expect(titled.targets).toEqual([
      { row: 2, label: 'Police', contact: 'Ada', email: 'a@x.org', language: '' },
      { row: 3, label: 'Faith network', contact: '', email: null, language: '' },
    ]);
    expect(targetsFrom('Police, a@x.org, CY').targets).toMatchObject([
      { label: 'Police', email: 'a@x.org', language: 'cy' },
    ]);
  });

  test('names each line that it cannot take', () => {
    const { targets, problems } = targetsFrom(
      'Police,a@x.org\n,b@x.org\nFaith,nowhere\npolice,A@x.org\n',
    );
    expect(targets).toHaveLength(1);
    expect(problems.map(({ code, where }) => [code, where?.row])).toEqual([
      ['target-unnamed', 2],
      ['email-wrong', 3],
      ['target-twice', 4],
    ]);
  });
});
