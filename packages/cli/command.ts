import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';

/** Runs a command on the words after its name; answers with the exit status. */
export type Command = (words: readonly string[]) => Promise<number>;

/** Reads options; an unknown one, or one without its value, is a problem of use. */
export function options<T extends ParseArgsOptionsConfig>(
  words: readonly string[],
  known: T,
): Outcome<ReturnType<typeof parseArgs<{ options: T; allowPositionals: false }>>['values']> {
  try {
    return fine(parseArgs({ args: [...words], options: known, allowPositionals: false }).values);
  } catch (error) {
    return refused(problem('wrong-use', { note: (error as Error).message }));
  }
}

/** `option-needed` for each of these options that was not given. */
export function needed(given: Readonly<Record<string, unknown>>): Problem[] {
  return Object.entries(given)
    .filter(([, value]) => value === undefined)
    .map(([option]) => problem('option-needed', { option }));
}

/** `option-not-whole` unless a word is a whole number from `least` to `most`. */
export function whole(option: string, word: string, least: number, most: number): Problem[] {
  const fits = /^\d+$/.test(word) && Number(word) >= least && Number(word) <= most;
  return fits ? [] : [problem('option-not-whole', { option, least, most })];
}
