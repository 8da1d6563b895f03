import { problem, type Problem } from '../problem.ts';
import { choicesIn } from './instrument.ts';
import type { Section } from './instrument.ts';
import type { ChoiceList, Leaf, Roster } from './question.ts';
import { mediaOf, wordsOf } from './xlsform-choices.ts';
import { filledIn, joined, questionFrom } from './xlsform-question.ts';
import type { FormRow, FormTable } from './xlsform-sheet.ts';
import { typeOf, type FormType } from './xlsform-type.ts';
import type { Words } from './words.ts';

export type ReadSurvey = {
  readonly sections: readonly Section[];
  readonly lists: readonly ChoiceList[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  /** The row that each code came from. */
  readonly rows: ReadonlyMap<string, FormRow>;
};

/** Something that has begun and not ended. */
type Open = {
  readonly what: 'group' | 'repeat' | 'loop';
  readonly row: FormRow;
  readonly code: string;
  readonly condition: string;
  readonly roster: { readonly base: Omit<Roster, 'questions'>; readonly questions: Leaf[] } | null;
  readonly loop: { readonly list: string; readonly questions: Leaf[] } | null;
  /** Left out with all that is in it. */
  readonly skipped: boolean;
};

/**
 * Reads the survey sheet from top to bottom: an outer group becomes a section, a group inside it a note with its
 * condition on every question, a repeat a roster over entries, a loop its questions once a choice. [SV-32] [SV-36]
 */
export class SurveyReader {
  readonly #language: string;
  readonly #lists: ChoiceList[];
  readonly #made: ChoiceList[] = [];
  readonly #title: Words;
  readonly #sections: Section[] = [];
  readonly #open: Open[] = [];
  readonly #problems: Problem[] = [];
  readonly #notes: Problem[] = [];
  readonly #rows = new Map<string, FormRow>();
  #current: Section | null = null;

  constructor({
    language,
    lists,
    title,
  }: {
    language: string;
    lists: readonly ChoiceList[];
    title: Words;
  }) {
    this.#language = language;
    this.#lists = [...lists];
    this.#title = title;
  }

  read(table: FormTable): ReadSurvey {
    for (const row of table.rows) this.#row(row, typeOf(row.cell('type')));
    for (const { row, what } of this.#open)
      this.#problems.push(problem('not-ended', { what }, row.where('type')));
    return {
      sections: this.#sections.filter(({ questions }) => questions.length > 0),
      lists: [...this.#lists, ...this.#made],
      problems: this.#problems,
      notes: this.#notes,
      rows: this.#rows,
    };
  }

  #row(row: FormRow, type: FormType): void {
    if (row.cell('type') === '') {
      this.#problems.push(problem('type-missing', {}, row.where('type')));
      return;
    }
    if (type.kind === 'end') return this.#end(row, type.what);
    if (this.#open.some(({ skipped }) => skipped)) {
      if (type.kind === 'begin' || type.kind === 'begin-loop') this.#begin(row, type, true);
      else
        this.#notes.push(
          problem('inside-left-out', { found: row.cell('name') }, row.where('type')),
        );
      return;
    }
    if (type.kind === 'begin' || type.kind === 'begin-loop') return this.#begin(row, type, false);
    if (type.kind === 'metadata' || type.kind === 'calculate' || type.kind === 'unsupported') {
      this.#notes.push(
        problem(
          type.kind === 'metadata'
            ? 'metadata-left-out'
            : type.kind === 'calculate'
              ? 'calculate-left-out'
              : 'type-left-out',
          { found: row.cell('type'), code: row.cell('name') },
          row.where('type'),
        ),
      );
      return;
    }
    this.#question(row, type);
  }

  #question(row: FormRow, type: FormType): void {
    const code = this.#codeOf(row);
    if (code === null) return;
    const found = questionFrom(row, type, code, {
      language: this.#language,
      lists: this.#lists,
      condition: this.#condition(),
    });
    this.#notes.push(...found.notes);
    for (const list of found.lists)
      if (!this.#made.some((each) => each.code === list.code)) this.#made.push(list);
    for (const question of found.questions) {
      this.#rows.set(question.code, row);
      this.#put(question);
    }
  }

  /** A name that stands twice in different groups gets its group's name before it; it says so. */
  #codeOf(row: FormRow): string | null {
    const name = row.cell('name');
    if (!/^[A-Za-z_][A-Za-z0-9_.-]{0,79}$/.test(name)) {
      this.#problems.push(
        problem(name === '' ? 'code-missing' : 'code-wrong', { code: name }, row.where('name')),
      );
      return null;
    }
    if (!this.#rows.has(name)) return name;
    const group = this.#open.at(-1)?.code;
    const longer = `${group ?? ''}_${name}`;
    if (group === undefined || this.#rows.has(longer) || longer.length > 80) {
      this.#problems.push(problem('code-twice', { code: name }, row.where('name')));
      return null;
    }
    this.#notes.push(problem('code-changed', { code: name, to: longer }, row.where('name')));
    return longer;
  }

  /** What the groups around a question ask for; a section and a roster keep their own condition. */
  #condition(): string {
    const roster = this.#open.findLastIndex((each) => each.roster !== null);
    return this.#open
      .filter(({ what }, at) => at > roster && (at > 0 || what !== 'group'))
      .reduce((all, { condition }) => joined(all, condition), '');
  }

  #put(question: Leaf): void {
    const into = this.#open.findLast(({ roster, loop }) => roster !== null || loop !== null);
    if (into?.loop) into.loop.questions.push(question);
    else if (into?.roster) into.roster.questions.push(question);
    else this.#section().questions.push(question);
  }

  /** Questions that stand in no group make a section of their own. */
  #section(): Section {
    this.#current ??= this.#startSection(`part_${this.#sections.length + 1}`, this.#title, '');
    return this.#current;
  }

  #startSection(code: string, title: Words, shownIf: string): Section {
    const section: Section = { code, title, intro: {}, shownIf, questions: [] };
    this.#sections.push(section);
    return section;
  }

  #begin(row: FormRow, type: FormType & { kind: 'begin' | 'begin-loop' }, skipped: boolean): void {
    const what = type.kind === 'begin' ? type.what : 'loop';
    const code =
      row.cell('name') === '' ? `${what}_${row.row}` : row.cell('name').replace(/[^\w.-]/g, '_');
    const label = wordsOf(row, 'label', this.#language);
    const title = Object.keys(label).length === 0 ? { [this.#language]: code } : label;
    const condition = row.cell('relevant');
    const inRepeat = this.#open.some(({ roster, loop }) => roster !== null || loop !== null);
    const left = skipped || (what !== 'group' && inRepeat);
    const base: Open = { what, row, code, condition, skipped: left, roster: null, loop: null };
    this.#noteOpening(row);
    if (left) {
      this.#notes.push(problem('repeat-in-repeat', { found: code }, row.where('type')));
      this.#open.push(base);
      return;
    }
    if (type.kind === 'begin-loop') {
      if (choicesIn({ lists: this.#lists }, type.list).length === 0)
        this.#problems.push(problem('list-unknown', { list: type.list }, row.where('type')));
      this.#open.push({ ...base, condition: '', loop: { list: type.list, questions: [] } });
    } else if (what === 'repeat') this.#beginRepeat(row, code, title, base);
    else this.#beginGroup(code, label, title, base);
  }

  #beginGroup(code: string, label: Words, title: Words, base: Open): void {
    if (this.#open.length === 0) {
      this.#current = this.#startSection(
        this.#sections.some((each) => each.code === code) ? `${code}_${base.row.row}` : code,
        title,
        base.condition,
      );
      this.#open.push(base);
      return;
    }
    this.#open.push(base);
    const taken = this.#rows.has(code);
    if (Object.keys(label).length > 0 && !taken) {
      this.#rows.set(code, base.row);
      this.#put({ ...plain, kind: 'note', code, label, shownIf: this.#condition() });
    }
  }

  #beginRepeat(row: FormRow, code: string, label: Words, base: Open): void {
    const shownIf = joined(this.#condition(), base.condition);
    this.#rows.set(code, row);
    this.#open.push({
      ...base,
      condition: '',
      roster: {
        base: { ...plain, kind: 'roster', code, label, shownIf, over: 'entries', most: 20 },
        questions: [],
      },
    });
  }

  #noteOpening(row: FormRow): void {
    for (const base of ['repeat_count', 'appearance', 'default', 'calculation', 'hint'])
      if (row.cell(base) !== '')
        this.#notes.push(
          problem('cell-left-out', { found: row.cell(base), column: base }, row.where(base)),
        );
    this.#notes.push(...mediaOf(row));
  }

  #end(row: FormRow, what: Open['what']): void {
    const last = this.#open.at(-1);
    if (last?.what !== what) {
      this.#problems.push(problem('end-without-begin', { what }, row.where('type')));
      return;
    }
    const { roster } = last;
    this.#open.pop();
    if (roster !== null && roster.questions.length > 0)
      this.#section().questions.push({ ...roster.base, questions: roster.questions });
    if (roster !== null && roster.questions.length === 0)
      this.#notes.push(problem('repeat-empty', { found: last.code }, last.row.where('type')));
    if (last.loop !== null) this.#unroll(last, last.loop);
    if (this.#open.length === 0 && what === 'group') this.#current = null;
  }

  #unroll(
    { code, row }: Open,
    { list, questions }: { list: string; questions: readonly Leaf[] },
  ): void {
    for (const choice of choicesIn({ lists: this.#lists }, list))
      for (const question of questions) {
        const made = `${code}_${choice.code}_${question.code}`
          .replace(/[^\w.-]/g, '_')
          .slice(0, 80);
        this.#rows.set(made, row);
        this.#put({ ...question, code: made, label: filledIn(question.label, choice) });
      }
  }
}

const plain = {
  hint: {},
  required: false,
  constraint: '',
  constraintWords: {},
  confidential: false,
  proposed: false,
  sources: [],
};
