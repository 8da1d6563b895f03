import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The installation's secret: from FREEHOLD_SECRET, or made once and kept in the data folder for its owner alone. */
export async function keptSecret(folder: string): Promise<string> {
  const given = process.env.FREEHOLD_SECRET;
  if (given !== undefined && given.length >= 32) return given;
  const path = join(folder, 'secret');
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept !== null && kept.length >= 32) return kept;
  const made = randomBytes(32).toString('base64url');
  await mkdir(folder, { recursive: true });
  await writeFile(path, made, { mode: 0o600 });
  return made;
}
