import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';

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
