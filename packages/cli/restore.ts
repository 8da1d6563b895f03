import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { restore as bringBack, type Restored } from '@freehold/server/backup';
import { config } from '@freehold/server/config';
import { openAsItIs } from '@freehold/server/database';
import type { Command } from './command.ts';
import { oneFile } from './one-file.ts';
import { givenPassphrase, ownTerminal } from './passphrase.ts';
import { report } from './report.ts';

/** Fills an empty place from a backup; one where Freehold has been started is refused and left as it is. */
export const restore: Command = async (words) => {
  const asked = oneFile(words);
  if (!asked.ok) return report(asked.problems, words, 2);
  const settings = config(process.env);
  if (!settings.ok) return report(settings.problems, words, 2);
  const passphrase = await givenPassphrase({
    file: asked.value.passphraseFile,
    environment: process.env,
    terminal: ownTerminal(),
  });
  if (!passphrase.ok) return report(passphrase.problems, words, 2);
  const { home, folder } = settings.value;
  const newFolder = home.kind === 'pglite' && !existsSync(home.folder ?? '') ? home.folder : null;
  const opened = await openAsItIs(settings.value);
  if (!opened.ok) return report(opened.problems, words, 1);
  const target = { database: opened.value.database, dataFolder: folder };
  const restored = await bringBack(resolve(asked.value.file), passphrase.value, target).finally(
    opened.value.close,
  );
  if (!restored.ok) {
    if (newFolder !== null) await rm(newFolder, { recursive: true, force: true });
    return report(restored.problems, words, 1);
  }
  process.stdout.write(
    asked.value.json ? `${JSON.stringify(restored.value)}\n` : said(restored.value),
  );
  return 0;
};

function said({ madeAt, rows, tables, files }: Restored): string {
  return `Restored ${rows} rows of ${tables} tables and ${files} uploaded files, as they were at ${madeAt}.\n`;
}
