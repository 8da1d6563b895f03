import { mean, quantile } from '../numeric/index.ts';
import { isAnswered, type Answers, type AnswerValue } from './answers.ts';
import {
  choicesIn,
  isConfidential,
  questionsOf,
  type Instrument,
  type Standing,
} from './instrument.ts';
import type { Choice } from './question.ts';
import { asksForAnswer, shown, type Asked, type Setting } from './shown.ts';

/** One respondent's answers with what they met. */
export type AnswerSet = {
  /** Who it is, whatever identifies them in the wave; counted, never shown. */
  readonly target: string;
  readonly answers: Answers;
  readonly setting: Setting;
};

export type Tally = { readonly code: string; readonly n: number; readonly share: number };
export type Spread = {
  readonly mean: number;
  /** Null for a confidential question, as the rest: the least and the most are single answers. */
  readonly least: number | null;
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
  readonly most: number | null;
};

/** What was answered to one question, or to one row of a matrix. */
export type QuestionResult = {
  readonly code: string;
  /** The row of a matrix; '' for a whole question. */
  readonly row: string;
  /** How many answers were asked for, and how many there are: in a roster one an organisation. */
  readonly asked: number;
  readonly n: number;
  /** How many respondents answered at all. */
  readonly respondents: number;
  readonly confidential: boolean;
  /** There is something, and too few gave it to show. [SV-20] */
  readonly suppressed: boolean;
  /** By choice, in the order of the list; null for what is not chosen, and where suppressed. */
  readonly tallies: readonly Tally[] | null;
  readonly spread: Spread | null;
  /** What was written, in alphabetical order, so that the order tells nobody's. Null where confidential. */
  readonly texts: readonly string[] | null;
};

/** Under so many respondents nothing of a confidential question is shown. */
export const leastRespondents = 5;

/**
 * What each question gave over answer sets, with n and what was not answered. Only what was shown to a respondent
 * counts as asked. Confidential questions give nothing under five respondents, and never a single text. [SV-18] to [SV-21]
 */
export function resultsOf(
  instrument: Instrument,
  sets: readonly AnswerSet[],
): readonly QuestionResult[] {
  const asked = sets.map((set) => ({ set, asked: shown(instrument, set.answers, set.setting) }));
  return questionsOf(instrument).flatMap((standing): readonly QuestionResult[] => {
    const { question } = standing;
    if (question.kind === 'note' || question.kind === 'roster') return [];
    const rows: readonly (Choice | null)[] =
      question.kind === 'matrix' ? choicesIn(instrument, question.rows) : [null];
    return rows.map((row) =>
      resultOf(
        instrument,
        standing,
        row,
        asked.map(({ set, asked: all }) => ({
          set,
          asked: all.filter((each) => isOf(each, standing, row)),
        })),
      ),
    );
  });
}

/**
 * Results as they may be shown: of confidential questions what was worked out when the wave closed, and before that
 * only how many have answered. [SV-21]
 */
export function resultsToShow(
  instrument: Instrument,
  sets: readonly AnswerSet[],
  frozen: readonly QuestionResult[] | null,
): readonly QuestionResult[] {
  return resultsOf(instrument, sets).map((now) => {
    if (!now.confidential) return now;
    const then = frozen?.find(({ code, row }) => code === now.code && row === now.row);
    return then ?? { ...now, suppressed: now.n > 0, tallies: null, spread: null, texts: null };
  });
}

function isOf(asked: Asked, { question, roster }: Standing, row: Choice | null): boolean {
  return (
    asksForAnswer(asked) &&
    asked.question.code === question.code &&
    asked.roster?.code === roster?.code &&
    asked.row?.code === row?.code
  );
}

type Met = { readonly set: AnswerSet; readonly asked: readonly Asked[] };

function resultOf(
  instrument: Instrument,
  standing: Standing,
  row: Choice | null,
  met: readonly Met[],
): QuestionResult {
  const { question } = standing;
  const given = met.map(({ set, asked }) =>
    asked.flatMap(({ key }) => {
      const value = set.answers[key];
      return isAnswered(value) ? [value] : [];
    }),
  );
  const values = given.flat();
  const respondents = given.filter((each) => each.length > 0).length;
  const confidential = isConfidential(instrument, standing);
  const suppressed = confidential && respondents < leastRespondents;
  const head = {
    code: question.code,
    row: row?.code ?? '',
    asked: met.reduce((sum, { asked }) => sum + asked.length, 0),
    n: values.length,
    respondents,
    confidential,
    suppressed: suppressed && values.length > 0,
  };
  if (suppressed || values.length === 0)
    return { ...head, tallies: null, spread: null, texts: null };
  const list = listOf(standing);
  const rated = question.kind === 'rating' || question.kind === 'number';
  const tallies =
    list === null || (confidential && rated)
      ? null
      : talliesOf(choicesIn(instrument, list), values);
  return {
    ...head,
    tallies,
    spread: rated ? spreadOf(values, confidential) : null,
    texts:
      !confidential && question.kind === 'text'
        ? values.map(String).toSorted(alphabetically)
        : null,
  };
}

function listOf({ question }: Standing): string | null {
  if (question.kind === 'matrix') return question.columns;
  return 'list' in question ? question.list : null;
}

/** Each choice's share of those who answered; several choices of one person may add up to more than all. */
function talliesOf(choices: readonly Choice[], values: readonly AnswerValue[]): readonly Tally[] {
  const counts = new Map<string, number>();
  for (const value of values)
    for (const code of Array.isArray(value) ? value : [String(value)])
      counts.set(code, (counts.get(code) ?? 0) + 1);
  const codes = [...new Set(choices.map(({ code }) => code))];
  return codes.map((code) => {
    const n = counts.get(code) ?? 0;
    return { code, n, share: n / values.length };
  });
}

function spreadOf(values: readonly AnswerValue[], confidential: boolean): Spread | null {
  const numbers = values.map(Number);
  const at = (share: number) => (confidential ? null : quantile(numbers, share));
  const average = mean(numbers);
  return average === null
    ? null
    : {
        mean: average,
        least: at(0),
        lower: at(0.25),
        median: at(0.5),
        upper: at(0.75),
        most: at(1),
      };
}

function alphabetically(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How far a block of answers falls short of fully positive; null under five respondents. */
export type Block = {
  readonly section: string;
  readonly n: number;
  readonly respondents: number;
  readonly notFullyPositive: number | null;
};

/**
 * For each section with choices marked `positive`: the share of its answers that are any other choice, "to some
 * extent" and "undecided" among them, over all respondents together. [SV-22]
 */
export function blocksOf(instrument: Instrument, sets: readonly AnswerSet[]): readonly Block[] {
  return instrument.sections.flatMap((section) => {
    const given = sets.map(({ answers, setting }) =>
      shown(instrument, answers, setting).flatMap((asked) => {
        const value = answers[asked.key];
        const choice = markedChoice(instrument, asked, value);
        return asked.section.code === section.code && choice !== null ? [choice] : [];
      }),
    );
    const all = given.flat();
    if (all.length === 0) return [];
    const respondents = given.filter((each) => each.length > 0).length;
    const not = all.filter((choice) => choice.attributes.positive !== 'yes').length;
    return [
      {
        section: section.code,
        n: all.length,
        respondents,
        notFullyPositive: respondents < leastRespondents ? null : not / all.length,
      },
    ];
  });
}

/** The choice that was made, where its list says which one is fully positive. */
function markedChoice(
  instrument: Instrument,
  { question }: Asked,
  value: AnswerValue | null | undefined,
): Choice | null {
  if (question.kind !== 'single') return null;
  const choices = choicesIn(instrument, question.list);
  if (!choices.some(({ attributes }) => attributes.positive === 'yes')) return null;
  return choices.find(({ code }) => code === value) ?? null;
}
