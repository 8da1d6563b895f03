import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import type { Config } from '../config.ts';
import { connect } from '../database/connect.ts';
import { openAsItIs } from '../database/open.ts';
import { askServer } from './ask.ts';
import type { Source } from './backup.ts';

export type OpenSource = Source & { readonly close: () => Promise<void> };

/**
 * Opens a database to be read only, whether or not a server runs on it: PostgreSQL beside the server, an embedded
 * database from a still copy that its server lends. Nothing is brought up to date.
 *
 * Problems: those of `openAsItIs`, `nothing-to-back-up`, `backup-running`.
 */
export async function openSource({
  home,
  folder,
}: Pick<Config, 'home' | 'folder'>): Promise<Outcome<OpenSource>> {
  if (home.kind === 'pglite' && home.folder !== null && !existsSync(home.folder)) {
    return refused(problem('nothing-to-back-up'));
  }
  const opened = await openAsItIs({ home, folder });
  if (opened.ok) return fine({ ...opened.value, dataFolder: folder, pictured: null });
  const isHeld = opened.problems.some((each) => each.code === 'folder-in-use');
  const lent = isHeld ? await borrowed(folder) : null;
  return lent ?? opened;
}

async function borrowed(dataFolder: string): Promise<Outcome<OpenSource> | null> {
  const answered = await askServer(dataFolder, 'backup');
  if (answered === null) return null;
  const { answer, hangUp } = answered;
  if ('problems' in answer) return refused(...answer.problems);
  if (!('database' in answer)) return null;
  const database = connect({ kind: 'pglite', folder: answer.database });
  const close = async () => {
    await database.destroy();
    hangUp();
    await rm(dirname(answer.database), { recursive: true, force: true });
  };
  return fine({ database, dataFolder, pictured: answer.files, close });
}
