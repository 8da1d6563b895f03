import type { Mapping } from '@freehold/core/data';
import type { Problem } from '@freehold/core/problem';
import { config } from '@freehold/server/config';
import { openDatabase } from '@freehold/server/database';
import { importLocalFile, type LocalImport } from '@freehold/server/import-file';
import type { Found } from './data-check.ts';
import { stopped, type Step } from './files.ts';

/** Brings a file into the configured database, for a partnership by its name or id. */
export async function kept(
  file: string,
  mapping: Mapping,
  { partnership, acceptRejected }: { partnership: string; acceptRejected: boolean },
): Promise<Step<Found>> {
  const settings = config(process.env);
  if (!settings.ok) return stopped(settings, 2);
  const opened = await openDatabase(settings.value);
  if (!opened.ok) return stopped(opened, 1);
  const { database, close } = opened.value;
  try {
    const asked = { partnership, path: file, mapping, acceptRejected };
    const done = await importLocalFile(database, settings.value.folder, asked);
    return done.ok ? { ok: true, value: foundIn(file, done.value) } : stopped(done, 2);
  } finally {
    await close();
  }
}

function foundIn(file: string, { state, result, problems, problemCount }: LocalImport): Found {
  const { rows = 0, skipped = 0, rejected = 0 } = result ?? {};
  const { new: fresh = 0, changed = 0, same = 0 } = result ?? {};
  const links = result?.links;
  const more = problemCount - problems.length;
  return {
    ...{ rows, skipped, rejected },
    counts: { new: fresh, changed, same, ...(links && { links: links.new }) },
    keeps: result?.kept ?? false,
    problems: [
      ...problems.map((each) => inFile(file, each)),
      ...(more > 0 ? [{ code: 'more-problems', details: { more } }] : []),
    ],
    fine: state === 'done',
  };
}

function inFile(file: string, { code, where, details }: LocalImport['problems'][number]): Problem {
  const { row, column, path } = where ?? {};
  const at = {
    file,
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    ...(path !== undefined && { path }),
  };
  return { code, where: at, ...(details && { details }) };
}
