import { readFile } from 'node:fs/promises';
import type { ReadStream } from 'node:tty';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';

/** Where a passphrase may come from; never from the words of a command, which every program on the machine can read. */
export type From = {
  readonly file: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The terminal to ask on; null where there is none. */
  readonly terminal: Terminal | null;
};

/** A terminal's two ends. */
export type Terminal = {
  readonly input: Pick<ReadStream, 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'>;
  readonly say: (text: string) => void;
};

/** The terminal that this program was started on; null when a script or a timer started it. */
export function ownTerminal(): Terminal | null {
  if (!process.stdin.isTTY) return null;
  return { input: process.stdin, say: (text) => void process.stderr.write(text) };
}

/**
 * The passphrase: from the file, or else FREEHOLD_PASSPHRASE, or else asked for without showing it; the file's last
 * line break is not part of it.
 *
 * Problems: `passphrase-needed` when there is none, `file-unreadable`.
 */
export async function givenPassphrase({
  file,
  environment,
  terminal,
}: From): Promise<Outcome<string>> {
  if (file !== undefined) return fromFile(file);
  const set = environment.FREEHOLD_PASSPHRASE;
  if (set !== undefined && set !== '') return fine(set);
  if (terminal === null) return refused(problem('passphrase-needed'));
  return fine(await hidden(terminal, 'Passphrase: '));
}

/** At least this long: whoever has the file can try phrases for as long as they like. */
const least = 12;

/**
 * A passphrase to lock something with: as `givenPassphrase`, long enough, and on a terminal typed twice alike.
 *
 * Problems: also `passphrase-too-short`, `passphrases-differ`.
 */
export async function newPassphrase(from: From): Promise<Outcome<string>> {
  const given = await givenPassphrase(from);
  if (!given.ok) return given;
  if (given.value.length < least) return refused(problem('passphrase-too-short', { least }));
  const isTyped = from.file === undefined && !from.environment.FREEHOLD_PASSPHRASE;
  if (!isTyped || from.terminal === null) return given;
  const again = await hidden(from.terminal, 'The same again: ');
  return again === given.value ? given : refused(problem('passphrases-differ'));
}

async function fromFile(file: string): Promise<Outcome<string>> {
  try {
    const text = (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
    return text === '' ? refused(problem('passphrase-needed')) : fine(text);
  } catch (error) {
    const because = (error as NodeJS.ErrnoException).code ?? String(error);
    return refused(problem('file-unreadable', { file, because }));
  }
}

const enter = ['\r', '\n'];
const rubOut = ['\u007f', '\b'];
const interrupt = '\u0003';

/** Reads a line that the terminal does not show. Ctrl-C ends the program, as it would have. */
function hidden({ input, say }: Terminal, question: string): Promise<string> {
  input.setRawMode(true);
  say(question);
  input.resume();
  return new Promise((resolve) => {
    let typed = '';
    const finish = () => {
      input.off('data', read);
      input.setRawMode(false);
      input.pause();
      say('\n');
      resolve(typed);
    };
    const read = (bytes: Buffer) => {
      for (const key of bytes.toString('utf8')) {
        if (enter.includes(key)) return finish();
        if (key === interrupt) process.kill(process.pid, 'SIGINT');
        else if (rubOut.includes(key)) typed = Array.from(typed).slice(0, -1).join('');
        else if (key >= ' ') typed += key;
      }
    };
    input.on('data', read);
  });
}
