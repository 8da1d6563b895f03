import type { Command } from './command.ts';
import { report } from './report.ts';
import { problem } from '@freehold/core/problem';

const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).serve,
  doctor: async () => (await import('./doctor.ts')).doctor,
};

const usage = `freehold: the workbench for anti-slavery partnerships

  freehold serve      open the database and serve the web application
  freehold doctor     look the installation over and say what to mend

Every command takes --json. Exit status: 0 fine, 1 problems in the data, 2 wrong use.`;

/** Runs one command line (without "freehold") and answers with the exit status. */
export async function run(words: readonly string[]): Promise<number> {
  const asked = words.filter((word) => !word.startsWith('-')).slice(0, 2);
  const name = [asked.join(' '), asked[0] ?? ''].find((each) => each in commands);
  const load = name === undefined ? undefined : commands[name];
  if (load === undefined) {
    if (words.includes('--help') || words.length === 0) {
      process.stdout.write(`${usage}\n`);
      return words.length === 0 ? 2 : 0;
    }
    return report([problem('unknown-command', { asked: words.join(' ') })], words, 2);
  }
  const command = await load();
  return command(words.slice(name?.split(' ').length));
}

if (process.argv[2] === '--as-program') {
  process.exitCode = await run(process.argv.slice(3));
}
