import {
  choicesIn,
  isAnswered,
  isConfidential,
  say,
  shown,
  type AnswerSet,
  type AnswerValue,
  type Asked,
  type Instrument,
} from '@freehold/core/survey';
import { csvText, type Cell } from '@freehold/core/table';

const head: readonly string[] = [
  'respondent',
  'section',
  'question',
  'about',
  'row',
  'wording',
  'answer',
  'answer_in_words',
];

/**
 * The answers to questions that are not confidential, one row an answer, whatever repeats in the instrument. UTF-8
 * with a byte order mark; several choices of one answer are joined by "; ". What was asked and not answered has its
 * row too, with an empty answer. [SV-20]
 */
export function answersCsv(
  instrument: Instrument,
  sets: readonly (AnswerSet & { readonly label: string })[],
): string {
  const languages = instrument.languages.map(({ code }) => code);
  const rows = sets.flatMap(({ label, answers, setting }) =>
    shown(instrument, answers, setting)
      .filter((asked) => asked.question.kind !== 'note' && asked.question.kind !== 'roster')
      .filter((asked) => !isConfidential(instrument, standingOf(asked)))
      .map((asked): readonly Cell[] => [
        label,
        asked.section.code,
        asked.question.code,
        asked.instance === null ? '' : asked.instance.name || String(asked.instance.number),
        asked.row?.code ?? '',
        say(asked.question.label, languages),
        ...written(instrument, asked, answers[asked.key] ?? null, languages),
      ]),
  );
  return `\uFEFF${csvText([head, ...rows])}`;
}

function standingOf({ section, question, roster }: Asked) {
  return { section, question, roster };
}

function written(
  instrument: Instrument,
  { question }: Asked,
  value: AnswerValue | null,
  languages: readonly string[],
): readonly [Cell, Cell] {
  if (!isAnswered(value)) return [null, null];
  if (question.kind === 'file') return [Array.isArray(value) ? value.length : 1, 'files'];
  const list =
    question.kind === 'matrix' ? question.columns : 'list' in question ? question.list : '';
  const choices = choicesIn(instrument, list);
  const each = Array.isArray(value) ? value : [value];
  const words = each.map((code) => {
    const choice = choices.find((one) => one.code === code);
    return choice === undefined ? String(code) : say(choice.label, languages);
  });
  return [typeof value === 'number' ? value : each.join('; '), words.join('; ')];
}
