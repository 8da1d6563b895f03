import { config } from '@freehold/server/config';
import { backup as backUp, openSource, type Made } from '@freehold/server/backup';
import type { Command } from './command.ts';
import { oneFile } from './one-file.ts';
import { newPassphrase, ownTerminal } from './passphrase.ts';
import { report } from './report.ts';

/** Writes everything an installation holds into one encrypted file, whether or not its server runs. */
export const backup: Command = async (words) => {
  const asked = oneFile(words);
  if (!asked.ok) return report(asked.problems, words, 2);
  const settings = config(process.env);
  if (!settings.ok) return report(settings.problems, words, 2);
  const passphrase = await newPassphrase({
    file: asked.value.passphraseFile,
    environment: process.env,
    terminal: ownTerminal(),
  });
  if (!passphrase.ok) return report(passphrase.problems, words, 2);
  const source = await openSource(settings.value);
  if (!source.ok) return report(source.problems, words, 1);
  try {
    const how = { passphrase: passphrase.value, now: new Date() };
    const made = await backUp(source.value, asked.value.file, how);
    if (!made.ok) return report(made.problems, words, 1);
    process.stdout.write(asked.value.json ? `${JSON.stringify(made.value)}\n` : said(made.value));
    return 0;
  } finally {
    await source.value.close();
  }
};

function said({ file, rows, tables, files, bytes }: Made): string {
  return `Wrote ${file}: ${rows} rows of ${tables} tables and ${files} uploaded files, ${(bytes / 1e6).toFixed(1)} MB.
Keep the passphrase apart from the file: without it nobody can open the backup, and nobody can help.
`;
}
