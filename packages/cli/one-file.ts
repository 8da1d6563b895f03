import { parseArgs } from 'node:util';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';

export type OneFile = {
  readonly file: string;
  readonly passphraseFile: string | undefined;
  readonly json: boolean;
};

/** Reads the words of a command that is about one file under a passphrase. Problem `wrong-use`. */
export function oneFile(words: readonly string[]): Outcome<OneFile> {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { 'passphrase-file': { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) {
      return refused(problem('wrong-use', { note: 'name one file' }));
    }
    return fine({ file, passphraseFile: values['passphrase-file'], json: values.json ?? false });
  } catch (error) {
    return refused(problem('wrong-use', { note: (error as Error).message }));
  }
}
