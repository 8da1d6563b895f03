import { z } from 'zod';

/** What a respondent gave to one question: text, day or choice; a number; several choices, entries or files. */
export const AnswerValue = z.union([
  z.string().max(10_000),
  z.number(),
  z.array(z.string().max(200)).max(1000),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/**
 * Answers by key: a question's code; `matrix~row` for a row of a matrix; `roster~organisation~code` inside a
 * roster, and `roster~organisation~matrix~row` for a matrix there. No key, or null, is no answer.
 */
export type Answers = Readonly<Record<string, AnswerValue | null>>;

/** The parts of a key are joined by what stands in no code, no id, and needs no escaping in an address. */
export function keyOf(...parts: readonly string[]): string {
  return parts.join('~');
}

/** Is there an answer? Blanks and empty lists are none; 0 is one. */
export function isAnswered(value: AnswerValue | null | undefined): value is AnswerValue {
  if (value === null || value === undefined) return false;
  if (typeof value === 'number') return true;
  return typeof value === 'string' ? value.trim() !== '' : value.length > 0;
}

/** The answers inside a roster by organisation or entry, each under its own question's code. */
export function rosterAnswers(
  answers: Answers,
  roster: string,
): ReadonlyMap<string, Readonly<Record<string, AnswerValue>>> {
  const found = new Map<string, Record<string, AnswerValue>>();
  for (const [key, value] of Object.entries(answers)) {
    const [of, instance, ...rest] = key.split('~');
    if (of !== roster || instance === undefined || rest.length === 0 || !isAnswered(value))
      continue;
    found.set(instance, { ...found.get(instance), [keyOf(...rest)]: value });
  }
  return found;
}
