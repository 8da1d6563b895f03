import { isAnswered, keyOf, type Answers, type AnswerValue } from './answers.ts';
import { holds, type Surroundings, type Value } from './evaluate.ts';
import { expressionOf, type Expression } from './expression.ts';
import {
  choicesIn,
  questionsOf,
  type Instrument,
  type Section,
  type Standing,
} from './instrument.ts';
import type { Choice, Leaf, Roster } from './question.ts';

/** What an instrument meets in one wave, on one day. The respondent's own organisation is left out already. */
export type Setting = {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  /** An ISO day. */
  readonly today: string;
};

/** One organisation or entry of a roster. `name` is '' for an entry, which has only its number. */
export type Instance = { readonly id: string; readonly name: string; readonly number: number };

/** One thing that is asked: a question, a row of a matrix, or a question about one organisation or entry. */
export type Asked = {
  readonly key: string;
  readonly section: Section;
  readonly question: Leaf | Roster;
  readonly row: Choice | null;
  readonly roster: Roster | null;
  readonly instance: Instance | null;
};

export const nowhere: Setting = { organisations: [], today: '' };

/**
 * Everything that is asked, in order, as the answers stand: what skip logic hides is not there, and an answer to
 * what is hidden counts as none in every condition. A roster over organisations asks nothing itself; one over
 * entries asks first which there are. [SV-9] [SV-10] [SV-11]
 */
export function shown(
  instrument: Instrument,
  answers: Answers,
  setting: Setting = nowhere,
): readonly Asked[] {
  const stand = standing(instrument, answers, setting);
  return instrument.sections.flatMap((section) =>
    section.questions.flatMap((question): readonly Asked[] =>
      question.kind === 'roster'
        ? rosterAsked(section, question, stand)
        : leafAsked(section, question, null, null, stand),
    ),
  );
}

/** The choices that a question offers as the answers stand. */
export function choicesOf(
  instrument: Instrument,
  { question, instance, roster }: Pick<Asked, 'question' | 'instance' | 'roster'>,
  answers: Answers,
  setting: Setting = nowhere,
): readonly Choice[] {
  if (question.kind === 'matrix') return choicesIn(instrument, question.columns);
  if (question.kind === 'rating') return choicesIn(instrument, question.list);
  if (question.kind !== 'single' && question.kind !== 'multiple') return [];
  const all = choicesIn(instrument, question.list);
  const filter = question.filter === '' ? null : treeOf(question.filter);
  if (filter === null) return all;
  const stand = standing(instrument, answers, setting);
  return all.filter((choice) =>
    holds(filter, {
      ...stand.around(roster, instance),
      attribute: (name) => choice.attributes[name] ?? '',
    }),
  );
}

/** How conditions see the answers: what is hidden is not there. */
export type Stand = {
  readonly isShown: (standing: Standing, instance: Instance | null) => boolean;
  readonly instances: (roster: Roster) => readonly Instance[];
  readonly rowsOf: (list: string) => readonly Choice[];
  readonly around: (roster: Roster | null, instance: Instance | null, self?: Value) => Surroundings;
};

/** Each question's visibility is worked out once, when somebody asks; `checked` lets no circle through. */
export function standing(instrument: Instrument, answers: Answers, setting: Setting): Stand {
  const byCode = new Map(questionsOf(instrument).map((each) => [each.question.code, each]));
  const known = new Map<string, boolean>();
  const trees = new Map<string, Expression | null>();
  const tree = (text: string) => {
    if (!trees.has(text)) trees.set(text, treeOf(text));
    return trees.get(text) ?? null;
  };
  const met = (text: string, roster: Roster | null, instance: Instance | null) => {
    const condition = text === '' ? null : tree(text);
    return condition === null ? text === '' : holds(condition, around(roster, instance));
  };
  const isShown = (each: Standing, instance: Instance | null): boolean => {
    const key = keyOf(instance?.id ?? '', each.question.code);
    const before = known.get(key);
    if (before !== undefined) return before;
    // While it is being worked out it counts as hidden: a circle ends here, and would have been refused before.
    known.set(key, false);
    const { section, question, roster } = each;
    const outer = roster === null ? null : (byCode.get(roster.code) ?? null);
    const is =
      (outer === null ? met(section.shownIf, null, null) : isShown(outer, null)) &&
      met(question.shownIf, roster, instance);
    known.set(key, is);
    return is;
  };
  const valueAt = (code: string, roster: Roster | null, instance: Instance | null): Value => {
    const found = byCode.get(code);
    if (found === undefined) return '';
    const inside = found.roster !== null;
    if (inside && (instance === null || found.roster?.code !== roster?.code)) return '';
    if (!isShown(found, inside ? instance : null)) return '';
    const key = inside ? keyOf(found.roster?.code ?? '', instance?.id ?? '', code) : code;
    return answers[key] ?? '';
  };
  const around = (
    roster: Roster | null,
    instance: Instance | null,
    self: Value = '',
  ): Surroundings => ({
    answer: (code) => valueAt(code, roster, instance),
    self,
    attribute: () => '',
    today: setting.today,
  });
  return {
    isShown,
    around,
    rowsOf: (list) => choicesIn(instrument, list),
    instances: (roster) =>
      roster.over === 'organisations'
        ? setting.organisations.map(({ id, name }, at) => ({ id, name, number: at + 1 }))
        : entries(answers[roster.code]).map((id, at) => ({ id, name: '', number: at + 1 })),
  };
}

function entries(value: AnswerValue | null | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}

/** Null where it cannot be read: nothing that is asked under it is shown then. */
function treeOf(text: string): Expression | null {
  const read = expressionOf(text);
  return read.ok ? read.value : null;
}

function rosterAsked(section: Section, roster: Roster, stand: Stand): readonly Asked[] {
  if (!stand.isShown({ section, question: roster, roster: null }, null)) return [];
  const own: Asked = {
    key: roster.code,
    section,
    question: roster,
    row: null,
    roster: null,
    instance: null,
  };
  return [
    ...(roster.over === 'entries' ? [own] : []),
    ...stand
      .instances(roster)
      .flatMap((instance) =>
        roster.questions.flatMap((question) =>
          leafAsked(section, question, roster, instance, stand),
        ),
      ),
  ];
}

function leafAsked(
  section: Section,
  question: Leaf,
  roster: Roster | null,
  instance: Instance | null,
  stand: Stand,
): readonly Asked[] {
  if (!stand.isShown({ section, question, roster }, instance)) return [];
  const stem = roster === null ? [] : [roster.code, instance?.id ?? ''];
  const at = { section, question, roster, instance };
  if (question.kind !== 'matrix') return [{ ...at, key: keyOf(...stem, question.code), row: null }];
  return stand
    .rowsOf(question.rows)
    .map((row) => ({ ...at, key: keyOf(...stem, question.code, row.code), row }));
}

/** Is this asked for an answer? A note is only read. */
export function asksForAnswer({ question }: Pick<Asked, 'question'>): boolean {
  return question.kind !== 'note';
}

/** Of what is asked, what has an answer. */
export function answered(asked: readonly Asked[], answers: Answers): readonly Asked[] {
  return asked.filter((each) => asksForAnswer(each) && isAnswered(answers[each.key]));
}
