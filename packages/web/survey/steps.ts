import {
  asksForAnswer,
  isAnswered,
  shown,
  type Answers,
  type Asked,
  type Instrument,
  type Setting,
} from '@freehold/core/survey';

/** What stands on one page of the respondent's way: a section's questions, or those about one organisation. */
export type Step = {
  readonly id: string;
  readonly section: Asked['section'];
  readonly roster: Asked['roster'];
  readonly instance: Asked['instance'];
  readonly asked: readonly Asked[];
};

/** The respondent's way as the answers stand. Steps come and go with skip logic; their ids stay the same. */
export function stepsOf(
  instrument: Instrument,
  answers: Answers,
  setting: Setting,
): readonly Step[] {
  const steps = new Map<string, Step>();
  for (const asked of shown(instrument, answers, setting)) {
    const { section, roster, instance } = asked;
    const id = [section.code, roster?.code, instance?.id]
      .filter((part) => part !== undefined)
      .join('~');
    const there = steps.get(id);
    steps.set(id, { id, section, roster, instance, asked: [...(there?.asked ?? []), asked] });
  }
  return [...steps.values()];
}

export function done({ asked }: Pick<Step, 'asked'>, answers: Answers): { n: number; of: number } {
  const open = asked.filter(asksForAnswer);
  return { n: open.filter(({ key }) => isAnswered(answers[key])).length, of: open.length };
}
